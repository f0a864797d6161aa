import type { RuleFinding } from "../../../../packages/core/src/guard/weights/weight-table.ts";

/** A reply with the weight of each known key, and what the rules found of it. */
export interface ScoredCase {
  language: string;
  asksKnown: readonly string[];
  keys: readonly { key: string; weight: number; finding: RuleFinding }[];
}

/** Of a reply that is nothing but a question for a number, an address, a name or a photo there are few words that could speak against it. */
const plainly = 0;

type Thresholds = Readonly<Record<RuleFinding, number>>;

/** Counted like the evaluation counts: a reply is caught when one of its known asks is named, and a false alarm when only others are. */
export function measure(cases: readonly ScoredCase[], thresholds: Thresholds): { precision: number; recall: number } {
  let [right, wrong, missed] = [0, 0, 0];
  for (const { asksKnown, keys } of cases) {
    const named = keys.filter(({ weight, finding }) => weight >= thresholds[finding]).map(({ key }) => key);
    if (asksKnown.some((key) => named.includes(key))) right++;
    else {
      if (named.length > 0) wrong++;
      if (asksKnown.length > 0) missed++;
    }
  }
  return { precision: right / Math.max(1, right + wrong), recall: right / Math.max(1, right + missed) };
}

/** The thresholds that catch most while warnings are at least as often right as `precision` says. */
export function bestThresholds(
  cases: readonly ScoredCase[],
  precision: number,
): { thresholds: Thresholds; precision: number; recall: number } {
  let best = { thresholds: { nothing: 99, asksFairly: 99, asksKnown: 99, asksPlainly: 99 }, precision: 1, recall: 0 };
  // Where the rules say that it asks again, little more is needed.
  for (const asksKnown of steps(0, 1.5)) {
    // And an ask that no rule found is one that cannot be explained.
    for (const nothing of steps(asksKnown, 4)) {
      // Where the rules know a good reason, it takes a lot to say otherwise.
      for (const asksFairly of steps(asksKnown + 1, 6)) {
        const thresholds = { nothing, asksFairly, asksKnown, asksPlainly: Math.min(plainly, asksKnown) };
        const measured = measure(cases, thresholds);
        if (measured.precision >= precision && measured.recall > best.recall) best = { thresholds, ...measured };
      }
    }
  }
  return best;
}

function steps(from: number, to: number): number[] {
  return Array.from({ length: (to - from) * 4 + 1 }, (_, index) => from + index / 4);
}
