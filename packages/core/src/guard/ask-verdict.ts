import type { AskVerdict, FactKey, Instant } from "@askonce/spec";
import { foldText } from "@askonce/spec";
import { type DetectedAsk, tellsOfAnother, tellsOfMisfit, tellsOfMove, tellsOfWish } from "./detect-asks.ts";
import type { HistoryMessage, KnownValue } from "./known-values.ts";

/** Keys of which a matter has one at a time: two values disagree. */
const single: ReadonlySet<FactKey> = new Set(["email", "phone", "postcode", "shippingAddress", "name"]);
/** Keys of which several can stand side by side without disagreeing, unless the ask is which of them is meant. */
const identifiers: ReadonlySet<FactKey> = new Set(["orderNumber", "trackingNumber"]);
const photos: ReadonlySet<FactKey> = new Set(["photoOfItem", "photoOfPackaging", "photoOfLabel"]);
/** What proves who somebody is. */
const proofs: ReadonlySet<FactKey> = new Set([
  "postcode",
  "email",
  "phone",
  "name",
  "shippingAddress",
  "orderNumber",
  "paymentMethod",
  "item",
  "deliveryDate",
]);
/** What is chosen among several; "another" in the ask is one of them and not another matter. */
const choices: ReadonlySet<FactKey> = new Set(["wantedOutcome", "size", "color", "pickupPoint", "quantity", "language"]);
/** What a move or a new phone makes old. */
const movable: ReadonlySet<FactKey> = new Set(["shippingAddress", "postcode", "phone", "email", "name", "pickupPoint", "invoiceData"]);

/** What the parcel that comes back has too. */
const shipped: ReadonlySet<FactKey> = new Set(["trackingNumber", "carrier", "photoOfLabel", "photoOfPackaging"]);

/** What can always be told in more words. */
const freeText: ReadonlySet<FactKey> = new Set(["problem", "damageExtent", "item", "since", "tried", "returnReason"]);

/** What is told by a day. */
const dated: ReadonlySet<FactKey> = new Set(["since", "deliveryDate"]);
/** A day by its number or name; "recently" and "a few weeks ago" are none. */
const exactDay =
  /\d{1,2}(?:[./-]|st|nd|rd|th)|\b\d{1,2} [a-z]{3}|[a-z]{3} \d{1,2}\b|(?:yester|to|mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:ieri|oggi|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|azi|luni|marti|miercuri|joi|vineri|sambata|duminica)\b/;

/** Asks for a measure, which "scratched" is none of. */
const measured = /\bhow (?:long|deep|wide|big|large)\b/i;
const sized =
  /\d|\b(?:small|tiny|little|big|large|huge|deep|long|hairline|half|whole|entire\w*|complete\w*|total\w*|all|coin|palm|across|off)\b/;

export interface Verdict {
  verdict: AskVerdict;
  answer: KnownValue | null;
}

/** What is to be said of an ask, given all that is known. */
export function verdictOf(
  ask: DetectedAsk,
  known: readonly KnownValue[],
  history: readonly HistoryMessage[],
  now: Instant | null,
): Verdict {
  const values = known.filter((value) => value.key === ask.key);
  const answer = bestOf(values, now);
  const { cues } = ask;
  if (cues.isProof && proofs.has(ask.key)) return { verdict: "identityProof", answer };
  if (answer === null) return { verdict: "unknown", answer };
  if (cues.isRisky && !photos.has(ask.key) && (!freeText.has(ask.key) || ask.key === "item")) return { verdict: "riskyChange", answer };
  if (isDisagreement(ask, values) || isContrasted(ask, answer)) return { verdict: "contradicted", answer };
  if (namesKnown(ask, values) || isOfAnother(ask, values, history)) return { verdict: "somethingElse", answer };
  if (isStale(ask, answer, history, now)) return { verdict: "stale", answer };
  const wished = wishedOf(ask, values, history);
  if (wished !== undefined) return wished === null ? { verdict: "unknown", answer: null } : { verdict: "known", answer: wished };
  if (cues.isUnavailable && (choices.has(ask.key) || movable.has(ask.key) || ask.key === "carrier"))
    return { verdict: "somethingElse", answer };
  if ((cues.isOther && !choices.has(ask.key) && !(ask.key === "tried" && ask.language !== "it")) || (photos.has(ask.key) && cues.isSharper))
    return { verdict: "somethingElse", answer };
  if (cues.isOtherChoice && ask.key !== "wantedOutcome" && ask.key !== "language") return { verdict: "somethingElse", answer };
  if (cues.isSentBack && shipped.has(ask.key)) return { verdict: "somethingElse", answer };
  if (isUntried(ask, values, history) || isOtherPhoto(ask, known, history)) return { verdict: "somethingElse", answer };
  if (isMoreThanKnown(ask, answer)) return { verdict: "unknown", answer: null };
  return { verdict: "known", answer };
}

