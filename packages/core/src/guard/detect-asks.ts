import type { FactKey } from "@askonce/spec";
import { ownWords } from "../facts/extract/own-words.ts";
import { type AskCues, askCues } from "./ask-cues.ts";
import { knownLanguage, languageOfFolded } from "./draft-language.ts";
import { type FoldedDraft, foldDraft, placeInDraft } from "./folded-draft.ts";
import { type CompiledLexicon, lexiconOf, occurs } from "./lexicon/compiled.ts";
import { type AskLanguage, askLanguages } from "./lexicon/lexicon.ts";
import { type FoundAsk, type ListContext, readSentence, type SentenceReading } from "./read-sentence.ts";
import { type Sentence, splitSentences } from "./sentences.ts";

/** Something a draft asks for, before anybody looks whether it is known. */
export interface DetectedAsk {
  key: FactKey;
  /** UTF-16 positions in the draft: `from` included, `to` excluded. */
  from: number;
  to: number;
  /** The words that ask, at most 500 characters. */
  text: string;
  language: AskLanguage;
  cues: AskCues;
}

const mostAsks = 50;

/**
 * What a reply asks its reader to tell, send or confirm, in English, Italian and Romanian, in the order in which it asks. Quoted mail and
 * what follows "-- " are not the draft's own words. Only the first 20,000 characters are read.
 *
 * @param language BCP 47 tag of the draft; its words decide when they are clear, and when nothing does all languages are tried
 */
export function detectAsks(draft: string, language?: string | null): DetectedAsk[] {
  return readDraft(draft, language).asks;
}

/** A sentence of a draft, as it was read in one language. */
export type ReadSentence = Omit<SentenceReading, "asks" | "opensList"> & { sentence: Sentence; language: AskLanguage };

export interface DraftReading {
  /** The language the draft was read in; `null` when neither its words nor the expected one tell. */
  language: AskLanguage | null;
  asks: DetectedAsk[];
  folded: FoldedDraft;
  /** Its sentences, in order; those without a word are left out. */
  sentences: ReadSentence[];
}

/** The same, with everything that was found on the way. */
export function readDraft(draft: string, preferred?: string | null): DraftReading {
  const folded = foldDraft(withoutSignature(ownWords(draft)));
  const expected = knownLanguage(preferred);
  const language = languageOfFolded(folded.text, expected) ?? expected;
  const sentences = splitSentences(folded.text);
  const asks: DetectedAsk[] = [];
  const { found, read } = findAsks(sentences, folded.text, language);
  for (const ask of found) {
    const sentence = sentences[ask.sentence];
    if (sentence === undefined) continue;
    const { from, to } = placeInDraft(folded, sentence.from + ask.from, sentence.from + ask.to);
    if (asks.some((other) => other.key === ask.key && other.from < to && from < other.to)) continue;
    const cues = askCues(ask, sentences, ask.sentence, lexiconOf(ask.language));
    asks.push({ key: ask.key, from, to, text: draft.slice(from, to).slice(0, 500), language: ask.language, cues });
    if (asks.length === mostAsks) break;
  }
  return { language, asks: asks.sort((one, other) => one.from - other.from), folded, sentences: read };
}

type PlacedAsk = FoundAsk & { sentence: number; language: AskLanguage };

function findAsks(
  sentences: readonly Sentence[],
  draft: string,
  language: AskLanguage | null,
): { found: PlacedAsk[]; read: ReadSentence[] } {
  const found: PlacedAsk[] = [];
  const read: ReadSentence[] = [];
  let list: ListContext | null = null;
  for (const [index, sentence] of sentences.entries()) {
    const next = sentences[index + 1];
    const before = sentences[index - 1];
    list = listAfter(list, sentence, before);
    // Nothing that can be asked for has a shorter name.
    if (!/[a-z]{2}/.test(sentence.text)) continue;
    let opened: ListContext | null = null;
    for (const [place, candidate] of languagesOf(sentence, language).entries()) {
      const { asks, opensList, ...reading } = readSentence(sentence, { lexicon: lexiconOf(candidate), list, next, before, draft });
      for (const ask of asks) found.push({ ...ask, sentence: index, language: candidate });
      opened ??= opensList;
      if (place === 0) read.push({ ...reading, sentence, language: candidate });
    }
    if (opened !== null) list = opened;
    if (found.length > 4 * mostAsks) break;
  }
  return { found, read };
}

/** What stands below the mark that mail programs put before a signature, letter for letter. */
function withoutSignature(text: string): string {
  return text.replace(/(?:^|\n)-- ?\r?\n[\s\S]*$/, (signature) => signature.replace(/[^\n]/g, " "));
}

/** A sentence in a language of its own is read in that one. */
function languagesOf(sentence: Sentence, whole: AskLanguage | null): readonly AskLanguage[] {
  const own = languageOfFolded(sentence.text);
  if (own !== null && own !== whole && sentence.text.length > 30) return whole === null ? [own] : [own, whole];
  const language = whole ?? own;
  return language === null ? askLanguages : [language];
}

/** A list goes on through its entries and short lines, and ends with prose. */
function listAfter(list: ListContext | null, sentence: Sentence, before: Sentence | undefined): ListContext | null {
  if (list === null) return null;
  if (sentence.isEntry) return { ...list, hasEntries: true };
  if (before?.isHeader === true && sentence.text.length <= 120 && !sentence.isQuestion) return { ...list, hasEntries: true };
  const isShort = sentence.text.length <= 45 && !/[.!?]$/.test(sentence.text);
  return isShort && !(sentence.startsParagraph && list.hasEntries) ? { ...list, hasEntries: true } : null;
}

/** Whether a customer writes of an order or parcel besides the one spoken of. */
export const tellsOfAnother = told(({ another }) => another);

/** Whether words of a customer say that what they have is not what they want: "too small". */
export const tellsOfMisfit = told(({ cues }) => cues.misfit);

/** Whether a customer writes that what is known of them has changed. */
export const tellsOfMove = told(({ cues }) => cues.moved);

/** Whether words occur in a text in any language. The last text is remembered, because each ask of a reply is judged by the same message. */
function told(words: (lexicon: CompiledLexicon) => RegExp): (text: string) => boolean {
  let last: { text: string; isTold: boolean } | null = null;
  return (text) => {
    if (last?.text !== text) {
      const folded = foldDraft(text.slice(0, 6000)).text;
      last = { text, isTold: askLanguages.some((language) => occurs(words(lexiconOf(language)), folded)) };
    }
    return last.isTold;
  };
}

/** Whether a customer names a value as what they wish: "I would like the M". */
export function tellsOfWish(text: string, value: string): boolean {
  const wanted = ` ${plainWords(foldDraft(value.slice(0, 60)).text)} `;
  return foldDraft(text.slice(0, 6000))
    .text.split(/[.!?;\n]/)
    .some((sentence) =>
      askLanguages.some((language) => {
        const { wish } = lexiconOf(language).cues;
        wish.lastIndex = 0;
        const from = wish.exec(sentence)?.index;
        // "The blue looks bad, can I swap it" names what is not wanted.
        return from !== undefined && ` ${plainWords(sentence.slice(from))} `.includes(wanted);
      }),
    );
}

function plainWords(folded: string): string {
  return folded.replace(/[^a-z0-9]+/g, " ").trim();
}
