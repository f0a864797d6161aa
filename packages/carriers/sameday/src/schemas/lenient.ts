import * as z from "zod";

/** Text that may be absent, `null`, a number or empty; `null` then. */
export const textSchema = z
  .union([z.string(), z.number()])
  .transform((value) => (String(value).trim() === "" ? null : String(value).trim()))
  .nullish()
  .catch(null);

/** PHP writes truth in many ways. `false` for what is none of them. */
export const flagSchema = z.union([z.boolean(), z.number(), z.string()]).transform(isTrue).nullish().catch(null);

/** A list whose unreadable entries are left out: one odd row must not cost the others. What is no list is an empty one. */
export function listOf<Schema extends z.ZodType>(schema: Schema): z.ZodType<z.output<Schema>[]> {
  // Optional before it is transformed: otherwise an absent key is an error although every value is welcome.
  return z
    .unknown()
    .optional()
    .transform((value) =>
      (Array.isArray(value) ? value : []).flatMap((entry) => {
        const result = schema.safeParse(entry);
        return result.success ? [result.data] : [];
      }),
    );
}

function isTrue(value: boolean | number | string): boolean {
  return value === true || value === 1 || value === "1" || value === "true";
}
