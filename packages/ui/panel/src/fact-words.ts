import type { SupportedLanguage } from "@askonce/spec";
import { enKnown } from "./known/en-known.ts";
import type { FactValueTables } from "./known/fact-in-words.ts";
import { itKnown } from "./known/it-known.ts";
import { roKnown } from "./known/ro-known.ts";

export { type FactSpeech, factInWords, type SaidFact } from "./known/fact-in-words.ts";

/** The words for `factInWords`, in every language at once: for pages that show facts outside of the panel and in the panel's words. */
export const factTexts: Readonly<Record<SupportedLanguage, FactValueTables>> = { en: enKnown, it: itKnown, ro: roKnown };
