import { linkSchema } from "@askonce/spec";

/** The text as a link, if it is one that an agent may click: http or https, with a host. Anything else is `null`. */
export function safeLink(text: string | null): string | null {
  if (text === null) return null;
  const result = linkSchema.safeParse(text.trim());
  return result.success ? result.data : null;
}

/** A tracking link; the place of the number (`%1$s`, `%s`, `{tracking_number}`) is filled in. */
export function trackingLink(template: string | null, trackingNumber: string | null): string | null {
  if (template === null) return null;
  return safeLink(template.replace(/%1\$s|%s|\{tracking_number\}/gi, () => encodeURIComponent(trackingNumber ?? "")));
}
