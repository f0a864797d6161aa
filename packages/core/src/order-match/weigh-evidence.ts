import { Temporal } from "temporal-polyfill";
import { stateFits } from "./match-state.ts";
import { lifeOf, type OrderLife } from "./order-life.ts";
import { wholeWords } from "./patterns.ts";
import type { QuestionRead } from "./question-read.ts";
import { addEvidence, addScore, type Tally } from "./tally.ts";
import { findTimePhrases, fitOfDay } from "./time-phrases.ts";

/** What each kind of evidence counts at its best. */
const counts = { item: 4, placed: 4, delivered: 3, unclear: 1.5, position: 4, onlyOrder: 2 } as const;
/** A word says more for the order that has two of a message's words, up to this. */
const mostOfItems = 1.25;
/** A customer's only order is in mind for so long, in days since it was placed or delivered. */
const stillInMind = 30;

/** @returns for each order how much of its items is named, at most about 1; negative when they are named as being well */
export function weighItems({ orders, items, message }: QuestionRead, tally: Tally): number[] {
  const scores = orders.map(() => 0);
  for (const { from, to, dismissed, fits, weight } of items.mentions) {
    for (const [index, fit] of fits.entries()) {
      if (fit === 0 || weight === 0) continue;
      scores[index] = (scores[index] ?? 0) + (dismissed ? -fit * weight : fit * weight);
      if (!dismissed) addEvidence(tally, index, "item", { text: message.text, from, to });
    }
  }
  for (const [index, score] of scores.entries()) addScore(tally, index, counts.item * Math.max(-1, Math.min(mostOfItems, score)));
  return scores;
}

export type TimeContradiction = "placed" | "delivered";

/** @returns what is told of a time at which it happened to none of the orders */
export function weighTimes({ orders, lexicon, message, now, timeZone }: QuestionRead, tally: Tally): ReadonlySet<TimeContradiction> {
  const dayOf = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate();
  const contradicted = new Set<TimeContradiction>();
  const phrases = findTimePhrases(message, lexicon, dayOf(now)).filter(({ role, dismissed }) => !dismissed && role !== "other");
  if (phrases.length === 0) return contradicted;
  const days = orders.map((order) => ({ placed: dayOf(order.placedAt), delivered: order.deliveredAt ? dayOf(order.deliveredAt) : null }));
  for (const { role, ranges, from, to } of phrases) {
    if (role === "other") continue;
    const fits = days.map(({ placed, delivered }) => {
      const fit = role === "delivered" ? 0 : fitOfDay(ranges, placed);
      return role === "placed" || !delivered ? fit : Math.max(fit, fitOfDay(ranges, delivered));
    });
    if (role !== "unclear" && fits.every((fit) => fit === 0)) contradicted.add(role);
    for (const [index, fit] of fits.entries()) {
      if (fit === 0) continue;
      addScore(tally, index, counts[role] * fit);
      addEvidence(tally, index, "time", { text: message.text, from, to });
    }
  }
  return contradicted;
}

/** "My last order", "the first one". Orders are sorted, the latest first. */
export function weighPositions({ orders, lexicon, message }: QuestionRead, tally: Tally): void {
  const meant = { latest: 0, previous: 1, second: orders.length - 2, first: orders.length - 1 };
  for (const name of ["previous", "second", "first", "latest"] as const) {
    const match = wholeWords(lexicon.position[name]).exec(message.folded);
    const isDismissed = message.clauses.some(({ from, to, dismissed }) => dismissed && match && match.index >= from && match.index < to);
    if (!match || isDismissed || meant[name] < 0 || meant[name] >= orders.length) continue;
    addScore(tally, meant[name], counts.position);
    addEvidence(tally, meant[name], "position", { text: message.text, from: match.index, to: match.index + match[0].length });
  }
}

/** @returns for each order how well its state fits what is wanted, 0 to 2 */
export function weighStates({ orders, intents, message, now, hasMention }: QuestionRead, tally: Tally): number[] {
  const lives = orders.map((order) => lifeOf(order, Date.parse(now)));
  const scores = orders.map(() => 0);
  for (const { intent, from, to } of intents) {
    for (const [index, fit] of stateFits(intent, lives).entries()) {
      scores[index] = Math.max(scores[index] ?? 0, fit);
      if (fit >= 1) addEvidence(tally, index, "state", { text: message.text, from, to });
    }
  }
  for (const [index, score] of scores.entries()) addScore(tally, index, score);
  const [life] = lives;
  const [wanted] = intents;
  if (lives.length === 1 && life && wanted && daysInMind(life) <= stillInMind) {
    addScore(tally, 0, hasMention ? counts.onlyOrder : counts.onlyOrder / 2);
    addEvidence(tally, 0, "onlyOrder", { text: message.text, from: wanted.from, to: wanted.to });
  }
  return scores;
}

function daysInMind({ ageDays, deliveredDays }: OrderLife): number {
  return Math.min(ageDays, deliveredDays ?? Number.POSITIVE_INFINITY);
}
