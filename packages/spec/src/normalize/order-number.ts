/**
 * An order number in the form in which `#1042`, ` 1042 ` and `no. 1042` compare equal: without a leading hash or "no.", upper case, inner
 * spaces dropped. Prefixes and suffixes of the shop (`RO-1042`, `1042-A`) belong to the number and stay.
 *
 * @returns `null` when nothing is left
 */
export function normalizeOrderNumber(text: string): string | null {
  const compact = text
    .normalize("NFKC")
    .trim()
    .replace(/^(?:no|nr|num|n)[.°º]*\s*(?=[#\d])/i, "")
    .replace(/^[#№\s]+/, "")
    .replace(/\s+/g, "")
    .toUpperCase();
  return compact === "" || compact.length > 120 ? null : compact;
}
