import type { FactKey } from "@askonce/spec";
import type { DraftReading } from "../detect-asks.ts";
import type { HistoryMessage, KnownValue } from "../known-values.ts";
import { type KeySurroundings, surroundingsOf } from "./draft-surroundings.ts";
import type { FeaturePlaces } from "./feature-places.ts";
import { featuresOf } from "./mention-features.ts";
import { findMentions, type Mention } from "./mentions.ts";
import { addUp, type RuleFinding, type Sums, shippedWeights, weightOf } from "./weight-table.ts";

/** How much speaks for a draft asking for a key that is known, at the place where most does. */
export interface WeighedKey {
  mention: Mention;
  weight: number;
  isAsked: boolean;
}

/** Weighs every key that is known and may be asked for. Keys that no word of the draft points to are left out. */
export function weighAsks(
  reading: DraftReading,
  known: readonly KnownValue[],
  history: readonly HistoryMessage[],
): ReadonlyMap<FactKey, WeighedKey> {
  const table = shippedWeights();
  const weighed = new Map<FactKey, WeighedKey>();
  const sumsOf = ({ ofRules, others }: FeaturePlaces, from?: Sums) => addUp(table, others, addUp(table, ofRules, from));
  for (const { key, finding, shared, mentions } of mentionsWithFeatures(reading, known, history)) {
    if (mentions.length === 0) continue;
    const sharedSums = sumsOf(shared);
    for (const { mention, features } of mentions) {
      const weight = weightOf(sumsOf(features, sharedSums));
      const best = weighed.get(key);
      if (best === undefined || weight > best.weight) weighed.set(key, { mention, weight, isAsked: weight >= table.thresholds[finding] });
    }
  }
  return weighed;
}

/** A known key with the places that may ask for it, and what is to be weighed of each. */
interface WeighableKey {
  key: FactKey;
  finding: RuleFinding;
  /** What is to be weighed of all its mentions. */
  shared: FeaturePlaces;
  mentions: { mention: Mention; features: FeaturePlaces }[];
}

/** For every known key, where the draft may ask for it and what is to be weighed there. The weights are learned from the same. */
export function mentionsWithFeatures(
  reading: DraftReading,
  known: readonly KnownValue[],
  history: readonly HistoryMessage[],
): WeighableKey[] {
  const { draft, ofKey } = surroundingsOf(reading, known, history);
  const isPlain = isNothingButAQuestion(reading);
  return [...new Set(known.map((value) => value.key))].map((key) => {
    const around = ofKey(key);
    const own = reading.asks.filter((ask) => ask.key === key);
    const mentions = findMentions(key, reading, around.sought, own);
    return {
      key,
      finding: findingOf(around, isPlain && plainKeys.has(key)),
      shared: around.features,
      mentions: mentions.map((mention) => ({ mention, features: featuresOf(mention, around, draft) })),
    };
  });
}

/** What is the same for every matter of a customer or an order, or there to be looked at: a question for it alone is seldom for another one. */
const plainKeys: ReadonlySet<FactKey> = new Set([
  "orderNumber",
  "trackingNumber",
  "email",
  "phone",
  "name",
  "postcode",
  "photoOfItem",
  "photoOfPackaging",
  "photoOfLabel",
]);

function findingOf({ rules }: KeySurroundings, isPlain: boolean): RuleFinding {
  if (rules.length === 0) return "nothing";
  if (!rules.some(({ verdict }) => verdict.verdict === "known")) return "asksFairly";
  return isPlain ? "asksPlainly" : "asksKnown";
}

/** A reply of one short sentence; a greeting or a word of regret beside it says nothing more. */
function isNothingButAQuestion({ sentences }: DraftReading): boolean {
  const lengths = sentences.map(({ text }) => text.trim().split(/\s+/).length);
  return lengths.filter((length) => length > 3).length <= 1 && lengths.reduce((sum, length) => sum + length, 0) <= 14;
}
