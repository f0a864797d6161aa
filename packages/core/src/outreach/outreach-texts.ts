import type { SupportedLanguage } from "@askonce/spec";
import { en } from "./texts/en.ts";
import { it } from "./texts/it.ts";
import { ro } from "./texts/ro.ts";

/** What surrounds an answer in a message of ours. English is the model. */
export type OutreachTexts = Readonly<Record<keyof typeof en, string>>;

export const outreachTexts: Readonly<Record<SupportedLanguage, OutreachTexts>> = { en, it, ro };
