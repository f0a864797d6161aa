import { looksLikePhone } from "../facts/extract/looks-like-phone.ts";
import { maskOtherNumbers } from "../facts/extract/masked-text.ts";
import { wholeWords } from "./patterns.ts";
import { has, type QuestionRead } from "./question-read.ts";
import { evidenceKindsOf, firstTwo, type Tally } from "./tally.ts";
import type { TimeContradiction } from "./weigh-evidence.ts";

/** What was found out on the way, for judging it. */
export interface Weighed {
  tally: Tally;
  /** Of each order, how much of its items is named. */
  itemScores: readonly number[];
  /** Of each order, how well its state fits what is wanted. */
  stateScores: readonly number[];
  /** More than the state of the orders speaks for one. */
  isSpecific: boolean;
  /** What is told of a time at which it did not happen. */
  contradicted: ReadonlySet<TimeContradiction>;
}

/** A state fits so well that an order of that state may be meant. */
const fittingState = 1.5;
/** So much of an order's items is named that it may be meant. */
const namedItems = 0.6;
/** How much more of one order's items is named than of another's, when it is told apart. */
const toldApart = 0.4;
/** A score that one kind of evidence alone does not reach. */
const certainScore = 5;

/** Whether something in the message makes the best order a guess all the same. */
export function isDoubtful(question: QuestionRead, weighed: Weighed, best: number): boolean {
  const { message, lexicon } = question;
  return (
    isUnsurePurchase(question, weighed) ||
    isAboutTwoThings(weighed) ||
    has(message, lexicon.duplicates) ||
    has(message, lexicon.notTheirs) ||
    (has(message, lexicon.severalOrders) && (weighed.tally.scores[best] ?? 0) < certainScore) ||
    (wantsToBuy(question) && !(question.hasBought && isTimed(weighed, best))) ||
    isAtAnotherTime(weighed, best) ||
    isAgainstState(question, weighed, best) ||
    isBesideOrders(question, weighed, best)
  );
}

/** Who wants more of what they bought writes about buying, unless something is wrong with what they have. */
export function wantsToBuy({ message, lexicon, intents, hasBought }: QuestionRead): boolean {
  return has(message, lexicon.newPurchase) && !(intents.length > 0 && hasBought);
}

/** A thing that is told of is one they have; one that is asked about may be one they want. A customer's only order need not be meant. */
function isUnsurePurchase(question: QuestionRead, { tally, itemScores, stateScores }: Weighed): boolean {
  const { message, orders, hasBought, hasMention, intents } = question;
  if (!hasBought && !hasMention && intents.length === 0 && message.text.includes("?")) return true;
  if (orders.length > 1 || evidenceKindsOf(tally, 0).some((kind) => kind === "time" || kind === "position")) return false;
  return !(hasBought && ((itemScores[0] ?? 0) > 0 || (stateScores[0] ?? 0) >= fittingState));
}

/** Things of two orders are named: which of them it is about is for the words between them to say, and those are not understood. */
function isAboutTwoThings({ itemScores }: Weighed): boolean {
  const [most, next] = firstTwo(itemScores);
  return next >= namedItems && most - next < toldApart;
}

/** Shops learn late of a delivery, and people say "yesterday" of the day before; so a thing that is named outweighs that, and no more. */
function isAtAnotherTime({ contradicted, tally }: Weighed, best: number): boolean {
  return contradicted.has("placed") || (contradicted.has("delivered") && !evidenceKindsOf(tally, best).includes("item"));
}

function isTimed({ tally }: Weighed, best: number): boolean {
  return evidenceKindsOf(tally, best).includes("time");
}

/** What is wanted fits another order's state, and not that of the best. */
function isAgainstState({ intents }: QuestionRead, weighed: Weighed, best: number): boolean {
  const { stateScores } = weighed;
  if (isTimed(weighed, best)) return false;
  return intents.length > 0 && (stateScores[best] ?? 0) < 0.5 && stateScores.some((fit) => fit >= fittingState);
}

function isBesideOrders(question: QuestionRead, { tally, isSpecific }: Weighed, best: number): boolean {
  const { message, lexicon, items, intents, doubtfulNumbers } = question;
  const kinds = new Set(evidenceKindsOf(tally, best));
  if (!isSpecific && (doubtfulNumbers.length > 0 || !isInOneSentence(question))) return true;
  // "My first order, and I am delighted" asks for nothing.
  if (kinds.size === 1 && kinds.has("position") && intents.length === 0 && !has(message, lexicon.request)) return true;
  const isBeside = has(message, lexicon.besideOrders);
  if (isBeside && !kinds.has("state") && !kinds.has("time") && message.text.includes("?")) return true;
  if (kinds.has("item") || kinds.has("time")) return false;
  return isBeside || items.namesOtherThing || hasStrangeNumber(message.text);
}

/** What is wanted, and the order or parcel it is wanted for. */
function isInOneSentence({ message: { folded }, lexicon, intents, items }: QuestionRead): boolean {
  if (items.mentions.length > 0) return true;
  return intents.some(({ from, to }) => {
    const start = Math.max(...[".", "!", "?", "\n"].map((mark) => folded.lastIndexOf(mark, from - 1))) + 1;
    const length = folded.slice(to).search(/[.!?\n]/);
    const sentence = folded.slice(start, length < 0 ? folded.length : to + length);
    return wholeWords(lexicon.orderMention).test(sentence) || wholeWords(lexicon.bought).test(sentence);
  });
}

/** A long number that is nothing known: of another shop, of a letter, of somebody else. */
function hasStrangeNumber(text: string): boolean {
  const withoutPhones = maskOtherNumbers(text).replace(/\+?\d[\d ()-]{8,14}\d/g, (found) => (looksLikePhone(found) ? "" : found));
  return /(?<![\d+.,/-])(?!20[1-3]\d(?!\d))\d{2,6}-?\d{2,}(?![\d.,/])/.test(withoutPhones);
}
