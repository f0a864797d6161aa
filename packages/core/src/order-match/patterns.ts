/** Compiles alternatives of a lexicon into one pattern that begins and ends at the edge of a word. */
export function wholeWords(alternatives: readonly string[]): RegExp {
  // An alternative that ends in a blank has its edge already.
  return compiled(`(?<![a-z0-9])(?:${alternatives.join("|")})(?:(?<=\\s)|(?![a-z0-9]))`);
}

const known = new Map<string, RegExp>();

/** The pattern of a source, made once: sources come from lexicons, so there are few. It finds all, from the beginning. */
export function compiled(source: string): RegExp {
  const pattern = known.get(source) ?? new RegExp(source, "g");
  known.set(source, pattern);
  pattern.lastIndex = 0;
  return pattern;
}

/**
 * Letters folded one for one (lower case, no diacritics, straight apostrophes and hyphens), so that a place in the folded text is the same
 * place in the text.
 */
export function foldInPlace(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u0080-\uffff]/g, foldLetter)
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function foldLetter(letter: string): string {
  if (/[\u2018\u2019\u02bc\u2032`´]/.test(letter)) return "'";
  if (/[\u2010-\u2015]/.test(letter)) return "-";
  if (letter === "\u00a0" || letter === "\u202f") return " ";
  const folded = letter.normalize("NFD").charAt(0).toLowerCase();
  return folded.length === 1 ? folded : letter;
}
