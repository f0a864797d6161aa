import type { Instant } from "@askonce/spec";
import { decideByNumbers, isAboutOthers } from "./decide-by-numbers.ts";
import { isDoubtful } from "./doubts.ts";
import { type QuestionRead, readQuestion } from "./question-read.ts";
import { addEvidence, addScore, firstTwo, newTally, resultOf, type Tally } from "./tally.ts";
import { weighItems, weighPositions, weighStates, weighTimes } from "./weigh-evidence.ts";

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
  /** The customer's own; of more than 100 the latest are looked at. */
  orders: readonly MatchableOrder[];
  now: Instant;
  /** IANA zone of the customer, in which "yesterday" is meant; by default the usual one of the language. */
  timeZone?: string;
}

export interface MatchEvidence {
  kind: "orderNumber" | "trackingNumber" | "item" | "time" | "position" | "state" | "onlyOrder";
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

/** A number counts more than everything else together. */
const numberScore = 20;
/** A best order with less is a guess, and so is one that is not farther ahead of the next. */
const leastScore = 2;
const leastMargin = 1.5;
/** When only the state of the orders speaks. */
const leastMarginOfStates = 1.7;

/**
 * Which of a customer's orders a message is about: by the numbers it names, else by the things, times and states it speaks of, if they point
 * to one order clearly. A wrong order costs more than none, so every doubt (two orders named, a number that is none of theirs, a wish to buy
 * something) gives `null`. Pure; the same question has the same answer in every zone of the process.
 */
export function matchOrder(input: OrderQuestion): OrderMatch {
  const question = readQuestion(input);
  const { orders } = question;
  const tally = newTally(orders);
  countNumbers(question, tally);
  const byNumbers = decideByNumbers(question);
  if (byNumbers) return resultOf(orders, tally, byNumbers.chosen);

  const itemScores = weighItems(question, tally);
  const contradicted = weighTimes(question, tally);
  weighPositions(question, tally);
  const isSpecific = tally.scores.some((score) => score >= leastScore);
  const stateScores = weighStates(question, tally);
  const best = bestOf(tally.scores, isSpecific ? leastMargin : leastMarginOfStates);
  if (best === null) return resultOf(orders, tally, null);
  if (isMistyped(question) && !(isSpecific && isAlmost(question, best))) return resultOf(orders, tally, null);
  const weighed = { tally, itemScores, stateScores, isSpecific, contradicted };
  return resultOf(orders, tally, isDoubtful(question, weighed, best) ? null : best);
}

function countNumbers(question: QuestionRead, tally: Tally): void {
  const isFor = isAboutOthers(question) ? -1 : 1;
  for (const { kind, orders, from, to } of question.numbers) {
    for (const index of orders) {
      addScore(tally, index, isFor * numberScore);
      addEvidence(tally, index, kind, { text: question.message.text, from, to });
    }
  }
}

/** A number is named that none of the orders has. */
function isMistyped(question: QuestionRead): boolean {
  return question.numbers.length > 0 && !isAboutOthers(question);
}

/** The numbers are that order's but for one digit. */
function isAlmost({ numbers }: QuestionRead, index: number): boolean {
  return numbers.every(({ almost }) => almost.length === 1 && almost[0] === index);
}

function bestOf(scores: readonly number[], least: number): number | null {
  const [best, next] = firstTwo(scores);
  return best >= leastScore && best - Math.max(0, next) >= least ? scores.indexOf(best) : null;
}
