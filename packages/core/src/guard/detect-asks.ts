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
 * @param language BCP 47 tag of the draft; its words decide when they are clear, and when nothing is all languages are tried
 */
export function detectAsks(draft: string, language?: string | null): DetectedAsk[] {
  const own = withoutSignature(ownWords(draft));
  const folded = foldDraft(own);
  const whole = languageOfFolded(folded.text) ?? knownLanguage(language);
  const sentences = splitSentences(folded.text);
  const found: (FoundAsk & { sentence: number; language: AskLanguage })[] = [];
  let list: ListContext | null = null;
  for (const [index, sentence] of sentences.entries()) {
    const next = sentences[index + 1];
    const before = sentences[index - 1];
    list = listAfter(list, sentence, before);
    let opened: ListContext | null = null;
    for (const candidate of languagesOf(sentence, whole)) {
      const lexicon = lexiconOf(candidate);
      const reading = readSentence(sentence, { lexicon, list, next, before, draft: folded.text });
      for (const ask of reading.asks) found.push({ ...ask, sentence: index, language: candidate });
      opened ??= reading.opensList;
    }
    if (opened !== null) list = opened;
  }
  const asks: DetectedAsk[] = [];
  for (const ask of found) {
    const sentence = sentences[ask.sentence];
    if (sentence === undefined) continue;
    const place = placeInDraft(folded, sentence.from + ask.from, sentence.from + ask.to);
    const merged = asks.find((other) => other.key === ask.key && other.from < place.to && place.from < other.to);
    if (merged !== undefined) continue;
    asks.push({
      key: ask.key,
      from: place.from,
      to: place.to,
      text: draft.slice(place.from, place.to).slice(0, 500),
      language: ask.language,
      cues: askCues(ask, sentences, ask.sentence, lexiconOf(ask.language)),
    });
  }
  return asks.sort((one, other) => one.from - other.from).slice(0, mostAsks);
}

/** What stands below the mark that mail programs put before a signature, letter for letter. */
function withoutSignature(text: string): string {
  return text.replace(/(?:^|\n)-- ?\r?\n[^]*$/, (signature) => signature.replace(/[^\n]/g, " "));
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

/** Whether a customer writes that what is known of them has changed. */
export function tellsOfMove(text: string): boolean {
  const folded = foldDraft(text.slice(0, 6000)).text;
  return askLanguages.some((language) => occurs(lexiconOf(language).cues.moved, folded));
}
