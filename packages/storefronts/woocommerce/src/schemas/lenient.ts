import * as z from "zod";

/** WordPress ids are numbers on the wire, and strings once they are too large for a number. */
export const idSchema = z.union([z.int().nonnegative(), z.string().regex(/^\d{1,20}$/)]).transform(String);

/** Text that may be absent, `null`, a number or empty; the last three are `null`. */
export const textSchema = z
  .union([z.string(), z.number()])
  .transform((value) => (String(value).trim() === "" ? null : String(value)))
  .nullable()
  .catch(null);

/** A decimal as WooCommerce writes it, `"17.99"`; zero when there is none. A text that is no number fails where it is read. */
export const decimalSchema = z
  .union([z.string(), z.number()])
  .transform((value) => (value === "" ? "0" : value))
  .catch("0");

/**
 * A list whose unreadable entries are left out, because one plugin's broken row must not cost the order. PHP writes a list with gaps as an
 * object.
 */
export function listOf<Schema extends z.ZodType>(schema: Schema): z.ZodType<z.output<Schema>[]> {
  // Optional before it is transformed: otherwise an absent key is an error although every value is welcome.
  return z
    .unknown()
    .optional()
    .transform((value) =>
      toList(value).flatMap((entry) => {
        const result = schema.safeParse(entry);
        return result.success ? [result.data] : [];
      }),
    );
}

/** An array, the values of an object, or either of them inside a JSON text. Anything else is an empty list. */
export function toList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === "object" && value !== null) return Object.values(value);
  if (typeof value !== "string" || !/^\s*[[{]/.test(value) || value.length > 1_000_000) return [];
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === "object" && parsed !== null ? Object.values(parsed) : [];
  } catch {
    return [];
  }
}
