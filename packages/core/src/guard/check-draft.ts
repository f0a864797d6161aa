import type { DraftAsk, FactKey, Instant } from "@askonce/spec";
import { bestOf, isPast, type Verdict, verdictOf } from "./ask-verdict.ts";
import { type DetectedAsk, readDraft } from "./detect-asks.ts";
import { type HistoryMessage, type KnownFact, type KnownValue, knownValues } from "./known-values.ts";
import type { AskLanguage } from "./lexicon/lexicon.ts";
import { spokenValue } from "./spoken-value.ts";
import { suggestionFor, suggestionQuoting } from "./suggestion-texts.ts";
import { askAt } from "./weights/ask-at.ts";
import { type WeighedKey, weighAsks } from "./weights/weigh-asks.ts";

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
  /** IANA zone of the shop, for the days that suggestions name; UTC unless told. */
  timeZone?: string;
}

/**
 * What a reply asks its reader for, and for each whether it is known already. Rules find the asks and why one may be fair; learned weights
 * say whether, all in all, a reply asks for what is known, also where no rule found an ask. Pure, and bounded in time for any text.
 */
export function checkDraft(input: DraftToCheck): { language: AskLanguage | null; asks: DraftAsk[] } {
  const reading = readDraft(input.draft, input.language);
  const { language } = reading;
  const known = knownValues(input.facts, input.history, input.language ?? language, input.countryCode);
  const weighed = weighAsks(reading, known, input.history);
  const now = input.now ?? null;
  const asks = reading.asks.map((ask) =>
    toDraftAsk(ask, weighedVerdict(ask, verdictOf(ask, known, input.history, now), weighed, known, now), input.timeZone),
  );
  for (const [key, { mention, isAsked }] of weighed) {
    if (!isAsked || reading.asks.some((ask) => ask.key === key)) continue;
    const answer = bestOf(
      known.filter((value) => value.key === key),
      now,
    );
    const found = askAt(mention, reading, input.draft);
    if (found !== null)
      asks.push(toDraftAsk(found, { verdict: isPast(answer?.freshUntil ?? null, now) ? "stale" : "known", answer }, input.timeZone));
  }
  asks.sort((one, other) => one.from - other.from);
  return { language, asks: joinOverlapping(asks, input.draft) };
}

/** What the rules say of an ask, unless the weights say otherwise of whether it is known. */
function weighedVerdict(
  ask: DetectedAsk,
  byRules: Verdict,
  weighed: ReadonlyMap<FactKey, WeighedKey>,
  known: readonly KnownValue[],
  now: Instant | null,
): Verdict {
  const isAsked = weighed.get(ask.key)?.isAsked ?? false;
  // Of time the weights know nothing.
  if (isAsked === (byRules.verdict === "known") || (byRules.verdict === "stale" && isPast(byRules.answer?.freshUntil ?? null, now)))
    return byRules;
  // Nor do they compare what is known: two values that disagree, or one that says less than what is asked.
  if (byRules.verdict === "contradicted" || byRules.verdict === "unknown") return byRules;
  // A sentence that only seems to tell it is no answer by itself.
  if (!isAsked && byRules.answer?.toldWeight !== undefined) return { verdict: "unknown", answer: null };
  if (!isAsked) return { verdict: "somethingElse", answer: byRules.answer };
  const values = known.filter((value) => value.key === ask.key);
  return { verdict: "known", answer: byRules.answer ?? bestOf(values, now) };
}

type PlacedAsk = Pick<DetectedAsk, "key" | "from" | "to" | "text" | "language">;

function toDraftAsk({ key, from, to, text, language }: PlacedAsk, { verdict, answer }: Verdict, timeZone: string | undefined): DraftAsk {
  const isAnswered = verdict === "known" && answer !== null;
  return {
    ...{ key, from, to, text, verdict },
    answer: answer === null ? null : { factId: answer.factId, value: answer.value.slice(0, 2000), source: answer.source, at: answer.at },
    suggestion: isAnswered ? suggested(key, answer, language, timeZone) : null,
  };
}

function suggested(key: FactKey, { value, toldWeight }: KnownValue, language: AskLanguage, timeZone: string | undefined): string | null {
  if (toldWeight !== undefined) return suggestionQuoting(value, language);
  return suggestionFor(key, spokenValue(key, value, language, timeZone), language);
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