/**
 * Which size or color is wanted, when what was ordered is not: only what the customer wrote can tell. `null` when they did not;
 * `undefined` when it is not asked.
 */
function wishedOf(ask: DetectedAsk, values: readonly KnownValue[], history: readonly HistoryMessage[]): KnownValue | null | undefined {
  if ((ask.key !== "size" && ask.key !== "color") || !ask.cues.isWish) return undefined;
  const words = history.filter((message) => message.direction === "inbound").map((message) => message.text);
  const wished = values.find((value) => words.some((text) => tellsOfWish(text, value.value)));
  if (wished !== undefined) return wished;
  return words.some(tellsOfMisfit) ? null : undefined;
}

/** The value that answers best: the fresh ones before the stale, facts before what was only read, the newest last said. */
export function bestOf(values: readonly KnownValue[], now: Instant | null): KnownValue | null {
  const fresh = values.filter((value) => !isPast(value.freshUntil, now));
  return fresh[0] ?? values[0] ?? null;
}

/** Whether what was known until a moment has aged; without either it has not. */
export function isPast(until: Instant | null, now: Instant | null): boolean {
  return until !== null && now !== null && until <= now;
}

function isDisagreement(ask: DetectedAsk, values: readonly KnownValue[]): boolean {
  const different = values.filter((value, index) => values.findIndex((other) => isSame(value, other)) === index);
  if (different.length < 2) return false;
  if (single.has(ask.key)) return true;
  // "M or S?" after the customer wrote of both.
  if (different.filter((value) => wordOf(value.value, ask.cues.near)).length > 1) return true;
  return ask.cues.isWhich || (identifiers.has(ask.key) && different.length > 2);
}

/** "You write 4, but the invoice says 5": the reply itself names what is known, and doubts it. */
function isContrasted(ask: DetectedAsk, answer: KnownValue): boolean {
  if (ask.cues.hasValue || !/(?:^|[^a-z])(?:but|however|whereas|while|ma|mentre|pero|invece|dar|insa|iar)(?![a-z])/.test(ask.cues.near))
    return false;
  return wordOf(answer.value, ask.cues.near);
}

/** Keys whose values are told apart by their letters alone, so that a reply that names one and asks is after another. */
const literal: ReadonlySet<FactKey> = new Set(["orderNumber", "trackingNumber", "email", "phone", "size", "quantity"]);

/** "Not about 1042, I see. What is the number of yesterday's?": the reply names what is known and asks on. */
function namesKnown(ask: DetectedAsk, values: readonly KnownValue[]): boolean {
  if (!literal.has(ask.key) || ask.cues.hasValue || ask.cues.isConfirmation || ask.cues.isWhich) return false;
  // "Is it about order 1042?" is a confirmation.
  const own = foldText(ask.text);
  return values.some((value) => wordOf(value.value, ask.cues.near) && !wordOf(value.value, own));
}

/** What a customer has several of. */
const several: ReadonlySet<FactKey> = new Set(["orderNumber", "trackingNumber"]);

/** The customer's last words are about another order than the known one. */
function isOfAnother(ask: DetectedAsk, values: readonly KnownValue[], history: readonly HistoryMessage[]): boolean {
  if (!several.has(ask.key)) return false;
  const last = history.findLast((message) => message.direction === "inbound")?.text.slice(0, 6000);
  if (last === undefined || !tellsOfAnother(last)) return false;
  const folded = foldText(last);
  return !values.some((value) => folded.includes(foldText(value.value)));
}

/** The same, or one a part of the other: "Ana" and "Ana Pop". */
function isSame(one: KnownValue, other: KnownValue): boolean {
  if (one.normalized === other.normalized) return true;
  // "+44 7700 900412" and "07700 900412".
  if (one.key === "phone") return one.normalized.replace(/\D/g, "").slice(-8) === other.normalized.replace(/\D/g, "").slice(-8);
  const [first, second] = [wordsOf(one.value), wordsOf(other.value)];
  const [less, more] = first.size <= second.size ? [first, second] : [second, first];
  let shared = 0;
  for (const word of less) if (more.has(word)) shared++;
  return less.size > 0 && shared / less.size >= 0.6;
}

