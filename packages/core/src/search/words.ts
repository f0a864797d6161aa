import { foldText, normalizePhone } from "@askonce/spec";

/** Longer words are indexed and asked for by their beginning; characters. */
export const longestWord = 64;

/** A run of digits in groups, as people write phone numbers: `+40 (722) 123-456`. The digits of the groups together are a word too. */
const groupedDigits = /(?<![\p{L}\p{N}])[+(]{0,2}\d[\d \u00a0().\-–/]{4,24}\d(?![\p{L}\p{N}])/gu;

/** Fewer are no beginning of a phone number that is worth an entry; more are none. */
const fewestDigits = 6;
const mostDigits = 15;

/**
 * The words of a text as they are indexed: folded, each a run of letters and digits, in the order of the text with repetitions. A number
 * that is written in groups comes as its groups and as one word; a phone number that can be completed comes in that form as well.
 *
 * @param countryCode ISO 3166-1 alpha-2 of the shop, which completes national phone numbers
 */
export function wordsOf(text: string, countryCode?: string): string[] {
  const words = plainWords(text);
  for (const written of text.match(groupedDigits) ?? []) words.push(...numberWords(written, countryCode));
  return words;
}

/** Runs of letters and digits, folded and cut to {@link longestWord}. */
export function plainWords(text: string): string[] {
  return (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(cutWord);
}

/** The numbers written in groups in a text, each with its place. */
export function numbersIn(text: string): { at: number; written: string }[] {
  return [...text.matchAll(groupedDigits)].map((match) => ({ at: match.index, written: match[0] }));
}

/** The digits of a number as one word, and those of its international form when the country completes it. */
export function numberWords(written: string, countryCode?: string): string[] {
  const digits = written.replace(/\D/g, "");
  const complete = normalizePhone(written, countryCode)?.slice(1);
  if (digits.length < fewestDigits) return [];
  const words = digits.length <= mostDigits ? [digits] : [];
  return complete === undefined || complete === digits ? words : [...words, complete];
}

/**
 * Every usual way to begin typing a stored phone number: with the country's code, with the zero before the national number, without it.
 *
 * @param normalized E.164, or the digits of a number that could not be completed
 */
export function phoneWords(normalized: string, countryCode?: string): string[] {
  const digits = normalized.replace(/\D/g, "");
  const national = [3, 2, 1]
    .map((length) => digits.slice(length))
    .find((rest) => [rest, `0${rest}`].some((spelling) => normalizePhone(spelling, countryCode) === normalized));
  return national === undefined ? [digits] : [digits, national, `0${national}`];
}

function cutWord(word: string): string {
  // Cut between characters, not inside one that takes two places.
  return word.length <= longestWord ? word : word.slice(0, longestWord).replace(/[\ud800-\udbff]$/, "");
}
