import { foldText } from "@askonce/spec";

/** Where a sentence says a value, and how: whole, by its last digits, by all of its words or by half of them. */
export interface ValuePlace {
  from: number;
  to: number;
  how: "whole" | "digits" | "words" | "half";
}

/** A value as it is looked for. */
export interface SoughtValue {
  folded: string;
  digits: string;
  stems: ReadonlySet<string>;
}

const stemLength = 5;
const longestValue = 120;
/** Words that say nothing about a value. */
const empty = new Set(
  "the and for with from that this have has was were are you your not but all one can will would il la le lo di da con per che non una uno del della nel sono ho ha si e un de cu pe din nu este sunt am ai au ca sa mai o in al ale".split(
    " ",
  ),
);

/** Makes a value ready to be looked for. */
export function soughtValue(value: string): SoughtValue {
  const folded = foldText(value.slice(0, 2000));
  const words = (folded.slice(0, 400).match(/[a-z0-9]+/g) ?? []).filter((word) => word.length > 2 && !empty.has(word));
  return { folded, digits: folded.replace(/\D/g, ""), stems: new Set(words.map((word) => word.slice(0, stemLength))) };
}

/** Where folded text says a value; `null` when it does not. */
export function placeOfValue({ folded, digits, stems }: SoughtValue, text: string): ValuePlace | null {
  const whole = folded === "" || folded.length > longestValue ? -1 : indexOfWhole(folded, text);
  if (whole >= 0) return { from: whole, to: whole + folded.length, how: "whole" };
  if (digits.length >= 4) {
    for (const match of text.matchAll(/\d[\d ./-]{2,20}\d/g)) {
      const found = match[0].replace(/\D/g, "");
      const isEnd = found.length >= 4 && (digits.endsWith(found) || (found.length >= 6 && found.endsWith(digits.slice(-6))));
      if (isEnd) return { from: match.index, to: match.index + match[0].length, how: "digits" };
    }
  }
  return stems.size === 0 ? null : placeOfWords(stems, text);
}

function indexOfWhole(folded: string, text: string): number {
  const isLetter = (letter: string | undefined) => letter !== undefined && /[a-z0-9]/.test(letter);
  for (let at = text.indexOf(folded); at >= 0; at = text.indexOf(folded, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + folded.length])) return at;
  }
  return -1;
}

function placeOfWords(stems: ReadonlySet<string>, text: string): ValuePlace | null {
  // Most values are not in most sentences: that is seen without taking the sentence apart.
  let possible = 0;
  for (const stem of stems) if (text.includes(stem)) possible++;
  if (possible < stems.size && (possible < 2 || possible * 2 < stems.size)) return null;
  let from = -1;
  let to = -1;
  const hits = new Set<string>();
  for (const match of text.matchAll(/[a-z0-9]+/g)) {
    const stem = match[0].slice(0, stemLength);
    if (!stems.has(stem)) continue;
    hits.add(stem);
    if (from < 0) from = match.index;
    to = match.index + match[0].length;
  }
  if (hits.size === stems.size && stems.size <= 3) return { from, to, how: "words" };
  if (hits.size < 2 || hits.size * 2 < stems.size) return null;
  return { from, to, how: hits.size * 4 >= stems.size * 3 ? "words" : "half" };
}