function wordOf(value: string, text: string): boolean {
  const folded = foldText(value);
  return folded.length <= 60 && ` ${text.replace(/[^a-z0-9@.]+/g, " ")} `.includes(` ${folded} `);
}

function wordsOf(text: string): Set<string> {
  return new Set(foldText(text).match(/[a-z0-9@]+/g) ?? []);
}

function isStale(ask: DetectedAsk, answer: KnownValue, history: readonly HistoryMessage[], now: Instant | null): boolean {
  if (isPast(answer.freshUntil, now)) return true;
  if (photos.has(ask.key)) return ask.cues.isUnreadable;
  if (!movable.has(ask.key)) return false;
  if (ask.cues.isChanged) return true;
  // Read from the very message that tells of the change, it is the new one.
  const isFromMessage = answer.factId === null && answer.source?.kind === "message";
  return !isFromMessage && history.some((message) => message.direction === "inbound" && tellsOfMove(message.text));
}

/** Asks what was tried, whatever it was. */
const anyAttempt = /\b(?:what|which|anything|any|steps|cosa|che|quali|qualcosa|ce|care|ceva|pasi)\b/i;

/** "Have you tried another cable?" of somebody who only told of new batteries. */
function isUntried(ask: DetectedAsk, values: readonly KnownValue[], history: readonly HistoryMessage[]): boolean {
  if (ask.key !== "tried" || ask.language === "it" || anyAttempt.test(ask.text)) return false;
  const told = stemsOf([...values.map((value) => value.value), ...inboundOf(history)].join(" "));
  const asked = [...stemsOf(ask.cues.own)].filter((stem) => !trying.has(stem));
  return asked.length > 0 && !asked.some((stem) => told.has(stem));
}

/** Words of an ask for what was tried that are not what was tried. */
const trying: ReadonlySet<string> = new Set([
  "have",
  "tried",
  "alrea",
  "else",
  "perha",
  "maybe",
  "chanc",
  "anyth",
  "could",
  "that",
  "this",
  "then",
  "just",
  "incer",
  "cumva",
  "deja",
  "poate",
  "macar",
  "dumne",
  "produ",
]);

/** A photo of the plug, when all that was spoken of is the lampshade. */
function isOtherPhoto(ask: DetectedAsk, known: readonly KnownValue[], history: readonly HistoryMessage[]): boolean {
  if (ask.key !== "photoOfItem" || ask.language !== "en" || ask.cues.showsItem) return false;
  const shown = / (?:of|showing) (?:the |your |its |both |this |that )*([a-z' -]{3,60})/.exec(ask.cues.shown)?.[1];
  const words = inboundOf(history);
  if (shown === undefined || words.length === 0) return false;
  const asked = stemsOf(shown);
  const told = stemsOf([...known.map((value) => value.value), ...words].join(" "));
  return asked.size > 0 && ![...asked].some((stem) => told.has(stem));
}

function inboundOf(history: readonly HistoryMessage[]): string[] {
  return history.filter((message) => message.direction === "inbound").map((message) => message.text.slice(0, 6000));
}

/** The beginnings of the words of a text that are long enough to mean something. */
function stemsOf(text: string): Set<string> {
  return new Set((foldText(text).match(/[a-z]{4,}/g) ?? []).map((word) => word.slice(0, 5)));
}

/** Whether less is known than is asked for. */
function isMoreThanKnown(ask: DetectedAsk, answer: KnownValue): boolean {
  const words = answer.value.trim().split(/\s+/).length;
  if (ask.key === "shippingAddress") return !/\d/.test(answer.value) && words <= 4;
  if (ask.key === "invoiceData") return /(?:^|[^a-z])(?:vat|tax|iva|cui|cif|fiscal|sdi|pec)/i.test(ask.text) && !/\d{3}/.test(answer.value);
  if (ask.key === "name") return words === 1 && ask.cues.isFull;
  // Who wants to return something has not said what for.
  if (ask.key === "wantedOutcome") {
    const wanted = foldText(answer.value);
    return (
      /^(?:a |un |il |to |the |sa |o )?(?:return|reso|retur|restitu|send)/.test(wanted) &&
      !/\b(?:bani|sum[ae]|money|soldi|denaro)/.test(wanted)
    );
  }
  if (dated.has(ask.key) && (ask.cues.isFull || ask.cues.wantsMoreDetail) && !exactDay.test(foldText(answer.value))) return true;
  if (ask.key === "damageExtent" && measured.test(ask.text)) return !sized.test(foldText(answer.value));
  return freeText.has(ask.key) && ask.cues.wantsMoreDetail;
}
