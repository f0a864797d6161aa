import type { FactKey } from "@askonce/spec";
import { type AskMark, findMarks, stateAt } from "./ask-marks.ts";
import { type CompiledLexicon, occurs } from "./lexicon/compiled.ts";
import { findNouns, isEnumeration, isJoined, type Noun } from "./nouns.ts";
import type { Sentence } from "./sentences.ts";

/** An ask in a sentence; positions are in the sentence. */
export interface FoundAsk {
  key: FactKey;
  from: number;
  to: number;
  /** Where the thing itself begins; the words before it ask. */
  nounFrom: number;
  isConfirmation: boolean;
  hasValue: boolean;
}

/** Entries that follow a line like "please send us:". */
export interface ListContext {
  isConfirmation: boolean;
  hasEntries: boolean;
}

interface Surroundings {
  lexicon: CompiledLexicon;
  list: ListContext | null;
  next: Sentence | undefined;
  before: Sentence | undefined;
  /** The whole folded draft, for what "the number" is the number of. */
  draft: string;
}

/** Words of a customer or a form that the draft only repeats: "you asked 'where is my order number?'". */
const quotedWords = /"[^"\n]{2,300}"|(?<![a-z0-9])'[^'\n]{12,300}[?.!]'/g;

/** What was found in a sentence, whether it asks for it or not. */
export interface SentenceReading {
  asks: FoundAsk[];
  opensList: ListContext | null;
  /** The sentence, with what it quotes blanked. */
  text: string;
  nouns: Noun[];
  marks: AskMark[];
  /** It asks the customer for nothing, whatever it names. */
  isVetoed: boolean;
}

/** What one sentence asks for, and whether it begins a list of asks. */
export function readSentence(sentence: Sentence, around: Surroundings): SentenceReading {
  const { lexicon } = around;
  const text = sentence.text.replace(quotedWords, (found) => (found.includes(" ") ? "\u00b7".repeat(found.length) : found));
  const isVetoed = occurs(lexicon.vetoes, text);
  const marks = isVetoed ? [] : findMarks(text, sentence.isQuestion, lexicon);
  const opensList = sentence.isHeader && !isVetoed ? listOf(text, marks, lexicon) : null;
  const asks: FoundAsk[] = [];
  const named = findNouns(text, lexicon, { draft: around.draft, before: around.before?.text ?? "" });
  const nouns = isVetoed ? [] : named;
  const asked = new Set<Noun>();
  const add = (noun: Noun, from: number, isConfirmation: boolean) => {
    asked.add(noun);
    asks.push({
      key: noun.key,
      from: Math.min(from, noun.from),
      to: noun.to,
      nounFrom: noun.from,
      isConfirmation,
      hasValue: noun.hasValue,
    });
  };
  for (const noun of nouns) {
    const state = stateAt(marks, noun.from);
    if (state === null || noun.isExcluded || (noun.isShort && !isNamedAtOnce(text, state, noun))) continue;
    if (noun.hasValue && !state.isConfirmation) continue;
    if (state.isNear && !sentence.isQuestion && explains.test(text.slice(noun.to))) continue;
    add(noun, state.from, state.isConfirmation);
  }
  readAfterNouns(text, nouns, marks, lexicon, asked, add);
  readPronouns(text, nouns, marks, lexicon, asked, add);
  if (nouns.length === 0 && !isVetoed) readCarriedPronouns(text, marks, around, asks);
  readFragment(
    sentence,
    text,
    nouns.filter((noun) => !isTakenBack(marks, noun.from)),
    around,
    asked,
    add,
  );
  joinNeighbors(text, nouns, asked, add, asks);
  if (!isVetoed) readQuestions(sentence, text, marks, around, asks);
  return { asks, opensList, text, nouns: named, marks, isVetoed };
}

/** What banners ask too. */
const vague: ReadonlySet<FactKey> = new Set(["problem", "damageExtent", "item", "returnReason"]);

/** "What happened is that …" tells it. */
const explains = /^ (?:is|was|e|era|este) (?:that|this|because|che|ca|perche) /;

/** "Since when you wrote, we have checked twice." */
const subordinate = /^[^,]{0,50}, (?!va rog|te rog|va rugam|per favore|per cortesia|please|pls|grazie|multumesc|thanks)[^?]{12,}\.$/;

/** Short words that mean too much to be taken for the thing, even right after an ask: "send the item back". */
const ambiguous: ReadonlySet<FactKey> = new Set(["item", "orderNumber", "damageExtent", "trackingNumber", "paymentMethod"]);

/** "Tell me the address": nothing but an article stands between. */
function isNamedAtOnce(text: string, state: AskMark, noun: Noun): boolean {
  // "Which order", "what model": nothing else is meant.
  if (/(?:^| )(?:which|what) ?$/.test(text.slice(0, noun.from))) return true;
  return !ambiguous.has(noun.key) && state.to <= noun.from && isJoined(text.slice(state.to, noun.from).replace(/^ ?:/, ""));
}

