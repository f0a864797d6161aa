import type { FactKey } from "@askonce/spec";
import { type Verdict, verdictOf } from "../ask-verdict.ts";
import { type DetectedAsk, type DraftReading, readDraft, tellsOfAnother, tellsOfMisfit, tellsOfMove } from "../detect-asks.ts";
import { languageOfFolded } from "../draft-language.ts";
import { foldDraft } from "../folded-draft.ts";
import type { HistoryMessage, KnownValue } from "../known-values.ts";
import { lexiconOf } from "../lexicon/compiled.ts";
import type { AskLanguage } from "../lexicon/lexicon.ts";
import { findNouns } from "../nouns.ts";
import { type Sentence, splitSentences } from "../sentences.ts";
import { FeaturePlaces } from "./feature-places.ts";
import { type KeyKind, kindOfKey } from "./key-kinds.ts";
import { placeOfValue, type SoughtValue, soughtValue } from "./value-place.ts";
import { wordsOf } from "./words.ts";

/** What all mentions of a draft share. */
export interface DraftSurroundings {
  reading: DraftReading;
  sentences: readonly Sentence[];
  known: readonly KnownValue[];
  history: readonly HistoryMessage[];
  /** Words of a sentence; one word that says so where there is none. */
  wordsAt(sentence: number): readonly string[];
}

/** What all mentions of one key share. */
export interface KeySurroundings {
  kind: KeyKind;
  sought: readonly SoughtValue[];
  /** What the rules found of this key. */
  rules: readonly { ask: DetectedAsk; verdict: Verdict }[];
  /** What is the same for each of its mentions. */
  features: FeaturePlaces;
}

const longestRead = 3000;
const mostMessages = 30;
const mostValues = 5;

/** Reads what stands around a draft once, for all keys. */
export function surroundingsOf(
  reading: DraftReading,
  known: readonly KnownValue[],
  history: readonly HistoryMessage[],
): { draft: DraftSurroundings; ofKey(key: FactKey): KeySurroundings } {
  const inbound = history.filter((message) => message.direction === "inbound").slice(-mostMessages);
  const said = inbound.map((message) => foldDraft(message.text.slice(0, longestRead)).text);
  const lastText = inbound.at(-1)?.text.slice(0, longestRead) ?? "";
  const last = said.at(-1) ?? "";
  const lastOut = history.findLast((message) => message.direction === "outbound")?.text ?? "";
  const namedLast = last === "" ? new Set<FactKey>() : namedIn(last, reading.language);
  const askedBefore = new Set(lastOut === "" ? [] : readDraft(lastOut.slice(0, longestRead), reading.language).asks.map((ask) => ask.key));
  const told = [
    ["move", tellsOfMove(lastText)],
    ["another", tellsOfAnother(lastText)],
    ["misfit", tellsOfMisfit(lastText)],
  ] as const;
  const lastWords = new Set(wordsOf(last.slice(0, 1500)));
  const language = reading.language ?? "";
  const words = new Map<number, readonly string[]>();
  const draft: DraftSurroundings = {
    reading,
    sentences: reading.sentences.map((read) => read.sentence),
    known,
    history,
    wordsAt(sentence) {
      const found = words.get(sentence) ?? [...new Set(wordsOf(reading.sentences[sentence]?.text ?? "none"))];
      words.set(sentence, found);
      return found;
    },
  };
  return {
    draft,
    ofKey(key) {
      const values = known.filter((value) => value.key === key).slice(0, mostValues);
      // A sentence that seems to tell it is no value to be looked for.
      const sought = values.filter((value) => value.toldWeight === undefined).map((value) => soughtValue(value.value));
      const seems = seemsTold(values);
      const rules = reading.asks.filter((ask) => ask.key === key).map((ask) => ({ ask, verdict: verdictOf(ask, known, history, null) }));
      const isSaidIn = (text: string) => sought.some((value) => placeOfValue(value, text) !== null);
      const group = kindOfKey(key);
      const rule = rules.find(({ verdict }) => verdict.verdict === "known")?.verdict.verdict ?? rules[0]?.verdict.verdict ?? "none";
      const inDraft = isSaidIn(reading.folded.text);
      const saidAt = isSaidIn(last) ? "last" : said.slice(0, -1).some(isSaidIn) ? "earlier" : "no";
      const isNamed = namedLast.has(key);
      const features = new FeaturePlaces();
      for (const name of ["any:", `any:${group}:`]) features.addRule(name, rule);
      features.addRule(`asks:${Math.min(3, reading.asks.length)}`);
      features.addRule(`otherAsks:${reading.asks.some((ask) => ask.key !== key)}`);
      for (const name of ["bias", `key:${key}`, `group:${group}`, `values:${Math.min(3, values.length)}`]) features.add(name);
      for (const name of [`inDraft:${inDraft}`, `inDraft:${group}:${inDraft}`, `askedBefore:${askedBefore.has(key)}`]) features.add(name);
      for (const name of ["said:", `said:${group}:`, `said:${key}:`, `named:${isNamed}:`, `named:${group}:${isNamed}:`])
        features.add(name, saidAt);
      features.add(`messages:${Math.min(3, said.length)}`);
      for (const name of ["seems:", `seems:${group}:`, `seems:${key}:`]) features.add(name, seems);
      for (const [name, isTold] of told) {
        if (!isTold) continue;
        features.add("told:", name);
        features.add("told:", group, ":", name);
      }
      for (const word of lastWords) {
        features.add(language, "h|", word);
        features.add(language, "h|", group, "|", word);
      }
      return { kind: group, sought, rules, features };
    },
  };
}

/** How surely it was told, where only the words of a sentence say so. */
function seemsTold(values: readonly KnownValue[]): string {
  const weight = values[0]?.toldWeight;
  return weight === undefined ? "no" : String(Math.min(3, Math.floor(weight * 2) / 2));
}

/** What a message names, whether it tells it or asks for it. */
function namedIn(folded: string, language: AskLanguage | null): Set<FactKey> {
  const lexicon = lexiconOf(languageOfFolded(folded, language) ?? language ?? "en");
  const around = { draft: folded, before: "" };
  return new Set(splitSentences(folded).flatMap(({ text }) => findNouns(text, lexicon, around).map((noun) => noun.key)));
}
