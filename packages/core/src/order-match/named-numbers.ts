import { normalizeOrderNumber, normalizeTrackingNumber } from "@askonce/spec";
import { maskOtherNumbers } from "../facts/extract/masked-text.ts";
import { extractOrderNumbers } from "../facts/extract/order-numbers.ts";
import { extractTrackingNumbers } from "../facts/extract/tracking-numbers.ts";
import { editDistance } from "./edit-distance.ts";
import type { OrderLexicon } from "./lexicon/lexicon.ts";
import type { MatchableOrder } from "./match-order.ts";
import { compiled, wholeWords } from "./patterns.ts";
import { clauseAt, type ReadMessage } from "./read-message.ts";

/** A number of a message that is one of the orders' own, or that should be and is not. */
export interface NamedNumber {
  kind: "orderNumber" | "trackingNumber";
  /** Indexes of the orders it can be; none when it is nobody's. */
  orders: readonly number[];
  /** The orders it would be with one digit mistyped; only when `orders` is empty. */
  almost: readonly number[];
  from: number;
  to: number;
  dismissed: boolean;
  /** Not that one, but one told by it: "after 1042", "not 1042". */
  isApart: boolean;
  /** Nothing says that these digits are an order, and something that they may not be. */
  isDoubtful: boolean;
}

interface OrderNumbers {
  number: string;
  bare: string;
  tracking: readonly string[];
}

const token = /(?<![\p{L}\p{N}+@./-])[A-Za-z]{0,6}[-_/]?\d[\dA-Za-z]*(?:[-_/ ][\dA-Za-z]*\d[\dA-Za-z]*)*(?![\p{L}\p{N}@])/gu;

/** Numbers that name orders or parcels, each once, in the order of the text. */
export function namedNumbers(message: ReadMessage, orders: readonly MatchableOrder[], lexicon: OrderLexicon): NamedNumber[] {
  const known = orders.map(numbersOf);
  const found: NamedNumber[] = [];
  const add = (kind: NamedNumber["kind"], value: string, from: number, to: number, isNamed: boolean, isDoubtful = false) => {
    if (found.some((one) => from < one.to && to > one.from)) return;
    const matching = indexesWhere(known, (one) => isTheNumber(one, value) || isTheTracking(one, value));
    if (matching.length === 0 && !isNamed && !looksAlike(known, value)) return;
    const isParcel = known.some((one) => isTheTracking(one, value) && !isTheNumber(one, value));
    found.push({
      kind: isParcel ? "trackingNumber" : kind,
      orders: matching,
      almost: matching.length > 0 ? [] : indexesWhere(known, (one) => isAlmost(one, value)),
      from,
      to,
      dismissed: clauseAt(message, from)?.dismissed ?? false,
      isApart: !isParcel && isApart(message, lexicon, from),
      isDoubtful: !isParcel && isDoubtful,
    });
  };
  for (const { digits, from, to } of endings(message, lexicon)) {
    const matching = indexesWhere(known, (one) => [one.number, ...one.tracking].some((number) => number.endsWith(digits)));
    const dismissed = clauseAt(message, from)?.dismissed ?? false;
    found.push({ kind: "trackingNumber", orders: matching, almost: [], from, to, dismissed, isApart: false, isDoubtful: false });
  }
  for (const { from, to, value } of shortNumbers(message, lexicon)) add("orderNumber", value, from, to, true);
  for (const { from, to, value } of wholeNumbers(message, known)) add("orderNumber", value, from, to, true);
  for (const fact of extractTrackingNumbers(message.text)) {
    for (const from of placesOf(message.text, fact.value)) add("trackingNumber", fact.value, from, from + fact.value.length, true);
  }
  for (const fact of extractOrderNumbers(message.text)) {
    for (const from of placesOf(message.text, fact.value)) add("orderNumber", fact.value, from, from + fact.value.length, true);
  }
  for (const match of maskOtherNumbers(message.text).matchAll(token)) {
    const value = match[0].trim();
    if (isYear(value) || value.replace(/\D/g, "").length < 2) continue;
    add("orderNumber", value, match.index, match.index + value.length, false, !mayBeUnmarked(message, lexicon, value, match.index));
  }
  return found.sort((one, other) => one.from - other.from);
}

function numbersOf(order: MatchableOrder): OrderNumbers {
  const number = normalizeOrderNumber(order.number) ?? "";
  return {
    number,
    bare: /^\D+(\d{2,})$/.exec(number)?.[1] ?? number,
    tracking: order.trackingNumbers.slice(0, 20).flatMap((one) => normalizeTrackingNumber(one) ?? []),
  };
}

function isTheNumber({ number, bare }: OrderNumbers, value: string): boolean {
  const named = normalizeOrderNumber(value) ?? "";
  if (named === number || (bare.length >= 3 && named === bare)) return true;
  // "RO 10423", "ro10423" and "RO-10423" are one number.
  const compact = named.replace(/[^A-Z0-9]/g, "");
  return compact.length >= 3 && compact === number.replace(/[^A-Z0-9]/g, "");
}

function isTheTracking({ tracking }: OrderNumbers, value: string): boolean {
  const named = normalizeTrackingNumber(value) ?? "";
  if (named.length < 6) return false;
  // People leave out a prefix of letters, or copy the beginning only.
  return tracking.some((one) => one === named || (named.length >= 8 && (one.startsWith(named) || one.endsWith(named))));
}

