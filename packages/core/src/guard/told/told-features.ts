import { factKeys } from "@askonce/spec";
import { hashOf, tableSize } from "../weights/feature-places.ts";
import { wordsOf } from "../weights/words.ts";

/** Number of words that are weighed of a sentence; what follows says little more. */
const mostWords = 60;

const hashOfKey: readonly number[] = factKeys.map((key) => hashOf(`key ${key}`));

/** What is to be weighed of a customer's sentence, whatever key is looked for: hashes of its words, alone and with those beside them. */
export function sentenceFeatures(folded: string, language: string): number[] {
  const words = ["^", ...wordsOf(folded).slice(0, mostWords), "$"];
  const features = new Set([hashOf("any"), hashOf(`any ${language}`), hashOf(`words ${Math.min(5, Math.floor(Math.log2(words.length)))}`)]);
  if (/\?\s*$/.test(folded)) features.add(hashOf("asks"));
  for (const [place, word] of words.entries()) {
    const [before, twoBefore] = [words[place - 1], words[place - 2]];
    features.add(hashOf(`${language}|${word}`));
    if (before === undefined) continue;
    features.add(hashOf(`${language}|${before} ${word}`));
    if (twoBefore === undefined) continue;
    features.add(hashOf(`${language}|${twoBefore} ${before} ${word}`));
    features.add(hashOf(`${language}|${twoBefore} _ ${word}`));
  }
  return [...features];
}

/** Where the weight of a feature stands for one of the keys, by its place among them: words are hashed once for all keys. */
export function placeForKey(feature: number, key: number): number {
  const mixed = Math.imul(feature ^ (hashOfKey[key] ?? 0), 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & (tableSize - 1);
}
