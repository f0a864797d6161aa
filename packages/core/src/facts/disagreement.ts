import { type FactKey, foldText } from "@askonce/spec";
import { normalizeFact } from "./normalize-fact.ts";

/**
 * Said in people's own words, in their language, and kept by forms and reports as a word of ours: "since Tuesday" and an instant, "a scratch on
 * the left side" and `cosmetic`. That two such values differ as texts says nothing.
 */
const inOwnWords: ReadonlySet<FactKey> = new Set<FactKey>(["since", "damageExtent", "returnReason", "paymentMethod"]);

/** The outcomes of a report by what people call them in the three languages, folded. */
const outcomes: readonly RegExp[] = [
  /\brefund|\bmoney\b|\breimburs|\brimbors|\bsoldi\b|\bramburs|\bbani/,
  /\breplace|\bexchange|\banother one\b|\bnew one\b|\bsostitu|\bcambi|\binlocui|\bschimb/,
  /\brepair|\bfix\b|\briparazion|\bripar|\brepara/,
  /\bdiscount|\bvoucher|\bsconto\b|\breducere/,
];

/** Whether two values of one key cannot both be right. What cannot be compared does not disagree: a wrong mark has something asked again. */
export function disagree(key: FactKey, one: string, other: string, countryCode: string | undefined): boolean {
  if (inOwnWords.has(key)) return false;
  if (key === "wantedOutcome") {
    const [first, second] = [outcomesIn(one), outcomesIn(other)];
    return first.length > 0 && second.length > 0 && !first.some((outcome) => second.includes(outcome));
  }
  return !isSameValue(key, one, other, countryCode);
}

function outcomesIn(text: string): number[] {
  const folded = foldText(text);
  return outcomes.flatMap((words, index) => (words.test(folded) ? [index] : []));
}

/**
 * Whether two values say the same: equal in their normal form, or one is the other in fewer words, as a street is of an address. Words that
 * have nothing in common are two things.
 */
function isSameValue(key: FactKey, one: string, other: string, countryCode: string | undefined): boolean {
  if (normalizeFact(key, one, countryCode) === normalizeFact(key, other, countryCode)) return true;
  const words = [one, other].map((text) => new Set(foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []));
  const [first = new Set(), second = new Set()] = words;
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared > 0 && shared / Math.min(first.size, second.size) >= 0.6;
}
