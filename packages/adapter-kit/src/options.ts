import { AskonceError } from "@askonce/spec";
import * as z from "zod";

/** A text that logs, error messages, set-up screens and `.env.example` treat as a secret. */
export function secretText(): z.ZodString {
  return z.string().min(1).meta({ secret: true });
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
