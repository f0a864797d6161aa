import { readDraft } from "../../../../packages/core/src/guard/detect-asks.ts";
import { knownValues } from "../../../../packages/core/src/guard/known-values.ts";
import type { ToldTable } from "../../../../packages/core/src/guard/told/told-keys.ts";
import { mentionsWithFeatures } from "../../../../packages/core/src/guard/weights/weigh-asks.ts";
import type { Judgement, RuleFinding } from "../../../../packages/core/src/guard/weights/weight-table.ts";
import type { Example, MentionPlaces } from "./learn-weights.ts";
import type { TrainingCase } from "./training-cases.ts";

/** A reply with the places that may ask for each known key. */
export interface ReadCase {
  one: TrainingCase;
  keys: { key: string; finding: RuleFinding; mentions: MentionPlaces[] }[];
}

/** Reads a reply as the guard does. */
export function readCase(one: TrainingCase, told: ToldTable): ReadCase {
  const reading = readDraft(one.draft, one.language);
  const known = knownValues(one.facts, one.history, one.language, undefined, told);
  const keys = mentionsWithFeatures(reading, known, one.history).map(({ key, finding, shared, mentions }) => {
    // Around a sentence by itself there is nothing to learn from.
    const around = one.isSentence === true ? { ofRules: [], others: [] } : shared;
    return {
      key,
      finding,
      // As numbers side by side: of sets, so many take gigabytes.
      mentions: mentions.map(({ features }) => ({
        ofRules: Int32Array.from([...around.ofRules, ...features.ofRules]),
        others: Int32Array.from([...around.others, ...features.others]),
      })),
    };
  });
  return { one, keys };
}

/** What a judgement is learned from. */
export function examplesOf(judgement: Judgement, rows: readonly ReadCase[]): Example[] {
  return rows
    .filter(({ one }) => judgement !== "asksAgain" || one.isSentence !== true)
    .flatMap(({ one: { asked, asksKnown, isOfRules }, keys }) =>
      keys
        // Whether an ask is needless is a question for asks only.
        .filter(({ key }) => judgement !== "needless" || asked.some((each) => each === key))
        .map(({ key, mentions }) => ({
          isTrue: (judgement === "asks" ? asked : asksKnown).some((each) => each === key),
          mentions,
          isOfRules,
        })),
    );
}
