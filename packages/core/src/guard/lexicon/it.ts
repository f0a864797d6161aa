import { italianAsks } from "./it-asks.ts";
import { italianCues } from "./it-cues.ts";
import { italianLimits } from "./it-limits.ts";
import { italianNouns } from "./it-nouns.ts";
import { italianQuestions } from "./it-questions.ts";
import type { Lexicon } from "./lexicon.ts";

/** How frequent words are shortened or misspelled on a phone. */
const typed: readonly (readonly [RegExp, string])[] = [
  [/\bche\b/g, "(?:che|ke)"],
  [/\bnon\b/g, "(?:non|nn)"],
  [/\bper\b/g, "(?:per|x)"],
  [/\bperche\b/g, "(?:perche|perke|xche|xke)"],
  [/\bquando\b/g, "(?:quando|qnd|qndo)"],
  [/\bquale\b/g, "(?:quale|quali|qle)"],
  [/\bqual e\b/g, "qual'? ?e"],
  [/\bcomunque\b/g, "(?:comunque|cmq)"],
];

function asTyped<T>(part: T): T {
  if (Array.isArray(part)) return part.map((source: unknown) => asTyped(source)) as T;
  if (typeof part === "string") return typed.reduce<string>((source, [word, forms]) => source.replace(word, forms), part) as T;
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, asTyped(value)])) as T;
}

/** How agents ask in Italian. */
export const italian: Lexicon = {
  language: "it",
  ...asTyped(italianNouns),
  ...asTyped(italianQuestions),
  ...asTyped(italianAsks),
  ...asTyped(italianLimits),
  cues: asTyped(italianCues.cues),
  another: asTyped(italianCues.another ?? []),
  words: italianCues.words,
};
