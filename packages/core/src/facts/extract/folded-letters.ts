/** Letters that do not come apart into a plain one and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ß: "s",
  æ: "a",
  œ: "o",
  "’": "'",
  "‘": "'",
  "`": "'",
  "´": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "–": "-",
  "—": "-",
  "\u00a0": " ",
  "\t": " ",
};
const known = new Map<string, string>();

/**
 * The text in lower case without marks on its letters, each letter where it was: what is found in it is at the same place in the text. So
 * the word lists need no second spelling for those who write without diacritics.
 */
export function foldLetters(text: string): string {
  return text.replace(/[^\n -@[-`{-~a-z]/g, foldLetter);
}

function foldLetter(letter: string): string {
  const found = known.get(letter);
  if (found !== undefined) return found;
  const lower = letter.toLowerCase();
  const plain = plainLetters[lower] ?? lower.normalize("NFD").replace(/\p{M}+/gu, "");
  const folded = plain.length === letter.length ? plain : letter;
  // Bounded, because the letters come from outside; a text has few different ones.
  if (known.size < 500) known.set(letter, folded);
  return folded;
}