function listOf(text: string, marks: readonly AskMark[], lexicon: CompiledLexicon): ListContext | null {
  const last = marks.at(-1);
  if (last?.kind === "ask") return { isConfirmation: last.isConfirmation, hasEntries: false };
  return occurs(lexicon.headers, text) ? { isConfirmation: false, hasEntries: false } : null;
}

type Add = (noun: Noun, from: number, isConfirmation: boolean) => void;

/** "Your order number is missing", "the order number, please". */
function readAfterNouns(
  text: string,
  nouns: readonly Noun[],
  marks: readonly AskMark[],
  lexicon: CompiledLexicon,
  asked: ReadonlySet<Noun>,
  add: Add,
): void {
  for (const noun of nouns) {
    if (asked.has(noun) || noun.isExcluded || noun.hasValue || (noun.isShort && (text.length > 60 || ambiguous.has(noun.key)))) continue;
    if (isTakenBack(marks, noun.from)) continue;
    if (lexicon.afterNoun.test(text.slice(noun.to, noun.to + 80))) add(noun, noun.from, false);
  }
}

/** "If you still have a photo of the label, please send it": the pronoun stands for what was named before. */
function readPronouns(
  text: string,
  nouns: readonly Noun[],
  marks: readonly AskMark[],
  lexicon: CompiledLexicon,
  asked: ReadonlySet<Noun>,
  add: Add,
): void {
  lexicon.carriedPronouns.lastIndex = 0;
  const carried = lexicon.carriedPronouns.exec(text);
  for (const mark of marks) {
    if (mark.kind !== "ask" || mark.isNear) continue;
    const isCarried = carried !== null && mark.from >= carried.index - 24 && mark.from < carried.index + carried[0].length;
    if (!isCarried && !lexicon.pronouns.test(text.slice(mark.to, mark.to + 40))) continue;
    const before = nouns
      .filter((noun) => noun.to <= mark.from && !noun.isExcluded && !noun.hasValue && (!noun.isShort || noun.key === "orderNumber"))
      .at(-1);
    if (before !== undefined && !asked.has(before) && mark.from - before.to < 120 && !isTakenBack(marks, before.from))
      add(before, before.from, mark.isConfirmation);
  }
}

/** What can be typed, copied or sent, so that "it" can stand for it. */
const sendable: ReadonlySet<FactKey> = new Set([
  "orderNumber",
  "trackingNumber",
  "email",
  "phone",
  "name",
  "shippingAddress",
  "postcode",
  "invoiceData",
  "photoOfItem",
  "photoOfPackaging",
  "photoOfLabel",
]);

/** "I do not see your order number. Can you type it in again?": the sentence before named the thing. */
function readCarriedPronouns(text: string, marks: readonly AskMark[], around: Surroundings, asks: FoundAsk[]): void {
  const { lexicon, before, draft } = around;
  if (before === undefined || occurs(lexicon.vetoes, before.text)) return;
  lexicon.carriedPronouns.lastIndex = 0;
  const match = lexicon.carriedPronouns.exec(text);
  if (
    match === null ||
    !marks.some((mark) => mark.kind === "ask" && mark.from >= match.index - 24 && mark.from < match.index + match[0].length)
  )
    return;
  const marksBefore = findMarks(before.text, before.isQuestion, lexicon);
  const named = findNouns(before.text, lexicon, { draft, before: "" }).filter((noun) => !noun.isShort && !noun.hasValue);
  const last = named.at(-1);
  // "The driver would like to have your number. What is it?"
  const isBare = match[0].startsWith("what");
  if (last === undefined || (last.isExcluded && !isBare) || !sendable.has(last.key)) return;
  if ((isTakenBack(marksBefore, last.from) && !isBare) || stateAt(marksBefore, last.from) !== null) return;
  const to = match.index + match[0].length;
  asks.push({ key: last.key, from: match.index, to, nounFrom: match.index, isConfirmation: false, hasValue: false });
}

/** "Order number?", "and the photos please", "Order no.: ____", and entries of a list that asks. */
function readFragment(
  sentence: Sentence,
  text: string,
  nouns: readonly Noun[],
  around: Surroundings,
  asked: ReadonlySet<Noun>,
  add: Add,
): void {
  const { lexicon, list, next } = around;
  const first = nouns.find((noun) => !noun.isExcluded);
  if (first === undefined) return;
  if (list?.hasEntries === true) {
    for (const noun of nouns) {
      if (asked.has(noun) || noun.isExcluded || noun.from > 80 || (noun.hasValue && !list.isConfirmation)) continue;
      add(noun, noun.from, list.isConfirmation);
    }
    return;
  }
  let rest = text;
  for (const noun of [...nouns].reverse()) rest = `${rest.slice(0, noun.from)} ${rest.slice(noun.to)}`;
  const isPolite = occurs(lexicon.politeFillers, rest);
  const field = /^\s*(?:\([^)]{0,40}\)\s*)?[:?]?\s*[_.…\-\s[\]]*$/.test(rest);
  const hasBlank = /_{2,}|\.{4,}|…{2,}|\[ ?\]/.test(rest);
  const isAfterField = around.before !== undefined && /^[^:]{2,50}:\s*$/.test(around.before.text);
  const isEmptyField =
    /:\s*$/.test(text) && (next === undefined || isAfterField || next.startsParagraph || /^[^:]{2,50}:\s*$|_{2,}/.test(next.text));
  const words = rest.replace(lexicon.fillers, " ").match(/[a-z0-9]+/g) ?? [];
  // "Problem with your order? Visit our help page."
  if (vague.has(first.key) && text.length > first.to - first.from + 8) return;
  const isFragment =
    words.length <= (isPolite ? (sentence.isQuestion ? 2 : 1) : 0) && (sentence.isQuestion || isPolite) && !text.includes(":");
  if (!isFragment && !(field && (hasBlank || isEmptyField))) {
    readTail(sentence, text, nouns, lexicon, asked, add);
    return;
  }
  for (const noun of nouns) if (!asked.has(noun) && !noun.isExcluded && !noun.hasValue) add(noun, noun.from, false);
}

