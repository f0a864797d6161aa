import * as z from "zod";

/** Text that may be absent or empty; anything that is no text is none. What is text is kept as it is, blanks and all. */
export const looseText = z
  .string()
  .transform((value) => (value.trim() === "" ? null : value))
  .nullish()
  .transform((value) => value ?? null)
  .catch(null);

/** Text or a number, trimmed; absent and empty are `null`. Anything else is an error: of a code it matters whether it is there. */
export const textOrNumber = z
  .union([z.string(), z.number()])
  .transform(String)
  .nullish()
  .transform((value) => value?.trim() || null);

/** A list whose unreadable entries are left out: one odd entry must not cost the others. What is no list is an empty one. */
export function looseList<Schema extends z.ZodType>(schema: Schema): z.ZodType<z.output<Schema>[]> {
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
