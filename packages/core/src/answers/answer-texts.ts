import type { SupportedLanguage } from "@askonce/spec";
import { en } from "./texts/en.ts";
import { it } from "./texts/it.ts";
import { ro } from "./texts/ro.ts";

/** The sentences of answers. English is the model; the compiler finds what another language lacks. */
export type AnswerTexts = Readonly<Record<keyof typeof en, string>>;

export const answerTexts: Readonly<Record<SupportedLanguage, AnswerTexts>> = { en, it, ro };
