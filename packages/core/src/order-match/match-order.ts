import type { Instant } from "@askonce/spec";
import { Temporal } from "temporal-polyfill";
import { excerptAround } from "../facts/extract/extracted-fact.ts";
import { looksLikePhone } from "../facts/extract/looks-like-phone.ts";
import { maskOtherNumbers } from "../facts/extract/masked-text.ts";
import type { OrderLexicon } from "./lexicon/lexicon.ts";
import { languageOf, orderLexicons } from "./lexicon/lexicons.ts";
import { type ItemMention, matchItems } from "./match-items.ts";
import { type FoundIntent, findIntents, stateFits } from "./match-state.ts";
import { namedNumbers } from "./named-numbers.ts";
import { lifeOf } from "./order-life.ts";
import { foldInPlace, wholeWords } from "./patterns.ts";
import { type ReadMessage, readMessage } from "./read-message.ts";
import { findTimePhrases, fitOfDay } from "./time-phrases.ts";

/** One of the customer's orders, as far as it is needed to recognize it. */
export interface MatchableOrder {
  number: string;
  placedAt: Instant;
  /** The shop's or our own word: pending, processing, onHold, open, completed, closed, cancelled, refunded; others count as unknown. */
  status: string;
  /** Names of what was bought. */
  items: readonly string[];
  trackingNumbers: readonly string[];
  deliveredAt?: Instant | null;
}

export interface OrderQuestion {
  /** What the customer wrote; quoted mail in it is not read. */
  text: string;
  /** BCP 47; told from the words when it is missing or none of ours. */
  language?: string | null;
  orders: readonly MatchableOrder[];
  now: Instant;
  /** IANA zone of the customer, in which "yesterday" is meant; by default the usual one of the language. */
  timeZone?: string;
}

export const matchEvidenceKinds = ["orderNumber", "trackingNumber", "item", "time", "position", "state", "onlyOrder"] as const;

export interface MatchEvidence {
  kind: (typeof matchEvidenceKinds)[number];
  /** The words of the message with those around them; at most 200 characters. */
  excerpt: string;
}

export interface OrderMatch {
  /** The order the message is about, `null` when that would be a guess. */
  number: string | null;
  /** How far the best candidate is ahead of the next; not a probability. */
  margin: number;
  /** Orders with any evidence, best first. */
  candidates: { number: string; score: number; evidence: MatchEvidence[] }[];
}

/** What each kind of evidence counts at its best. Numbers decide before anything is counted. */
const counts = { number: 10, item: 4, placed: 4, delivered: 3, unclearTime: 1.5, position: 4, onlyOrder: 1, mention: 1 } as const;
/** A best order with less is a guess, and so is one that is not farther ahead of the next. */
const leastScore = 2;
const leastMargin = 1.5;
/** When only the state of the orders speaks. */
const leastMarginOfStates = 1.7;
/** The only order of a customer is meant by a vague message as long as it is so young, in days since it was placed or delivered. */
const stillInMind = 30;
const mostOrders = 100;

interface Tally {
  scores: number[];
  evidence: MatchEvidence[][];
}

/**
 * Which of a customer's orders a message is about: by the numbers it names, else by the things, times and states it speaks of, if they point
 * to one order clearly. A wrong order costs more than none, so every doubt (two orders named, a number that is none of theirs, a wish to buy
 * something) gives `null`. Pure; the same question has the same answer in every zone of the process.
 */
