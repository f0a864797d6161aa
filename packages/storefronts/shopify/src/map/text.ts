import { type Language, linkSchema } from "@askonce/spec";

/** A text that says something; Shopify writes empty ones for "none" in places. */
export function textOrNull(value: string | null | undefined): string | null {
  return value === null || value === undefined || value.trim() === "" ? null : value;
}

/** A link that can be shown. Merchants type tracking links by hand: what is no http(s) URL is left out. */
export function linkOrNull(value: string | null | undefined): string | null {
  const link = linkSchema.safeParse(value);
  return link.success ? link.data : null;
}

/** A language tag; `null` for what is too short or too long to be one. */
export function languageOrNull(value: string | null | undefined): Language | null {
  const text = textOrNull(value);
  return text !== null && text.length >= 2 && text.length <= 35 ? text : null;
}
