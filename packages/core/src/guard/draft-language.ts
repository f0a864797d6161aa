import { foldDraft } from "./folded-draft.ts";
import { lexiconOf } from "./lexicon/compiled.ts";
import { type AskLanguage, askLanguages } from "./lexicon/lexicon.ts";

/** Most words counted; a longer text is no clearer. */
const mostWords = 400;

/**
 * The language of a text among those whose asks are recognized, by its frequent words. `preferred` decides when the words do not; `null`
 * when nothing does.
 */
export function draftLanguage(text: string, preferred?: string | null): AskLanguage | null {
  const expected = knownLanguage(preferred);
  return languageOfFolded(foldDraft(text.slice(0, 6000)).text, expected) ?? expected;
}

/** One of the recognized languages from a BCP 47 tag. */
export function knownLanguage(tag: string | null | undefined): AskLanguage | null {
  const primary = tag?.slice(0, 2).toLowerCase();
  return askLanguages.find((language) => language === primary && !/^[a-z]{3}/i.test(tag ?? "")) ?? null;
}

/** Which languages a word belongs to, by their places in `askLanguages`. */
let languagesOfWord: Map<string, number[]> | null = null;

function wordTable(): Map<string, number[]> {
  if (languagesOfWord !== null) return languagesOfWord;
  languagesOfWord = new Map();
  for (const [place, language] of askLanguages.entries()) {
    for (const word of lexiconOf(language).words) languagesOfWord.set(word, [...(languagesOfWord.get(word) ?? []), place]);
  }
  return languagesOfWord;
}

/** The same for text that is already folded; `null` when two languages are about as likely. `expected` counts as one word more. */
export function languageOfFolded(text: string, expected: AskLanguage | null = null): AskLanguage | null {
  const table = wordTable();
  const scores: number[] = askLanguages.map((language) => (language === expected ? 1 : 0));
  for (const word of text.split(/[^a-z]+/, mostWords)) {
    for (const place of table.get(word) ?? []) scores[place] = (scores[place] ?? 0) + 1;
  }
  const most = Math.max(...scores);
  const rest = scores.filter((_, place) => place !== scores.indexOf(most));
  return most >= 1 && most > Math.max(...rest) * 1.3 ? (askLanguages[scores.indexOf(most)] ?? null) : null;
}