export function matchOrder(question: OrderQuestion): OrderMatch {
  const orders = question.orders.slice(0, mostOrders);
  const language = languageOf(foldInPlace(question.text.slice(0, 3000)), question.language);
  const lexicon = orderLexicons[language];
  const message = readMessage(question.text, lexicon);
  const tally: Tally = { scores: orders.map(() => 0), evidence: orders.map(() => []) };
  const allNumbers = namedNumbers(message, orders, lexicon);
  const numbers = allNumbers.filter(({ isDoubtful }) => !isDoubtful);
  const doubtful = allNumbers.filter(({ isDoubtful }) => isDoubtful);
  for (const { kind, orders: meant, from, to } of numbers)
    for (const index of meant) give(tally, index, counts.number, kind, message, from, to);
  if (hasAny(message, lexicon.duplicates) && !hasAny(message, lexicon.intents.payment)) return result(orders, tally, null);
  const found = findIntents(message, lexicon);
  const isAboutOthers = numbers.length > 0 && numbers.every(({ dismissed }) => dismissed) && (found.length > 0 || saysMore(message));
  if (isAboutOthers) for (const index of numbers.flatMap((one) => one.orders)) tally.scores[index] = -counts.number;
  if (numbers.length > 0 && !isAboutOthers) {
    const named = decideByNumbers(numbers);
    const [only] = named;
    if (named.length === 1 && only !== undefined) {
      const isDoubtful = doubtful.some((one) => one.orders.some((index) => index !== only)) || hasAny(message, [...lexicon.severalOrders, ...lexicon.notTheirs]) || wantsToBuy(message, lexicon, found.length > 0) || isAboutAnotherThing(matchItems(message, orders, language).mentions, only);
      return result(orders, tally, isDoubtful ? null : only);
    }
    if (named.length > 1) return result(orders, tally, null);
  }
  const isMistyped = numbers.length > 0 && !isAboutOthers;
  if (orders.length === 0) return result(orders, tally, null);

  const now = Date.parse(question.now);
  const lives = orders.map((order) => lifeOf(order, now));
  const zone = question.timeZone ?? lexicon.usualZone;
  const dayOf = (instant: Instant) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate();

  const { mentions, namesOtherThing } = matchItems(message, orders, language);
  const itemScores = orders.map(() => 0);
  for (const { from, to, dismissed, fits, weight } of mentions) {
    for (const [index, fit] of fits.entries()) {
      if (fit === 0 || weight === 0) continue;
      itemScores[index] = (itemScores[index] ?? 0) + (dismissed ? -fit * weight : fit * weight);
      if (!dismissed) tally.evidence[index]?.push({ kind: "item", excerpt: excerptAround(message.text, from, to) });
    }
  }
  for (const [index, score] of itemScores.entries()) add(tally, index, counts.item * Math.max(-1, Math.min(1.25, score)));

  let contradicted = false;
  for (const phrase of findTimePhrases(message, lexicon, dayOf(question.now))) {
    if (phrase.dismissed || phrase.role === "other") continue;
    const placed = orders.map((order) => fitOfDay(phrase.ranges, dayOf(order.placedAt)));
    const delivered = orders.map((order) => (order.deliveredAt ? fitOfDay(phrase.ranges, dayOf(order.deliveredAt)) : 0));
    const fits =
      phrase.role === "placed"
        ? placed
        : phrase.role === "delivered"
          ? delivered
          : placed.map((fit, index) => Math.max(fit, delivered[index] ?? 0));
    if (phrase.role !== "unclear" && fits.every((fit) => fit === 0)) contradicted = true;
    const count = { placed: counts.placed, delivered: counts.delivered, unclear: counts.unclearTime }[phrase.role];
    for (const [index, fit] of fits.entries()) if (fit > 0) give(tally, index, count * fit, "time", message, phrase.from, phrase.to);
  }

  for (const { index, from, to } of positions(message, lexicon, orders)) give(tally, index, counts.position, "position", message, from, to);

  const isTellingApart = (Math.max(...itemScores) - (sortedScores(itemScores)[1] ?? 0)) >= 0.4;
  const isSpecific = tally.scores.some((score) => score >= leastScore);
  const stateScores = orders.map(() => 0);
  for (const { intent, from, to } of found) {
    for (const [index, fit] of stateFits(intent, lives).entries()) {
      if (fit > (stateScores[index] ?? 0)) stateScores[index] = fit;
      if (fit >= 1) tally.evidence[index]?.push({ kind: "state", excerpt: excerptAround(message.text, from, to) });
    }
  }
  for (const [index, score] of stateScores.entries()) add(tally, index, score);

  const hasBought = hasAny(message, lexicon.bought);
  const isAfterSale = hasBought || found.length > 0 || hasAny(message, lexicon.orderMention);
  const mention = wholeWords(lexicon.orderMention).exec(message.folded);
  if (orders.length === 1) {
    const life = lives[0];
    const days = Math.min(life?.ageDays ?? Number.POSITIVE_INFINITY, life?.deliveredDays ?? Number.POSITIVE_INFINITY);
    if (days <= stillInMind && found.length > 0) {
      const place = mention ?? { index: 0, 0: "" };
      give(tally, 0, counts.onlyOrder + (mention ? counts.mention : 0), "onlyOrder", message, place.index, place.index + place[0].length);
    }
  }

  const isTold = kindsOf(tally, 0).some((kind) => kind === "time" || kind === "position") || (hasBought && (itemScores.some((score) => score > 0) || stateScores.some((score) => score >= 1.5)));
  const best = bestOf(tally.scores, isSpecific ? leastMargin : leastMarginOfStates);
  if (best === null) return result(orders, tally, null);
  if (isMistyped) {
    const agrees = numbers.every(({ almost }) => almost.length === 1 && almost[0] === best) && isSpecific;
    return result(orders, tally, agrees ? best : null);
  }
  // A customer's only order is theirs, which does not say that they mean it.
  if (orders.length === 1 && !isTold) return result(orders, tally, null);
  // Things of two orders: which of them it is about is for the words between them to say, and those are not understood.
  if (itemScores.filter((score) => score >= 0.6).length > 1 && !isTellingApart) return result(orders, tally, null);
  const isCertain = (tally.scores[best] ?? 0) >= 5;
  if (
    hasAny(message, lexicon.notTheirs) ||
    (hasAny(message, lexicon.severalOrders) && !isCertain) ||
    wantsToBuy(message, lexicon, found.length > 0)
  )
    return result(orders, tally, null);
  // A thing that is told of is one they have; one that is asked about may be one they want.
  if (contradicted || (!isAfterSale && message.text.includes("?"))) return result(orders, tally, null);
  if (isAgainstState(stateScores, best, found.length > 0)) return result(orders, tally, null);
  if (!isSpecific && !isInOneSentence(message, lexicon, found)) return result(orders, tally, null);
  const kinds = kindsOf(tally, best);
  const isThinlyTold = !kinds.includes("item") && !kinds.includes("time");
  if (!isSpecific && doubtful.length > 0) return result(orders, tally, null);
  if (hasAny(message, lexicon.besideOrders) && !kinds.includes("state") && !kinds.includes("time") && message.text.includes("?")) return result(orders, tally, null);
  if (isThinlyTold && (namesOtherThing || hasAny(message, lexicon.besideOrders) || hasStrangeNumber(message))) return result(orders, tally, null);
  return result(orders, tally, best);
}

