/**
 * An e-mail address in the form in which two spellings of one mailbox compare equal: trimmed, NFC, lower case without locale rules, the
 * domain without a trailing dot. Plus-tags and dots in the local part are kept: only the mailbox's owner knows whether they matter.
 *
 * @returns `null` when the text is not an address
 */
export function normalizeEmail(text: string): string | null {
  const typed = text.trim();
  // NFC turns a few characters into ASCII ones (the Kelvin sign into "K"): another person's mailbox would become this one.
  for (const character of typed) if (character > "\u007f" && character.normalize("NFC") <= "\u007f") return null;
  const trimmed = typed.normalize("NFC");
  const match = /^([^\s@<>"]{1,64})@([^\s@<>"]{1,255})$/u.exec(trimmed);
  if (!match?.[1] || !match[2]) return null;
  // Code points that lower-case into ASCII ("İ") would do the same: only ASCII is folded.
  const fold = (part: string) => part.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const domain = fold(match[2]).replace(/\.$/, "");
  if (!domain.includes(".") || domain.startsWith(".") || domain.endsWith(".") || domain.includes("..")) return null;
  return `${fold(match[1])}@${domain}`;
}
