import type { FactKey } from "@askonce/spec";
import { ownWords } from "../facts/extract/own-words.ts";
import { type AskCues, askCues } from "./ask-cues.ts";
import { knownLanguage, languageOfFolded } from "./draft-language.ts";
import { foldDraft, placeInDraft } from "./folded-draft.ts";
import { lexiconOf, occurs } from "./lexicon/compiled.ts";
import { type AskLanguage, askLanguages } from "./lexicon/lexicon.ts";
import { type FoundAsk, type ListContext, readSentence } from "./read-sentence.ts";
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

/** The same, with the language the draft was read in; `null` when neither its words nor `preferred` tell. */
export function readDraft(draft: string, preferred?: string | null): { language: AskLanguage | null; asks: DetectedAsk[] } {
  const folded = foldDraft(withoutSignature(ownWords(draft)));
  const expected = knownLanguage(preferred);
  const language = languageOfFolded(folded.text, expected) ?? expected;
  const sentences = splitSentences(folded.text);
  const asks: DetectedAsk[] = [];
  for (const ask of findAsks(sentences, folded.text, language)) {
    const sentence = sentences[ask.sentence];
    if (sentence === undefined) continue;
    const { from, to } = placeInDraft(folded, sentence.from + ask.from, sentence.from + ask.to);
    if (asks.some((other) => other.key === ask.key && other.from < to && from < other.to)) continue;
    const cues = askCues(ask, sentences, ask.sentence, lexiconOf(ask.language));
    asks.push({ key: ask.key, from, to, text: draft.slice(from, to).slice(0, 500), language: ask.language, cues });
    if (asks.length === mostAsks) break;
  }
  return { language, asks: asks.sort((one, other) => one.from - other.from) };
}

type PlacedAsk = FoundAsk & { sentence: number; language: AskLanguage };

function findAsks(sentences: readonly Sentence[], draft: string, language: AskLanguage | null): PlacedAsk[] {
  const found: PlacedAsk[] = [];
  let list: ListContext | null = null;
  for (const [index, sentence] of sentences.entries()) {
    const next = sentences[index + 1];
    const before = sentences[index - 1];
    list = listAfter(list, sentence, before);
    // Nothing that can be asked for has a shorter name.
    if (!/[a-z]{2}/.test(sentence.text)) continue;
    let opened: ListContext | null = null;
    for (const candidate of languagesOf(sentence, language)) {
      const reading = readSentence(sentence, { lexicon: lexiconOf(candidate), list, next, before, draft });
      for (const ask of reading.asks) found.push({ ...ask, sentence: index, language: candidate });
      opened ??= reading.opensList;
    }
    if (opened !== null) list = opened;
    if (found.length > 4 * mostAsks) break;
  }
  return found;
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
export function tellsOfAnother(text: string): boolean {
  const folded = foldDraft(text.slice(0, 6000)).text;
  return askLanguages.some((language) => occurs(lexiconOf(language).another, folded));
}

/** Whether words of a customer say that what they have is not what they want: "too small". */
export function tellsOfMisfit(text: string): boolean {
  const folded = foldDraft(text.slice(0, 6000)).text;
  return askLanguages.some((language) => occurs(lexiconOf(language).cues.misfit, folded));
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

/** Whether a customer writes that what is known of them has changed. */
export function tellsOfMove(text: string): boolean {
  const folded = foldDraft(text.slice(0, 6000)).text;
  return askLanguages.some((language) => occurs(lexiconOf(language).cues.moved, folded));
}