/** The orders that the numbers leave: one is an answer, none is nobody's number, more are a question. */
function decideByNumbers(numbers: ReturnType<typeof namedNumbers>): number[] {
  const meant = numbers.filter((one) => !one.dismissed);
  const heard = meant.length > 0 ? meant : numbers;
  if (heard.some(({ orders }) => orders.length === 0)) return [];
  let left = heard[0]?.orders ?? [];
  for (const { orders } of heard) left = left.filter((index) => orders.includes(index));
  return left.length > 0 ? [...left] : [...new Set(heard.flatMap(({ orders }) => orders))];
}

function positions(
  message: ReadMessage,
  lexicon: OrderLexicon,
  orders: readonly MatchableOrder[],
): { index: number; from: number; to: number }[] {
  const byAge = orders.map((_, index) => index).sort((one, other) => placedMs(orders, other) - placedMs(orders, one));
  const meant = { latest: byAge[0], previous: byAge[1], second: byAge.at(-2), first: byAge.at(-1) };
  return (["previous", "second", "first", "latest"] as const).flatMap((name) => {
    const match = wholeWords(lexicon.position[name]).exec(message.folded);
    const index = meant[name];
    const isDismissed = message.clauses.some(
      ({ from, to, dismissed }) => dismissed && match !== null && match.index >= from && match.index < to,
    );
    return match && index !== undefined && !isDismissed ? [{ index, from: match.index, to: match.index + match[0].length }] : [];
  });
}

function placedMs(orders: readonly MatchableOrder[], index: number): number {
  return Date.parse(orders[index]?.placedAt ?? "");
}

