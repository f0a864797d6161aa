/** A value of a REST payload. A `bigint` is written as a bare number with all its digits, as Shopify writes 64-bit ids. */
export type RestValue = string | number | bigint | boolean | null | readonly RestValue[] | { readonly [name: string]: RestValue };

/** JSON with 64-bit numbers, which `JSON.stringify` cannot write. */
export function restJson(value: RestValue): string {
  if (typeof value === "bigint") return value.toString();
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((entry: RestValue) => restJson(entry)).join(",")}]`;
  const fields = Object.entries(value).map(([name, entry]) => `${JSON.stringify(name)}:${restJson(entry)}`);
  return `{${fields.join(",")}}`;
}