/** "Quick one: your order number?": a question whose last part is nothing but the thing. */
function readTail(
  sentence: Sentence,
  text: string,
  nouns: readonly Noun[],
  lexicon: CompiledLexicon,
  asked: ReadonlySet<Noun>,
  add: Add,
): void {
  const start = Math.max(text.lastIndexOf(": "), text.lastIndexOf(", "), text.lastIndexOf(" - "));
  if (!sentence.isQuestion || start < 0) return;
  const last = nouns.filter(
    (noun) => noun.from > start && !noun.isExcluded && !noun.hasValue && !(noun.isShort && ambiguous.has(noun.key)),
  );
  if (!last.some((noun) => !noun.isShort)) return;
  let rest = text.slice(start);
  for (const noun of [...last].reverse()) rest = `${rest.slice(0, noun.from - start)} ${rest.slice(noun.to - start)}`;
  if (/[a-z0-9]/.test(rest.replace(lexicon.fillers, " "))) return;
  for (const noun of last) if (!asked.has(noun) && !vague.has(noun.key)) add(noun, noun.from, false);
}

/** "Your order number and e-mail": what is joined to something asked for is asked for too. */
function joinNeighbors(text: string, nouns: readonly Noun[], asked: ReadonlySet<Noun>, add: Add, asks: readonly FoundAsk[]): void {
  const spread = (order: readonly Noun[]) => {
    for (const [index, noun] of order.entries()) {
      const other = order[index - 1];
      if (other === undefined || asked.has(noun) || !asked.has(other) || noun.isExcluded || noun.hasValue) continue;
      const gap = noun.from >= other.to ? text.slice(other.to, noun.from) : text.slice(noun.to, other.from);
      const ask = asks.find((candidate) => candidate.nounFrom === other.from && candidate.to === other.to);
      if (isEnumeration(gap)) add(noun, noun.from, ask?.isConfirmation ?? false);
    }
  };
  spread(nouns);
  spread([...nouns].reverse());
}

/** Questions that need no name for what they ask: "what happened?", "where should we send it?". */
function readQuestions(sentence: Sentence, text: string, marks: readonly AskMark[], around: Surroundings, asks: FoundAsk[]): void {
  const isAsking = marks.some((mark) => mark.kind === "ask");
  const isEntry = around.list?.hasEntries === true;
  // "What a lovely color!" asks nothing; and who leaves the question mark out leaves the full stop out too.
  const mayBeBare = text.length <= 70 && !/(?:[^.]\.|!)$/.test(text);
  if (!sentence.isQuestion && !isAsking && !isEntry && !mayBeBare) return;
  for (const [key, words] of around.lexicon.questions) {
    words.lastIndex = 0;
    for (let match = words.exec(text); match !== null; match = words.exec(text)) {
      const from = match.index;
      const to = from + match[0].length;
      if (asks.some((ask) => ask.key === key && ask.from < to && from < ask.to)) continue;
      const state = stateAt(marks, from);
      if (!sentence.isQuestion && explains.test(text.slice(to))) continue;
      const isBare = /^(?:[a-z']{1,12}[,:]? ){0,3}$/.test(text.slice(0, from)) || /[,:;-] (?:[a-z]{1,6} ){0,2}$/.test(text.slice(0, from));
      if (state === null && isTakenBack(marks, from)) continue;
      if (state === null && !sentence.isQuestion && subordinate.test(text.slice(to))) continue;
      if (state === null && !sentence.isQuestion && !(isEntry && from < 60) && !(mayBeBare && isBare)) continue;
      asks.push({
        key,
        from: state === null ? from : Math.min(state.from, from),
        to,
        nounFrom: from,
        isConfirmation: false,
        hasValue: false,
      });
    }
  }
}

function isTakenBack(marks: readonly AskMark[], at: number): boolean {
  const last = marks.filter((mark) => mark.from < at).at(-1);
  return last?.kind === "block" && (last.until ?? Number.POSITIVE_INFINITY) > at;
}