/** As long as the numbers of the customer's orders and beginning alike, so very likely meant as one. */
function looksAlike(known: readonly OrderNumbers[], value: string): boolean {
  const named = (normalizeOrderNumber(value) ?? "").replace(/^\D+/, "");
  if (!/^\d{4,}$/.test(named)) return false;
  return known.some(({ bare }) => bare.length === named.length && bare[0] === named[0] && (named.length > 4 || !/^20[0-3]\d$/.test(named)));
}

function isAlmost({ number, bare, tracking }: OrderNumbers, value: string): boolean {
  const named = normalizeOrderNumber(value) ?? "";
  if (named.length < 4) return false;
  return [number, bare, ...tracking].some((one) => one.length >= 4 && editDistance(one, named, 1) === 1);
}

function endings(message: ReadMessage, lexicon: OrderLexicon): { digits: string; from: number; to: number }[] {
  const pattern = new RegExp(`(?:(?<![a-z0-9])|(?=[.*…]))(?:${lexicon.endingIn.join("|")})["']?(\\d{2,8}[a-z]{0,2})(?![a-z0-9])`, "g");
  return [...message.folded.matchAll(pattern)].map((match) => {
    const to = match.index + match[0].length;
    const digits = (match[1] ?? "").toUpperCase();
    return { digits, from: to - digits.length, to };
  });
}

/** "Order 7" of a shop that began last week. */
function shortNumbers(message: ReadMessage, lexicon: OrderLexicon): { from: number; to: number; value: string }[] {
  const pattern = new RegExp(
    `(?<![a-z0-9])${lexicon.shortNumberAfter}\\s{0,2}#?(\\d{1,2})(?![a-z0-9/.:-]|[,] ?\\d)(?! (?:${Object.values(lexicon.time.units).join("|")}|${lexicon.time.months.join("|")}|x|lei|ron|euro|items?|articoli|produse)(?![a-z]))`,
    "g",
  );
  return [...message.folded.matchAll(pattern)].map((match) => {
    const value = match[1] ?? "";
    const to = match.index + match[0].length;
    return { from: to - value.length, to, value };
  });
}

function isYear(value: string): boolean {
  return /^20[12]\d$/.test(value);
}

/** Whether digits that nothing calls an order may be one: few digits only near a word for it, and none that belong to something else. */
function mayBeUnmarked(message: ReadMessage, lexicon: OrderLexicon, value: string, from: number): boolean {
  // "Model 3001", "Garibaldi 1508": a number belongs to the noun before it.
  const before = /(?:^|[^a-z0-9'])([a-z']+)[\s.:#]{0,3}$/.exec(message.folded.slice(Math.max(0, from - 30), from))?.[1];
  const isOfNoun =
    before !== undefined && !wholeWords(lexicon.orderMention).test(before) && !` ${lexicon.ignoredWords} `.includes(` ${before} `);
  const isOther = compiled(`(?<![a-z0-9])(?:${lexicon.otherNumbers})(?![a-z0-9])[^.!?\\n]{0,20}$`).test(
    message.folded.slice(Math.max(0, from - 40), from),
  );
  if (isOfNoun || isOther || isOfAddress(message, lexicon, from)) return false;
  return value.replace(/\D/g, "").length >= 4 || wholeWords(lexicon.orderMention).test(message.folded.slice(Math.max(0, from - 30), from));
}

/** "The one after 1042", "not 1042". */
function isApart(message: ReadMessage, lexicon: OrderLexicon, from: number): boolean {
  const before = message.folded.slice(Math.max(0, from - 40), from);
  return compiled(`(?<![a-z0-9])(?:${lexicon.apartFrom})(?: [a-z']{1,7}){0,2} ?(?:${lexicon.shortNumberAfter})?[ #.:']*$`).test(before);
}

function isOfAddress(message: ReadMessage, lexicon: OrderLexicon, from: number): boolean {
  const before = message.folded.slice(Math.max(0, from - 45), from);
  return new RegExp(`(?<![a-z0-9])${lexicon.street}[. ][a-z .']{0,32},?\\s?(?:nr|n|no|numero|numarul)?[. ]{0,2}$`).test(before);
}

/** Numbers of the orders and parcels that stand in the text as they are, or in groups ("1ONB 2345 6789"). */
function wholeNumbers(message: ReadMessage, known: readonly OrderNumbers[]): { from: number; to: number; value: string }[] {
  const places: number[] = [];
  let compact = "";
  for (let place = 0; place < message.text.length; place += 1) {
    const letter = message.text.charAt(place);
    if (/[\s-]/.test(letter)) continue;
    compact += letter.toUpperCase();
    places.push(place);
  }
  compact = compact.length === places.length ? compact : "";
  return known.flatMap(({ number, tracking }) =>
    [...tracking, ...(/^\D{0,4}\d{5,}$/.test(number) ? [number] : [])].flatMap((value) => {
      const at = value.length >= 5 ? compact.indexOf(value) : -1;
      const from = places[at];
      const last = places[at + value.length - 1];
      if (from === undefined || last === undefined || isInsideNumber(compact, at, value.length)) return [];
      return [{ from, to: last + 1, value }];
    }),
  );
}

function isInsideNumber(compact: string, at: number, length: number): boolean {
  return /\d/.test(compact.charAt(at - 1)) || /\d/.test(compact.charAt(at + length));
}

function placesOf(text: string, value: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(value); at >= 0 && places.length < 20; at = text.indexOf(value, at + value.length)) places.push(at);
  return places;
}

function indexesWhere(known: readonly OrderNumbers[], test: (one: OrderNumbers) => boolean): number[] {
  return known.flatMap((one, index) => (test(one) ? [index] : []));
}