/** A thing is named that another order has, and the one whose number is named has not. */
function isAboutAnotherThing(mentions: readonly ItemMention[], named: number): boolean {
  const told = mentions.filter(({ dismissed, weight }) => !dismissed && weight >= 0.6);
  return told.some(({ fits }) => (fits[named] ?? 0) === 0 && fits.some((fit) => fit >= 0.8));
}

/** What is wanted, and the order or parcel it is wanted for. */
function isInOneSentence({ folded }: ReadMessage, lexicon: OrderLexicon, found: readonly FoundIntent[]): boolean {
  return found.some(({ from, to }) => {
    const start = Math.max(...[".", "!", "?", "\n"].map((mark) => folded.lastIndexOf(mark, from - 1))) + 1;
    const length = folded.slice(to).search(/[.!?\n]/);
    const sentence = folded.slice(start, length < 0 ? folded.length : to + length);
    return wholeWords(lexicon.orderMention).test(sentence) || wholeWords(lexicon.bought).test(sentence);
  });
}

/** Something besides what is well and a greeting. */
function saysMore({ clauses }: ReadMessage): boolean {
  return clauses.some(({ from, to, dismissed }) => !dismissed && to - from > 20);
}

/** What is wanted fits another order's state, and not that of the best. */
function isAgainstState(fits: readonly number[], best: number, isWanted: boolean): boolean {
  return isWanted && (fits[best] ?? 0) < 0.5 && fits.some((fit) => fit >= 1.5);
}

/** A long number that is nothing known: of another shop, of a letter, of somebody else. */
function hasStrangeNumber(message: ReadMessage): boolean {
  return /(?<![\d+.,/-])(?!20[1-3]\d(?!\d))\d{2,6}-?\d{2,}(?![\d.,/])/.test(
    maskOtherNumbers(message.text).replace(/\+?\d[\d ()-]{8,14}\d/g, (found) => (looksLikePhone(found) ? "" : found)),
  );
}

/** Who wants more of what they bought writes about buying, unless something is wrong with what they have. */
function wantsToBuy(message: ReadMessage, lexicon: OrderLexicon, isTrouble: boolean): boolean {
  return hasAny(message, lexicon.newPurchase) && !(isTrouble && hasAny(message, lexicon.bought));
}

function hasAny(message: ReadMessage, patterns: readonly string[]): boolean {
  return wholeWords(patterns).test(message.folded);
}

function add(tally: Tally, index: number, score: number): void {
  tally.scores[index] = (tally.scores[index] ?? 0) + score;
}

function give(
  tally: Tally,
  index: number,
  score: number,
  kind: MatchEvidence["kind"],
  message: ReadMessage,
  from: number,
  to: number,
): void {
  add(tally, index, score);
  tally.evidence[index]?.push({ kind, excerpt: excerptAround(message.text, from, to) });
}

function kindsOf(tally: Tally, index: number): MatchEvidence["kind"][] {
  return (tally.evidence[index] ?? []).map(({ kind }) => kind);
}

function sortedScores(scores: readonly number[]): number[] {
  return [...scores].sort((one, other) => other - one);
}

function bestOf(scores: readonly number[], least: number): number | null {
  const sorted = sortedScores(scores);
  const [best, next] = [sorted[0] ?? 0, sorted[1] ?? 0];
  return best >= leastScore && best - Math.max(0, next) >= least ? scores.indexOf(best) : null;
}

function result(orders: readonly MatchableOrder[], tally: Tally, chosen: number | null): OrderMatch {
  const candidates = orders
    .map(({ number }, index) => ({
      number,
      score: Math.round((tally.scores[index] ?? 0) * 100) / 100,
      evidence: tally.evidence[index] ?? [],
    }))
    .filter(({ score, evidence }) => score > 0 && evidence.length > 0)
    .sort((one, other) => other.score - one.score);
  const margin = (candidates[0]?.score ?? 0) - (candidates[1]?.score ?? 0);
  return { number: chosen === null ? null : (orders[chosen]?.number ?? null), margin: Math.round(margin * 100) / 100, candidates };
}
