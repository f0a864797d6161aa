import { checkDraft } from "../../../packages/core/src/guard/check-draft.ts";
import type { AskOnceCase } from "./ask-once-case.ts";
import { keywordsOf, requestWords } from "./keywords.ts";

/** Tells which known keys a draft asks for. */
export type Watcher = (one: AskOnceCase) => readonly string[];

/** Mistakes that can be planted in the guard; with each the evaluation has to fail. */
export const askOnceDefects = ["warns-of-every-question", "warns-of-nothing"] as const;
export type AskOnceDefect = (typeof askOnceDefects)[number];

const guard: Watcher = ({ draft, language, facts, history }) =>
  checkDraft({ draft, language, facts, history })
    .asks.filter(({ verdict }) => verdict === "known")
    .map(({ key }) => key);

/** The guard, or what a mistake makes of it. */
export function guardWith(defect: AskOnceDefect | null): Watcher {
  if (defect === "warns-of-nothing") return () => [];
  if (defect === "warns-of-every-question") return (one) => (one.draft.includes("?") ? alwaysWarn(one) : guard(one));
  return guard;
}

/** What a shop could do without any rules: a banner on every reply with what is known. */
export const alwaysWarn: Watcher = ({ facts }) => [...new Set(facts.map(({ key }) => key))];

/** What an afternoon's work gives: the noun of something known, in a sentence that asks or requests. */
export const keywordList: Watcher = ({ draft, language, facts }) => {
  const sentences = draft.toLowerCase().split(/(?<=[.!?\n])\s*/);
  const asking = sentences.filter((sentence) => sentence.includes("?") || requestWords(language).some((word) => sentence.includes(word)));
  const known = new Set(facts.map(({ key }) => key));
  return [...known].filter((key) => keywordsOf(language, key).some((word) => asking.some((sentence) => sentence.includes(word))));
};
