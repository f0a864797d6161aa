import { type FactKey, factKeys } from "@askonce/spec";
import { ownWords } from "../../facts/extract/own-words.ts";
import { foldDraft, placeInDraft } from "../folded-draft.ts";
import { splitSentences } from "../sentences.ts";
import { decodeWeights } from "../weights/weight-table.ts";
import { learnedTold } from "./learned-told.ts";
import { placeForKey, sentenceFeatures } from "./told-features.ts";

/** That a customer's message tells something, by the sentence that most likely does, where no value could be read from it. */
export interface ToldKey {
  key: FactKey;
  sentence: string;
  /** How much speaks for it, as the logarithm of the odds: at 0 it is as likely as not. */
  weight: number;
}

/** What was learned of how customers tell things. */
export interface ToldTable {
  weights: Int8Array;
  /** What one step of a weight is worth. */
  step: number;
}

/** Less than this is no hint: of a hundred keys that customers did not tell, ten would be taken for told. */
export const leastToldWeight = -1;

/** What a sentence has to have, whatever its words are, to tell what is made of digits. */
const forms: Readonly<Partial<Record<FactKey, RegExp>>> = {
  orderNumber: /[0-9][0-9-]{2}|[a-z][0-9]{2}|[a-z]-[0-9]/,
  trackingNumber: /[0-9][0-9-]{2}|[a-z][0-9]{2}|[a-z]-[0-9]/,
  phone: /(?:[0-9][ ./-]?){5}/,
  postcode: /[0-9]{4}|[a-z][0-9]/,
  email: /@|mail/,
};

/** Whether a sentence can tell a key at all. */
export function mayTell(key: FactKey, folded: string): boolean {
  return forms[key]?.test(folded) ?? true;
}

const longestRead = 3000;
const mostSentences = 40;
const longestSentence = 200;

let shipped: ToldTable | null = null;

/** The weights that ship, decoded on first use. */
export function shippedTold(): ToldTable {
  shipped ??= { weights: decodeWeights(learnedTold.weights), step: learnedTold.step };
  return shipped;
}

/** A sentence of a customer's own words, as it was written and as it is weighed. */
export interface ToldSentence {
  text: string;
  folded: string;
  features: readonly number[];
}

/** The sentences of a customer's message, without quoted mail. */
export function toldSentences(message: string, language: string | null): ToldSentence[] {
  const own = ownWords(message).slice(0, longestRead);
  const folded = foldDraft(own);
  return splitSentences(folded.text)
    .slice(0, mostSentences)
    .filter(({ text }) => /[a-z0-9]{2}/.test(text))
    .map(({ from, to, text }) => {
      const place = placeInDraft(folded, from, to);
      return {
        text: own.slice(place.from, place.to).slice(0, longestSentence),
        folded: text,
        features: sentenceFeatures(text, language ?? ""),
      };
    });
}

/** What a customer's message tells, as far as words alone can say: each key once, with the sentence that most speaks for it. */
export function toldKeys(message: string, language: string | null, { weights, step }: ToldTable = shippedTold()): ToldKey[] {
  const sentences = toldSentences(message, language);
  return factKeys.flatMap((key, index) => {
    let best: ToldKey | null = null;
    for (const { text, folded, features } of sentences) {
      if (!mayTell(key, folded)) continue;
      let sum = 0;
      for (const feature of features) sum += weights[placeForKey(feature, index)] ?? 0;
      const weight = sum * step;
      if (weight >= leastToldWeight && (best === null || weight > best.weight)) best = { key, sentence: text, weight };
    }
    return best === null ? [] : [best];
  });
}
