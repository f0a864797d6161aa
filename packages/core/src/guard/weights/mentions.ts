import type { FactKey } from "@askonce/spec";
import type { DetectedAsk, DraftReading, ReadSentence } from "../detect-asks.ts";
import { placeInDraft } from "../folded-draft.ts";
import { lexiconOf } from "../lexicon/compiled.ts";
import type { Noun } from "../nouns.ts";
import { placeOfValue, type SoughtValue, type ValuePlace } from "./value-place.ts";

/**
 * A place in a draft that may ask for a key: its name, a question that needs no name, its known value in a sentence that asks, what a rule
 * found otherwise, or ("bare") a sentence that asks without any of these.
 */
export interface Mention {
  key: FactKey;
  kind: "noun" | "short" | "question" | "value" | "rule" | "bare";
  /** Place in the sentences of the reading. */
  sentence: number;
  /** Positions in the sentence. */
  from: number;
  to: number;
  noun: Noun | null;
  how: ValuePlace["how"] | null;
}

const mostSentences = 60;
const mostNamed = 3;
const mostBare = 4;

/** Everything in a draft that may ask for a key. */
export function findMentions(key: FactKey, reading: DraftReading, sought: readonly SoughtValue[], own: readonly DetectedAsk[]): Mention[] {
  const mentions: Mention[] = [];
  const sentences = reading.sentences.slice(0, mostSentences);
  let bare = 0;
  for (const [index, read] of sentences.entries()) {
    const add = (kind: Mention["kind"], from: number, to: number, noun: Noun | null = null, how: Mention["how"] = null) =>
      mentions.push({ key, kind, sentence: index, from, to, noun, how });
    const named = read.nouns.filter((noun) => noun.key === key).slice(0, mostNamed);
    for (const noun of named) add(noun.isShort ? "short" : "noun", noun.from, noun.to, noun);
    const questions = questionsFor(key, read).filter(
      (question) => !named.some((noun) => noun.from < question.to && question.from < noun.to),
    );
    for (const { from, to } of questions.slice(0, mostNamed + 1 - named.length)) add("question", from, to);
    if (named.length + questions.length > 0) continue;
    if (own.some((ask) => isWithin(ask, read, reading))) {
      add("rule", 0, read.text.length);
      continue;
    }
    if (!asksSomething(read)) continue;
    const said = sought.map((value) => placeOfValue(value, read.text)).find((place) => place !== null) ?? null;
    if (said !== null) add("value", said.from, said.to, null, said.how);
    else if (bare < mostBare && read.text.length >= 6 && namesNothing(read, reading)) {
      bare++;
      add("bare", 0, read.text.length);
    }
  }
  return mentions;
}

/** Whether a sentence asks for anything at all. */
function asksSomething({ sentence, marks }: ReadSentence): boolean {
  return sentence.isQuestion || marks.some((mark) => mark.kind === "ask");
}

/** Whether what a sentence asks for is open: it names nothing, and no rule found anything in it. */
function namesNothing(read: ReadSentence, reading: DraftReading): boolean {
  return !read.nouns.some((noun) => !noun.isShort) && !reading.asks.some((ask) => isWithin(ask, read, reading));
}

function questionsFor(key: FactKey, { text, language }: ReadSentence): { from: number; to: number }[] {
  const words = lexiconOf(language).questions.find(([asked]) => asked === key)?.[1];
  if (words === undefined) return [];
  words.lastIndex = 0;
  const found: { from: number; to: number }[] = [];
  for (let match = words.exec(text); match !== null && found.length < mostNamed; match = words.exec(text)) {
    if (match[0] === "") words.lastIndex++;
    else found.push({ from: match.index, to: match.index + match[0].length });
  }
  return found;
}

function isWithin(ask: DetectedAsk, { sentence }: ReadSentence, { folded }: DraftReading): boolean {
  const place = placeInDraft(folded, sentence.from, sentence.to);
  return ask.from >= place.from && ask.to <= place.to;
}
