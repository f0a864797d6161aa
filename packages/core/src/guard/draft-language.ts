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
  return languageOfFolded(foldDraft(text.slice(0, 6000)).text) ?? knownLanguage(preferred);
}

/** One of the recognized languages from a BCP 47 tag. */
export function knownLanguage(tag: string | null | undefined): AskLanguage | null {
  const primary = tag?.slice(0, 2).toLowerCase();
  return askLanguages.find((language) => language === primary && !/^[a-z]{3}/i.test(tag ?? "")) ?? null;
}

/** The same for text that is already folded; `null` when two languages are about as likely. */
export function languageOfFolded(text: string): AskLanguage | null {
  const scores: Record<AskLanguage, number> = { en: 0, it: 0, ro: 0 };
  let count = 0;
  for (const match of text.matchAll(/[a-z]+/g)) {
    if (++count > mostWords) break;
    for (const language of askLanguages) if (lexiconOf(language).words.has(match[0])) scores[language] += 1;
  }
  const ranked = [...askLanguages].sort((one, other) => scores[other] - scores[one]);
  const [first = "en", second = "it"] = ranked;
  return scores[first] >= 1 && scores[first] > scores[second] * 1.3 ? first : null;
}
