import { AskonceError } from "@askonce/spec";
import type * as z from "zod";

/**
 * Reads a vendor's answer with a loose schema that names only what is used.
 *
 * @param what for the message, for example `order`
 * @throws AskonceError `ADAPTER_BAD_RESPONSE` naming the paths, never the values
 */
export function readVendorResponse<Schema extends z.ZodType>(schema: Schema, data: unknown, what: string): z.infer<Schema> {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const paths = result.error.issues.slice(0, 5).map((issue) => `${issue.path.join(".") || "(root)"}: ${issue.code}`);
  throw new AskonceError("ADAPTER_BAD_RESPONSE", {
    message: `The vendor's ${what} has an unexpected shape (${paths.join("; ")})`,
    details: { what, paths },
  });
}
