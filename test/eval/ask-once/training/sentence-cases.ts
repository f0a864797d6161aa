import { join } from "node:path";
import { type FactKey, factKeySchema, factKeys } from "@askonce/spec";
import * as z from "zod";
import { readCorpus } from "../../labelled/read-corpus.ts";
import { shareOf } from "./share-of.ts";
import type { TrainingCase } from "./training-cases.ts";

/** Sentences of agents by themselves, with what they ask for; `nothing` are those that only use the words of the keys. */
const sentenceSchema = z.object({
  id: z.string().min(1),
  language: z.string(),
  asks: z.enum(["plainly", "fairly", "nothing"]),
  keys: z.array(factKeySchema),
  text: z.string().min(1),
  /** What the customer wrote before, where it matters. */
  said: z.string().optional(),
});

export type Sentence = z.infer<typeof sentenceSchema>;

/**
 * The labelled sentences as replies. One that asks plainly for one key stands where somebody else asked for it needlessly, and one that asks for
 * nothing stands anywhere: with the facts and the conversation of a written reply. The others are read by themselves, with values of written replies.
 *
 * @param plain more of them
 */
export function sentenceCases(cases: readonly TrainingCase[], plain: readonly Sentence[]): TrainingCase[] {
  const values = valuesOf(cases);
  const places = placesOf(cases);
  const sentences = readCorpus(sentenceSchema, join(import.meta.dirname, "sentences"), { file: null, half: "all" });
  return [...sentences, ...plain].map((sentence) => {
    const place = placeFor(sentence, places);
    return place === undefined ? byItself(sentence, values) : inPlace(sentence, place);
  });
}

/** It has the author of what surrounds it, who is not to be measured by it. */
function inPlace({ id, asks, keys, text, language }: Sentence, { facts, history, author }: TrainingCase): TrainingCase {
  const known = asks === "plainly" ? keys : [];
  return { ...made(id, language, text), author, facts, history, asked: known, asksKnown: known };
}

function byItself({ id, language, asks, keys, text, said }: Sentence, values: Values): TrainingCase {
  return {
    ...made(id, language, text),
    isSentence: true,
    facts: factsOf(id, keys, text, values, language),
    history: said === undefined ? [] : [{ direction: "inbound", text: said }],
    asked: asks === "nothing" ? [] : keys,
    asksKnown: asks === "plainly" ? keys : [],
  };
}

function made(id: string, language: string, draft: string) {
  return { id, language, draft, author: id.replace(/-\d+$/, ""), isOfRules: false, isVaried: true };
}

/** Replies that ask needlessly, by language and key, and all of a language. */
function placesOf(cases: readonly TrainingCase[]): ReadonlyMap<string, readonly TrainingCase[]> {
  const places = new Map<string, TrainingCase[]>();
  for (const one of cases) {
    for (const name of [one.language, ...one.asksKnown.map((key) => `${one.language} ${key}`)]) {
      const own = places.get(name);
      if (own === undefined) places.set(name, [one]);
      else own.push(one);
    }
  }
  return places;
}

function placeFor(
  { id, language, asks, keys, said }: Sentence,
  places: ReadonlyMap<string, readonly TrainingCase[]>,
): TrainingCase | undefined {
  if (said !== undefined || asks === "fairly" || (asks === "plainly" && keys.length !== 1)) return undefined;
  const fitting = places.get(asks === "plainly" ? `${language} ${keys[0]}` : language) ?? [];
  return fitting[Math.floor(shareOf(id, "place") * fitting.length)];
}

type Values = ReadonlyMap<string, readonly string[]>;

function factsOf(id: string, keys: readonly FactKey[], text: string, values: Values, language: string): TrainingCase["facts"] {
  const isLittleKnown = shareOf(id, "few") < 0.5;
  return factKeys.flatMap((key) => {
    if (!keys.includes(key) && shareOf(id, key) >= (isLittleKnown ? 0.2 : 0.8)) return [];
    const known = values.get(`${language} ${key}`) ?? [];
    const value = (keys.includes(key) ? namedIn(text, key) : null) ?? known[Math.floor(shareOf(id, `${key} value`) * known.length)];
    return value === undefined ? [] : [{ key, value }];
  });
}

const identifiers: Partial<Record<FactKey, RegExp>> = {
  email: /[\w.+-]+@[\w-]+\.\w+/,
  orderNumber: /#?[A-Z]{0,4}-?\d[\dA-Z-]{3,}/,
  trackingNumber: /#?[A-Z]{0,4}-?\d[\dA-Z-]{3,}/,
  phone: /\+?\d[\d ]{7,}\d/,
};

/** An identifier that a sentence names is the one that is known. */
function namedIn(text: string, key: FactKey): string | null {
  return identifiers[key]?.exec(text)?.[0] ?? null;
}

function valuesOf(cases: readonly TrainingCase[]): Values {
  const values = new Map<string, string[]>();
  for (const { language, facts } of cases) {
    for (const { key, value } of facts) {
      const place = `${language} ${key}`;
      const known = values.get(place);
      if (known === undefined) values.set(place, [value]);
      else known.push(value);
    }
  }
  return values;
}
