import { type FactKey, foldText } from "@askonce/spec";
import { normalizeFact } from "../../../packages/core/src/facts/normalize-fact.ts";
import { entryOf, type Hits, newHits } from "../labelled/measures.ts";

/** Keys whose values are right or wrong; the values of the others are words, which can be nearly right. */
export const identifierKeys: ReadonlySet<FactKey> = new Set(["orderNumber", "trackingNumber", "email", "phone", "postcode"]);

/** Words shared, of the longer value's words, from which on two free texts say the same. */
const leastOverlap = 0.6;

interface Value {
  key: FactKey;
  value: string;
}

/** What of a case's facts was found, key by key. Each value pairs with one other at most, the most alike first. */
export function pairUp(expected: readonly Value[], found: readonly Value[], countryCode: string | undefined): Map<FactKey, Hits> {
  const byKey = new Map<FactKey, Hits>();
  for (const key of new Set([...expected, ...found].map((one) => one.key))) {
    const wanted = valuesOf(expected, key, countryCode);
    const given = valuesOf(found, key, countryCode);
    const likeness = (one: string, other: string) => (identifierKeys.has(key) ? Number(one === other) : overlap(one, other));
    const pairs = wanted
      .flatMap((one) => given.map((other) => ({ one, other, alike: likeness(one, other) })))
      .filter(({ alike }) => alike >= leastOverlap)
      .sort((one, other) => other.alike - one.alike);
    const taken = new Set<string>();
    const answered = new Set<string>();
    for (const { one, other } of pairs) {
      if (answered.has(one) || taken.has(other)) continue;
      answered.add(one);
      taken.add(other);
    }
    const hits = entryOf(byKey as Map<string, Hits>, key, newHits);
    hits.right += answered.size;
    hits.wrong += given.length - taken.size;
    hits.missed += wanted.length - answered.size;
  }
  return byKey;
}

function valuesOf(values: readonly Value[], key: FactKey, countryCode: string | undefined): string[] {
  const own = values.filter((one) => one.key === key).map(({ value }) => normalizeFact(key, value, countryCode));
  return [...new Set(own)];
}

/** Words in both, of the words of the one that has more: a value that drags half the message along is not right. */
export function overlap(one: string, other: string): number {
  const ownWords = wordsOf(one);
  const otherWords = wordsOf(other);
  const shared = [...ownWords].filter((word) => otherWords.has(word)).length;
  return shared / Math.max(1, ownWords.size, otherWords.size);
}

function wordsOf(text: string): Set<string> {
  return new Set(foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []);
}
