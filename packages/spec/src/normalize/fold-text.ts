/**
 * Text folded for search: lower case, without diacritics (Romanian ș and ț in both encodings, Italian accents), `ß` as `ss`, runs of white
 * space as one blank. "Țuică Ștefan" and "tuica stefan" fold to the same.
 */
export function foldText(text: string): string {
  return (
    text
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      // After the decomposition, which makes capitals of its own ("™" is "TM").
      .toLowerCase()
      .replace(/ß/g, "ss")
      .replace(/ø/g, "o")
      .replace(/ł/g, "l")
      .replace(/đ/g, "d")
      .replace(/\s+/g, " ")
      .trim()
  );
}
