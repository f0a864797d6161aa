/**
 * A term of Shopify's search syntax, its value quoted and escaped, so that nothing a customer writes (`x" OR status:any`) becomes syntax.
 *
 * @see https://shopify.dev/docs/api/usage/search-syntax
 */
export function searchTerm(field: "name" | "email" | "customer_id", value: string): string {
  return `${field}:"${escapeValue(value)}"`;
}

/** Everything changed at or after an instant. Times have to be quoted: an unquoted one is cut at its colons. */
export function updatedSince(instant: string): string {
  return `updated_at:>='${escapeValue(instant)}'`;
}

/** A free-text search for a number, digits only. */
export function digitsTerm(digits: string): string {
  return digits.replace(/\D/g, "");
}

function escapeValue(value: string): string {
  // Control characters are no part of any number or address, and line ends would end the term.
  return value.replace(/\p{Cc}+/gu, " ").replace(/[\\"']/g, (character) => `\\${character}`);
}
