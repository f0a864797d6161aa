import type { DraftAsk, Instant } from "@askonce/spec";
import { verdictOf } from "./ask-verdict.ts";
import { readDraft } from "./detect-asks.ts";
import { type HistoryMessage, type KnownFact, knownValues } from "./known-values.ts";
import type { AskLanguage } from "./lexicon/lexicon.ts";
import { spokenValue } from "./spoken-value.ts";
import { suggestionFor } from "./suggestion-texts.ts";

/** A reply before it is sent, with what is known at that time. */
export interface DraftToCheck {
  draft: string;
  /** BCP 47 tag of the draft, when it is known; its own words decide when they are clear. */
  language?: string | null;
  facts: readonly KnownFact[];
  /** The conversation so far, oldest first. What the customer wrote counts as known, even when no fact was made of it. */
  history: readonly HistoryMessage[];
  /** For facts that age; without it none is stale. */
  now?: Instant | null;
  /** ISO 3166-1 alpha-2 of the shop, to compare national phone numbers. */
  countryCode?: string;
}

/** What a reply asks its reader for, and for each whether it is known already. Pure, and bounded in time for any text. */
export function checkDraft(input: DraftToCheck): { language: AskLanguage | null; asks: DraftAsk[] } {
  const { language, asks: detected } = readDraft(input.draft, input.language);
  if (detected.length === 0) return { language, asks: [] };
  const known = knownValues(input.facts, input.history, input.language ?? language, input.countryCode);
  const asks = detected.map((ask): DraftAsk => {
    const { verdict, answer } = verdictOf(ask, known, input.history, input.now ?? null);
    return {
      key: ask.key,
      from: ask.from,
      to: ask.to,
      text: ask.text,
      verdict,
      answer: answer === null ? null : { factId: answer.factId, value: answer.value.slice(0, 2000), source: answer.source, at: answer.at },
      suggestion:
        verdict === "known" && answer !== null
          ? suggestionFor(ask.key, spokenValue(ask.key, answer.value, ask.language), ask.language)
          : null,
    };
  });
  return { language, asks: joinOverlapping(asks, input.draft) };
}

/**
 * Asks that share their words ("your order number and a photo?") and are all known are answered together: taking the words of one away would
 * leave half a sentence.
 */
function joinOverlapping(asks: readonly DraftAsk[], draft: string): DraftAsk[] {
  return asks.map((ask) => {
    const group = asks.filter((other) => other.from < ask.to && ask.from < other.to);
    if (group.length < 2 || group.some((one) => one.suggestion === null)) return ask;
    const [from, to] = [Math.min(...group.map((one) => one.from)), Math.max(...group.map((one) => one.to))];
    const suggestion = [...new Set(group.map((one) => one.suggestion))].join(" ");
    return suggestion.length > 500 ? ask : { ...ask, from, to, text: draft.slice(from, to).slice(0, 500), suggestion };
  });
}
