import { numbersIn, numberWords, plainWords } from "./words.ts";

/** One word that is looked for. */
export interface QueryWord {
  word: string;
  /** Whether longer words that begin with it are meant too. */
  isPrefix: boolean;
}

/**
 * What is looked for: all of the terms, each in one of its spellings, each spelling with all of its words. A word typed by a person has one
 * spelling; a number typed in groups has several.
 */
export type SearchQuery = readonly SearchTerm[];
export type SearchTerm = readonly (readonly QueryWord[])[];

/** More terms than anybody types; the rest is left out. */
const mostTerms = 16;

/**
 * Reads what somebody typed. Words of two and more characters find the words that begin with them, single characters find themselves.
 *
 * @returns without terms when there is no letter and no digit in it: that finds nothing
 */
export function parseQuery(text: string, countryCode?: string): SearchQuery {
  const terms: SearchTerm[] = [];
  let from = 0;
  for (const { at, written } of numbersIn(text)) {
    terms.push(...wordTerms(text.slice(from, at)));
    const spellings = [plainWords(written), ...numberWords(written, countryCode).map((word) => [word])];
    terms.push(distinct(spellings.filter((words) => words.length > 0)));
    from = at + written.length;
  }
  terms.push(...wordTerms(text.slice(from)));
  return terms.filter((term) => term.length > 0).slice(0, mostTerms);
}

function wordTerms(text: string): SearchTerm[] {
  return plainWords(text).map((word) => [[toQueryWord(word)]]);
}

function distinct(spellings: readonly string[][]): SearchTerm {
  const seen = new Map(spellings.map((words) => [words.join(" "), words]));
  return [...seen.values()].map((words) => words.map(toQueryWord));
}

function toQueryWord(word: string): QueryWord {
  return { word, isPrefix: [...word].length > 1 };
}
