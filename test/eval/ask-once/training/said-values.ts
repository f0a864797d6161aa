import { foldDraft } from "../../../../packages/core/src/guard/folded-draft.ts";
import { placeOfValue, soughtValue } from "../../../../packages/core/src/guard/weights/value-place.ts";
import type { TrainingCase } from "./training-cases.ts";

/** Whether folded text says one of the values, as a whole or with most of its words. */
export function isSaidIn(values: readonly string[], folded: string): boolean {
  return values.some((value) => {
    const place = placeOfValue(soughtValue(value), folded);
    return place !== null && place.how !== "half";
  });
}

/**
 * The replies in which a fact is known that the customer wrote, without these facts: in a shop whose system holds nothing, the words have to tell
 * them. What is needless to ask stays so.
 */
export function unwritten(cases: readonly TrainingCase[]): TrainingCase[] {
  return cases.flatMap((one) => {
    const said = one.history.filter(({ direction }) => direction === "inbound").map(({ text }) => foldDraft(text.slice(0, 3000)).text);
    const facts = one.facts.filter(({ value }) => !said.some((text) => isSaidIn([value], text)));
    return facts.length === one.facts.length ? [] : [{ ...one, facts, isVaried: true, isUnwritten: true }];
  });
}
