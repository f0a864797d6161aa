import type { Lexicon } from "./lexicon.ts";
import { romanianAsks } from "./ro-asks.ts";
import { romanianCues } from "./ro-cues.ts";
import { romanianLimits } from "./ro-limits.ts";
import { romanianNouns } from "./ro-nouns.ts";
import { romanianQuestions } from "./ro-questions.ts";

/** How agents ask in Romanian. */
export const romanian: Lexicon = {
  language: "ro",
  ...romanianNouns,
  ...romanianQuestions,
  ...romanianAsks,
  ...romanianLimits,
  ...romanianCues,
};
