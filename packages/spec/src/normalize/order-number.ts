/**
 * An order number in the form in which `#1042`, ` 1042 ` and `no. 1042` compare equal: without a leading hash or "no.", upper case, inner
 * spaces dropped. Prefixes and suffixes of the shop (`RO-1042`, `N1042`, `1042-A`) belong to the number and stay; so a word is only taken
 * for "number" when a dot, a degree sign or a blank parts it from the digits.
 *
 * @returns `null` when nothing is left
 */
export function normalizeOrderNumber(text: string): string | null {
  const compact = text
    .trim()
    .replace(/^(?:(?:no|nr|num|n)(?:[.°º]+\s*|\s+)|№\s*)(?=[#\d])/i, "")
    .normalize("NFKC")
    .replace(/^[#\s]+/, "")
    .replace(/\s+/g, "")
    .toUpperCase();
  return compact === "" || compact.length > 120 ? null : compact;
}
