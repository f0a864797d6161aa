/** A postcode without spaces and hyphens, upper case. `null` when empty. */
export function normalizePostcode(text: string): string | null {
  const compact = text
    .normalize("NFKC")
    .replace(/[\s-]+/g, "")
    .toUpperCase();
  return compact === "" || compact.length > 20 ? null : compact;
}
