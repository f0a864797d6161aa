import { foldLetters } from "./folded-letters.ts";
import { english } from "./lexicon/english.ts";
import { italian } from "./lexicon/italian.ts";
import type { Lexicon, LexiconLanguage } from "./lexicon/lexicon.ts";
import { romanian } from "./lexicon/romanian.ts";

/** The most characters that are read for what has no form of its own; a longer story is not read to its end for another item. */
const longestStory = 5000;
const lexicons: readonly Lexicon[] = [english, italian, romanian];

/** A message made ready for reading: own words, folded, with the languages it may be in. */
export interface MessageText {
  /** The own words as written. */
  text: string;
  /** The same in lower case and without marks on letters; same length, same places. */
  folded: string;
  /** Most likely first. */
  lexicons: readonly Lexicon[];
}

export function readMessage(ownWords: string, language: string | null | undefined): MessageText {
  const text = ownWords.slice(0, longestStory);
  const folded = foldLetters(text);
  return { text, folded, lexicons: lexiconsOf(folded, language?.slice(0, 2).toLowerCase()) };
}

/** The language that was told, and those whose words the message has; all when nothing says which. */
function lexiconsOf(folded: string, told: string | undefined): readonly Lexicon[] {
  const counts = lexicons.map((lexicon) => ({ lexicon, count: countTelling(lexicon, folded) }));
  const most = Math.max(...counts.map(({ count }) => count));
  const toldCount = counts.find(({ lexicon }) => lexicon.language === told)?.count ?? 0;
  const isTold = lexicons.some((lexicon) => lexicon.language === told);
  const likely = counts
    .filter(({ lexicon, count }) => (isTold ? lexicon.language === told || count > 2 * toldCount + 2 : count > 0 && count >= most * 0.6))
    .sort((one, other) => other.count - one.count)
    .map(({ lexicon }) => lexicon);
  return likely.length > 0 ? likely : lexicons;
}

function countTelling(lexicon: Lexicon, folded: string): number {
  return folded.slice(0, 1500).match(lexicon.telling)?.length ?? 0;
}

/** The likeliest language of the message; `null` when none of the three can be told from the others. */
export function likeliestLanguage(message: MessageText): LexiconLanguage | null {
  return message.lexicons.length === lexicons.length ? null : (message.lexicons[0]?.language ?? null);
}

/** Where the sentence around a place begins and ends. A dot in an abbreviation or a date ends none: a blank and no digit has to follow. */
export function sentenceAround(folded: string, from: number, to: number): { from: number; to: number } {
  let start = from;
  while (start > 0 && from - start < 300 && !endsSentence(folded, start - 1)) start--;
  let end = to;
  while (end < folded.length && end - to < 300 && !endsSentence(folded, end)) end++;
  return { from: start, to: Math.min(folded.length, end + 1) };
}

function endsSentence(folded: string, at: number): boolean {
  const letter = folded[at];
  if (letter === "!" || letter === "?" || letter === ";") return true;
  if (letter === "\n")
    return folded[at + 1] === "\n" || folded[at - 1] === "\n" || /[.:,)]\s*$/.test(folded.slice(Math.max(0, at - 3), at));
  return letter === "." && /^\s(?!\d)|^$/.test(folded.slice(at + 1, at + 3));
}
