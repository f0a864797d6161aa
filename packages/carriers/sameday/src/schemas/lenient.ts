import * as z from "zod";

/** Text that may be absent, `null`, a number or empty; `null` then. */
export const textSchema = z
  .union([z.string(), z.number()])
  .transform((value) => (String(value).trim() === "" ? null : String(value).trim()))
  .nullish()
  .catch(null);

/** PHP writes truth in many ways. `false` for what is none of them. */
export const flagSchema = z.union([z.boolean(), z.number(), z.string()]).transform(isTrue).nullish().catch(null);

function isTrue(value: boolean | number | string): boolean {
  return value === true || value === 1 || value === "1" || value === "true";
}
