import { AskonceError } from "@askonce/spec";
import * as z from "zod";

/** How much one page holds: 1 to 100. */
export function requireLimit(limit: number): void {
  requireValid(z.int().min(1).max(100), limit, "limit");
}

/**
 * Holds what a library call brings to the same schema as what HTTP brings: a value that was stored although the contract refuses it would
 * make every later answer with it fail.
 *
 * @returns the parsed value
 * @throws AskonceError `VALIDATION_FAILED`
 */
export function requireValid<Schema extends z.ZodType>(schema: Schema, value: unknown, path: string): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, 20).map((issue) => ({ path: [path, ...issue.path].join("."), message: issue.message }));
  throw new AskonceError("VALIDATION_FAILED", { details: { issues } });
}
