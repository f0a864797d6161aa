import { AskonceError } from "@askonce/spec";
import * as z from "zod";

/** A text that logs, error messages, set-up screens and `.env.example` treat as a secret. */
export function secretText(): z.ZodString {
  return z.string().min(1).meta({ secret: true });
}

/** An adapter's id: kebab-case, another one for a second account of the same vendor. */
export function adapterId(byDefault: string): z.ZodDefault<z.ZodString> {
  return z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/)
    .max(60)
    .default(byDefault);
}

/** An IANA zone that this platform knows. */
export function timeZoneText(): z.ZodString {
  return z.string().refine(isTimeZone);
}

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/**
 * Reads an adapter's options once, in its factory. Schemas are strict: an unknown key is a spelling mistake that would otherwise be
 * silent.
 *
 * @throws AskonceError `CONFIGURATION_INVALID` naming the fields, never their values
 */
export function parseOptions<Schema extends z.ZodType>(adapterName: string, schema: Schema, options: unknown): z.infer<Schema> {
  const result = schema.safeParse(options);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => {
    const unknown = issue.code === "unrecognized_keys" ? ` (${issue.keys.join(", ")})` : "";
    return { path: issue.path.join(".") || "(options)", message: `${issue.code}${unknown}` };
  });
  throw new AskonceError("CONFIGURATION_INVALID", {
    message: `${adapterName}: ${issues.map((issue) => `${issue.path}: ${issue.message}`).join("; ")}`,
    details: { issues },
  });
}
