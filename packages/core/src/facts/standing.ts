import { type ContextFact, type Fact, type FactKey, foldText } from "@askonce/spec";
import { fromInstant } from "../platform/instants.ts";
import { normalizeFact } from "./normalize-fact.ts";

/**
 * Of these a matter can have several that are all true: two orders, two addresses, several things that were tried. Of every other key two
 * different values cannot both be right.
 */
const manyValued: ReadonlySet<FactKey> = new Set<FactKey>([
  "orderNumber",
  "item",
  "trackingNumber",
  "carrier",
  "email",
  "phone",
  "problem",
  "tried",
  "photoOfItem",
  "photoOfPackaging",
  "photoOfLabel",
  "quantity",
  "deliveryDate",
]);

/** Whether a newer value from the same source takes the place of an older one. */
export function isSingleValued(key: FactKey): boolean {
  return !manyValued.has(key) && !key.includes(".");
}

/** Facts with what stands against them and how old they are. */
export function withStanding(facts: readonly Fact[], now: number, countryCode: string | undefined): ContextFact[] {
  return facts.map((fact) => ({
    ...fact,
    ageMs: Math.max(0, now - fromInstant(fact.at)),
    stale: fact.freshUntil !== null && fromInstant(fact.freshUntil) < now,
    contradicted:
      isSingleValued(fact.key) &&
      facts.some((other) => other.key === fact.key && other !== fact && !isSameValue(fact.key, fact.value, other.value, countryCode)),
  }));
}

/**
 * Whether two values say the same: equal in their normal form, or one is the other in fewer words, as a street is of an address. Words that
 * have nothing in common are two things.
 */
export function isSameValue(key: FactKey, one: string, other: string, countryCode: string | undefined): boolean {
  if (normalizeFact(key, one, countryCode) === normalizeFact(key, other, countryCode)) return true;
  const words = [one, other].map((text) => new Set(foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []));
  const [first = new Set(), second = new Set()] = words;
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared > 0 && shared / Math.min(first.size, second.size) >= 0.6;
}
