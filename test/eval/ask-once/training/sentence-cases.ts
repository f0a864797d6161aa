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

type Values = ReadonlyMap<string, readonly string[]>;

/** The labelled sentences as replies to a customer of whom their keys are known, and others: with values of the given cases. */
export function sentenceCases(cases: readonly TrainingCase[]): TrainingCase[] {
  const values = valuesOf(cases);
  return readCorpus(sentenceSchema, join(import.meta.dirname, "sentences"), { file: null, half: "all" }).map(
    ({ id, language, asks, keys, text, said }) => ({
      ...{ id, language, draft: text, author: id.replace(/-\d+$/, ""), isOfRules: false, isVaried: true, isSentence: true },
      facts: factsOf(id, keys, text, values, language),
      history: said === undefined ? [] : [{ direction: "inbound" as const, text: said }],
      asked: asks === "nothing" ? [] : keys,
      asksKnown: asks === "plainly" ? keys : [],
    }),
  );
}

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
