import { englishAsks } from "./en-asks.ts";
import { englishCues } from "./en-cues.ts";
import { englishLimits } from "./en-limits.ts";
import { englishNouns } from "./en-nouns.ts";
import { englishQuestions } from "./en-questions.ts";
import type { Lexicon } from "./lexicon.ts";

/** How agents ask in English. */
export const english: Lexicon = {
  language: "en",
  ...englishNouns,
  ...englishQuestions,
  ...englishAsks,
  ...englishLimits,
  ...englishCues,
};
