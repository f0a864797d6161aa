import { italianAsks } from "./it-asks.ts";
import { italianCues } from "./it-cues.ts";
import { italianLimits } from "./it-limits.ts";
import { italianNouns } from "./it-nouns.ts";
import { italianQuestions } from "./it-questions.ts";
import type { Lexicon } from "./lexicon.ts";

/** How agents ask in Italian. */
export const italian: Lexicon = {
  language: "it",
  ...italianNouns,
  ...italianQuestions,
  ...italianAsks,
  ...italianLimits,
  ...italianCues,
};
