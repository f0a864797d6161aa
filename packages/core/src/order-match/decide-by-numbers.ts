import { wantsToBuy } from "./doubts.ts";
import type { ItemMention } from "./match-items.ts";
import type { NamedNumber } from "./named-numbers.ts";
import { has, type QuestionRead } from "./question-read.ts";
import type { ReadMessage } from "./read-message.ts";

/**
 * What the numbers of a message say: one order (`chosen`), that it must stay open (`chosen` null), or nothing yet (`null`): there are none,
 * they are nobody's, or they name what it is not about.
 */
export function decideByNumbers(question: QuestionRead): { chosen: number | null } | null {
  const { numbers, message, lexicon } = question;
  if (numbers.length === 0 || isAboutOthers(question)) return null;
  if (has(message, lexicon.duplicates) && !has(message, lexicon.intents.payment)) return { chosen: null };
  const named = ordersOf(numbers);
  const [only] = named;
  if (only === undefined) return null;
  return { chosen: named.length === 1 && !isDoubtful(question, only) ? only : null };
}

/** All numbers are named as being well or not meant, and there is more to the message. */
export function isAboutOthers({ numbers, intents, message }: QuestionRead): boolean {
  return (
    numbers.length > 0 && numbers.every(({ dismissed, isApart }) => isApart || (dismissed && (intents.length > 0 || saysMore(message))))
  );
}

/** The orders that the numbers leave: one is an answer, none is nobody's number, more are a question. */
function ordersOf(numbers: readonly NamedNumber[]): number[] {
  const meant = numbers.filter((one) => !one.dismissed);
  const heard = meant.length > 0 ? meant : numbers;
  if (heard.some(({ orders }) => orders.length === 0)) return [];
  let left = heard[0]?.orders ?? [];
  for (const { orders } of heard) left = left.filter((index) => orders.includes(index));
  return left.length > 0 ? [...left] : [...new Set(heard.flatMap(({ orders }) => orders))];
}

/** Other words of the message make it uncertain that it is about the order it names. */
function isDoubtful(question: QuestionRead, named: number): boolean {
  const { message, lexicon, doubtfulNumbers, items } = question;
  return (
    has(message, lexicon.severalOrders) ||
    has(message, lexicon.notTheirs) ||
    wantsToBuy(question) ||
    doubtfulNumbers.some(({ orders }) => orders.some((index) => index !== named)) ||
    isAboutAnotherThing(items.mentions, named)
  );
}

/** A thing is named that another order has, and the one whose number is named has not. */
function isAboutAnotherThing(mentions: readonly ItemMention[], named: number): boolean {
  const told = mentions.filter(({ dismissed, weight }) => !dismissed && weight >= 0.6);
  return told.some(({ fits }) => (fits[named] ?? 0) === 0 && fits.some((fit) => fit >= 0.8));
}

/** Something besides what is well and a greeting. */
function saysMore({ clauses }: ReadMessage): boolean {
  return clauses.some(({ from, to, dismissed }) => !dismissed && to - from > 20);
}
