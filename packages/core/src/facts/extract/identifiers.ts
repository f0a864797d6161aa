import { extractEmails, extractPhones } from "./contact-details.ts";
import { type ExtractedFact, excerptAround } from "./extracted-fact.ts";
import { maskOtherNumbers } from "./masked-text.ts";
import { findNamedPhones } from "./named-phones.ts";
import { extractOrderNumbers } from "./order-numbers.ts";
import { extractTrackingNumbers } from "./tracking-numbers.ts";
import { findUnnamedNumbers } from "./unnamed-numbers.ts";

/** A phone that was given by mistake: another one is the right one. */
const isCorrected = /(?:by mistake|wrong|per errore|sbagliat|din gre[sș]eal[aă]|gre[sș]it)[^.\n]{0,30}$/iu;
/** A phone that is the shop's own. */
const isOfShop =
  /(?:your (?:number|phone|line|hotline|support line|office)|called you (?:on|at)|rang you (?:on|at)|vostro (?:numero|telefono|centralino)|(?<!(?<![a-z])[mc]i (?:ha|hanno) )(?:chiamato (?:il|al)|telefonato al)|num[aă]rul (?:vostru|dvs|dumneavoastr[aă])|am sunat (?:la|pe))[^.\n]{0,20}$/iu;
/** Digits between the name of a courier and nothing else that would say what they are. */
const longDigits = /^[\s:,]{1,3}(?:express\s)?(?:(?:nr|no|n|number)\.?\s)?(\d{9,20})(?![\p{L}\p{N}])/iu;

/**
 * What has a form of its own in a text of the customer's own words: order and tracking numbers, e-mail addresses and phone numbers.
 *
 * @param taken places of the text whose digits are something else, as those of an address
 */
export function extractIdentifiers(
  text: string,
  countryCode: string | undefined,
  carriers: readonly string[],
  taken: readonly { from: number; to: number }[],
): ExtractedFact[] {
  const masked = maskOtherNumbers(text);
  const numbers = [...extractOrderNumbers(text, masked), ...extractTrackingNumbers(text, masked)];
  const afterCarriers = numbersAfterCarriers(text, carriers).filter((one) => !numbers.some((other) => other.normalized === one.normalized));
  // One string of digits is one thing: what was named an order or a parcel is not also somebody's phone.
  const digitsOfNumbers = new Set([...numbers, ...afterCarriers].map((fact) => fact.normalized.replace(/\D/g, "")));
  const phones = [...extractPhones(text, countryCode, masked), ...findNamedPhones(text, masked, countryCode)];
  const others = phones.filter(
    (phone, index) =>
      !digitsOfNumbers.has(phone.value.replace(/\D/g, "")) &&
      !/^(?:(?:\+|00)\d{2}\s?)?0?80[08]/.test(phone.value) &&
      !isOfShop.test(text.slice(Math.max(0, text.indexOf(phone.value) - 60), text.indexOf(phone.value))) &&
      !(phones.length > 1 && isCorrected.test(text.slice(0, text.indexOf(phone.value)))) &&
      phones.findIndex((other) => isSamePhone(other, phone)) === index,
  );
  const known = new Set([...digitsOfNumbers, ...phones.map((phone) => phone.value.replace(/\D/g, ""))]);
  const isOrderNamed = numbers.some((fact) => fact.key === "orderNumber");
  const unnamed = findUnnamedNumbers(text, masked, countryCode, taken, known, !isOrderNamed);
  return [...numbers, ...afterCarriers, ...unnamed, ...extractEmails(text), ...others];
}

function isSamePhone(one: ExtractedFact, other: ExtractedFact): boolean {
  const last = (fact: ExtractedFact) => fact.value.replace(/\D/g, "").slice(-9);
  return last(one) === last(other);
}

/** "the courier's name and a long number": couriers have nothing else that long. */
function numbersAfterCarriers(text: string, carriers: readonly string[]): ExtractedFact[] {
  const facts: ExtractedFact[] = [];
  const lower = text.toLowerCase();
  for (const carrier of carriers.slice(0, 100)) {
    const name = carrier.trim().toLowerCase();
    const at = name.length < 2 ? -1 : lower.indexOf(name);
    const value = at < 0 ? undefined : longDigits.exec(text.slice(at + name.length, at + name.length + 60))?.[1];
    if (value === undefined || facts.some((fact) => fact.value === value)) continue;
    facts.push({ key: "trackingNumber", value, normalized: value, excerpt: excerptAround(text, at, at + name.length + value.length) });
  }
  return facts;
}
