/**
 * An e-mail address in the form in which two spellings of one mailbox compare equal: trimmed, NFC, lower case without locale rules, the
 * domain without a trailing dot. Plus-tags and dots in the local part are kept: only the mailbox's owner knows whether they matter.
 *
 * @returns `null` when the text is not an address
 */
export function normalizeEmail(text: string): string | null {
  const trimmed = text.trim().normalize("NFC");
  const match = /^([^\s@<>"]{1,64})@([^\s@<>"]{1,255})$/u.exec(trimmed);
  if (!match?.[1] || !match[2]) return null;
  // Code points that lower-case into ASCII ("İ", "K") would let one person pass for another: only ASCII is folded.
  const fold = (part: string) => part.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const domain = fold(match[2]).replace(/\.$/, "");
  if (!domain.includes(".") || domain.startsWith(".") || domain.includes("..")) return null;
  return `${fold(match[1])}@${domain}`;
}
