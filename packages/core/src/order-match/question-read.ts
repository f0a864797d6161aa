import type { SupportedLanguage } from "@askonce/spec";
import type { OrderLexicon } from "./lexicon/lexicon.ts";
import { languageOf, orderLexicons } from "./lexicon/lexicons.ts";
import { type ItemMatch, matchItems } from "./match-items.ts";
import type { MatchableOrder, OrderQuestion } from "./match-order.ts";
import { type FoundIntent, findIntents } from "./match-state.ts";
import { type NamedNumber, namedNumbers } from "./named-numbers.ts";
import { foldInPlace, wholeWords } from "./patterns.ts";
import { type ReadMessage, readMessage } from "./read-message.ts";

/** A question with its message read. */
export interface QuestionRead {
  orders: readonly MatchableOrder[];
  now: string;
  timeZone: string;
  language: SupportedLanguage;
  lexicon: OrderLexicon;
  message: ReadMessage;
  /** Numbers that are meant as an order's or a parcel's. */
  numbers: readonly NamedNumber[];
  /** Digits that are the same as an order's and probably something else. */
  doubtfulNumbers: readonly NamedNumber[];
  items: ItemMatch;
  intents: readonly FoundIntent[];
  /** Says that the writer has ordered or received something. */
  hasBought: boolean;
  /** Names an order or a parcel in any way. */
  hasMention: boolean;
}

/** A customer with more is a reseller, whose older orders are not looked at. */
const mostOrders = 100;

export function readQuestion(question: OrderQuestion): QuestionRead {
  const orders = [...question.orders].sort((one, other) => Date.parse(other.placedAt) - Date.parse(one.placedAt)).slice(0, mostOrders);
  const language = languageOf(foldInPlace(question.text.slice(0, 3000)), question.language);
  const lexicon = orderLexicons[language];
  const message = readMessage(question.text, lexicon);
  const numbers = namedNumbers(message, orders, lexicon);
  return {
    orders,
    now: question.now,
    timeZone: question.timeZone ?? lexicon.usualZone,
    language,
    lexicon,
    message,
    numbers: numbers.filter(({ isDoubtful }) => !isDoubtful),
    doubtfulNumbers: numbers.filter(({ isDoubtful }) => isDoubtful),
    items: matchItems(message, orders, language),
    intents: findIntents(message, lexicon),
    hasBought: has(message, lexicon.bought),
    hasMention: has(message, lexicon.orderMention),
  };
}

/** Whether one of the patterns is anywhere in the message. */
export function has(message: ReadMessage, patterns: readonly string[]): boolean {
  return wholeWords(patterns).test(message.folded);
}
