import { normalizeTrackingNumber } from "@askonce/spec";
import { type ExtractedFact, excerptAround } from "./extracted-fact.ts";
import { looksLikePhone } from "./looks-like-phone.ts";
import { maskOtherNumbers } from "./masked-text.ts";

const start = "(?<![\\p{L}\\p{N}])";
const end = "(?![\\p{L}\\p{N}])";
/** Words that are about nothing but the number. */
const trackingWord = `${start}(?:awb(?:[- ]?(?:ul(?:ui)?|uri(?:le)?|s))?|aw b|tra(?:c|ck|k|kk|cc)k?(?:ing|ng|in|i?g)|track|tracciamento|tracciatura|ldv|lettera di vettura|scrisoarea? de transport|(?:nr|n|num(?:ero)?|cod(?:ice)?)\\.?\\s(?:di\\s)?spedizione|codice spedizione|waybill|consignment|urm(?:a|ă)rire(?:a|i|ii)?)${end}`;
/** Words for the thing itself: what follows is its number only if something says so. */
const parcelWord = `${start}(?:parcels?|packages?|shipments?|pacc(?:o|hi)|spedizion[ei]|colet(?:ul|ului|e|ele)?|pachet(?:ul|ului)?|expedi(?:t|ț|ţ)i(?:e|a|ei))${end}`;
const numberWord = `${start}(?:numbers?|num(?:ero|erul|ărul|arul|ăr|ar)?|no|nr|n|id|cod(?:e|ice|ul)?)${end}`;
const bridge = `(?:[\\s:.,;#°º=()'’"-]|${numberWord}|${start}(?:is|è|e|este|was|cu|con|with|the|il|la|de|di|my|mio|meu|mea|al|for|per|pentru|it|its)${end})`;
const token = "([A-Z0-9][A-Z0-9-]{7,38})(?![\\p{L}\\p{N}])";
const afterTrackingWord = new RegExp(`${trackingWord}${bridge}{1,12}?(?<![\\p{L}\\p{N}+#])${token}`, "giu");
const afterParcelWord = new RegExp(
  `${parcelWord}[\\s(:]{0,3}(?:(?:with|cu|con|my|meu|mio)\\s)?(?:the\\s|il\\s)?(?:(?:tracking|awb)\\s)?(?:${numberWord}|[#:=])${bridge}{0,6}?(?<![\\p{L}\\p{N}+#])${token}`,
  "giu",
);
/** "they gave me this number: 09629667699758": longer than any phone or order number. */
const afterNumberWord = new RegExp(`${numberWord}[\\s:.=]{1,3}(?:is\\s|este\\s|è\\s)?(\\d{11,35})(?![\\p{L}\\p{N}])`, "giu");
/** "the tracking of the courier X 0844…": one word, the courier's, between the word and the number. */
const afterCarrier = new RegExp(
  `${trackingWord}[\\s:]{1,2}(?:[\\p{L}]{2,12}\\s){1,2}(?:${numberWord}[\\s.:]{1,3})?(\\d{9,20})(?![\\p{L}\\p{N}])`,
  "giu",
);
const nextInList = /^\s{0,2}(?:,|;|&|and|e|ed|și|si|şi)\s{0,2}([A-Z0-9]{8,24})(?![\p{L}\p{N}])/iu;
/** Capitals and digits in one word, as only serial numbers of couriers are: "1ONB90001122". Company and tax numbers begin with two letters. */
const mixed = /(?<![\p{L}\p{N}#/.-])(\d{1,2}[A-Z]{2,4}\d{7,16}|[A-Z]{3,4}\d{8,16})(?![\p{L}\p{N}-])/gu;
/** "1Z 999 AA1 01 2345 6784": in groups, as on the label. */
const grouped = /(?<![\p{L}\p{N}])(1Z(?:\s[A-Z0-9]{2,4}){4,7})(?![\p{L}\p{N}])/gu;
/** "tracking 1ONB 5566 7788": groups that have digits each. */
const inGroups = new RegExp(
  `${trackingWord}${bridge}{1,12}?(?<![\\p{L}\\p{N}+#])([A-Z0-9]{0,5}\\d[A-Z0-9]{0,5}(?:\\s[A-Z0-9]{0,4}\\d[A-Z0-9]{0,4}){1,5})(?![\\p{L}\\p{N}])`,
  "giu",
);
/** "the tracking page shows 9988 7766 5544": groups of four, however many words stand between. */
const inFours = new RegExp(`${trackingWord}[^.!?\\d]{0,40}(?<![\\d.,/-])(\\d{4}(?:\\s\\d{4}){2,5})(?![\\s]?\\d)`, "giu");
/** UPU S10 (`RR123456785RO`) and UPS (`1Z…`), whose form says what they are. */
const selfEvident = /(?<![\p{L}\p{N}])([A-Z]{2}\d{9}[A-Z]{2}|1Z[A-Z0-9]{16})(?![\p{L}\p{N}])/giu;
const inLink =
  /[?&/](?:awb|tracking|track|trackingnumber|tracking_number|parcelno|code|id|nr|number)[=/]([A-Z0-9-]{8,39})(?![\p{L}\p{N}])/giu;

/** Tracking numbers that the words name as such, or whose form is unmistakable. */
export function extractTrackingNumbers(text: string, masked = maskOtherNumbers(text)): ExtractedFact[] {
  const facts: ExtractedFact[] = [];
  const add = (value: string, from: number, to: number) => {
    const normalized = normalizeTrackingNumber(value);
    if (!normalized || facts.some((fact) => fact.normalized === normalized)) return;
    facts.push({ key: "trackingNumber", value, normalized, excerpt: excerptAround(text, from, to) });
  };
  for (const match of masked.matchAll(afterTrackingWord)) {
    if (!isNumberLike(match[1] ?? "")) continue;
    add(match[1] ?? "", match.index, match.index + match[0].length);
    const next = nextInList.exec(masked.slice(match.index + match[0].length, match.index + match[0].length + 60));
    if (next && next[1]?.length === match[1]?.length) add(next[1] ?? "", match.index, match.index + match[0].length + next[0].length);
  }
  for (const match of masked.matchAll(afterCarrier)) {
    if (!looksLikePhone(match[1] ?? "")) add(match[1] ?? "", match.index, match.index + match[0].length);
  }
  for (const match of masked.matchAll(inGroups)) {
    const digits = (match[1] ?? "").replace(/\D/g, "").length;
    if (digits >= 8 && !looksLikePhone(match[1] ?? "")) add(match[1] ?? "", match.index, match.index + match[0].length);
  }
  for (const match of masked.matchAll(inFours)) add(match[1] ?? "", match.index, match.index + match[0].length);
  for (const match of masked.matchAll(mixed)) add(match[1] ?? "", match.index, match.index + match[0].length);
  for (const match of masked.matchAll(grouped)) {
    if (isSelfEvidentTracking((match[1] ?? "").replace(/\s/g, ""))) add(match[1] ?? "", match.index, match.index + match[0].length);
  }
  for (const match of masked.matchAll(afterParcelWord)) {
    if (isNumberLike(match[1] ?? "") && !looksLikePhone(match[1] ?? "")) add(match[1] ?? "", match.index, match.index + match[0].length);
  }
  for (const match of masked.matchAll(afterNumberWord)) {
    if (!looksLikePhone(match[1] ?? "")) add(match[1] ?? "", match.index, match.index + match[0].length);
  }
  for (const match of masked.matchAll(selfEvident)) {
    if (isSelfEvidentTracking(match[1] ?? "")) add(match[1] ?? "", match.index, match.index + match[0].length);
  }
  for (const match of text.matchAll(inLink)) {
    if (isNumberLike(match[1] ?? "")) add(match[1] ?? "", match.index, match.index + match[0].length);
  }
  return facts;
}

/** A serial number of a carrier has at least six digits; "CL-10184" has five and is an order's. */
function isNumberLike(value: string): boolean {
  return value.replace(/\D/g, "").length >= 6;
}

/** Whether the form alone says that it is a parcel's number. */
export function isSelfEvidentTracking(value: string): boolean {
  const compact = value.toUpperCase();
  if (/^1Z[A-Z0-9]{16}$/.test(compact)) return true;
  return /^[A-Z]{2}\d{9}[A-Z]{2}$/.test(compact) && hasValidS10Check(compact);
}

/** Words long enough to be a tracking number; they become facts only if one of the shop's parcels has it. */
export function trackingNumberCandidates(text: string): ExtractedFact[] {
  const facts: ExtractedFact[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\p{N}-])[A-Z0-9][A-Z0-9-]{7,38}(?![\p{L}\p{N}-])/giu)) {
    if (!isNumberLike(match[0])) continue;
    const normalized = normalizeTrackingNumber(match[0]);
    if (!normalized || facts.some((fact) => fact.normalized === normalized)) continue;
    facts.push({
      key: "trackingNumber",
      value: match[0],
      normalized,
      excerpt: excerptAround(text, match.index, match.index + match[0].length),
    });
    if (facts.length === 20) break;
  }
  return facts;
}

/** The check digit of the Universal Postal Union's S10 standard: weights 8 6 4 2 3 5 9 7, modulo 11. */
function hasValidS10Check(number: string): boolean {
  const digits = [...number.slice(2, 11)].map(Number);
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const sum = weights.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0);
  const remainder = 11 - (sum % 11);
  const check = remainder === 10 ? 0 : remainder === 11 ? 5 : remainder;
  return check === digits[8];
}
