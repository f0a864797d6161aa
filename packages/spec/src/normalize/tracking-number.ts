/** A tracking number without spaces and hyphens, upper case, so that two spellings of one number compare equal. `null` when empty. */
export function normalizeTrackingNumber(text: string): string | null {
  const compact = text
    .normalize("NFKC")
    .replace(/[\s-]+/g, "")
    .toUpperCase();
  return compact === "" || compact.length > 120 ? null : compact;
}
