/**
 * Text folded for search: lower case, without diacritics (Romanian ș and ț in both encodings, Italian accents), `ß` as `ss`, runs of white
 * space as one blank. "Țuică Ștefan" and "tuica stefan" fold to the same.
 */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/đ/g, "d")
    .replace(/\s+/g, " ")
    .trim();
}
