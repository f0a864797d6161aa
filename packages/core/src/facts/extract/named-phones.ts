import { normalizePhone } from "@askonce/spec";
import { type ExtractedFact, excerptAround } from "./extracted-fact.ts";

/** A word that says that a phone number follows, or a form that hardly anything else has. */
const ofNoCountry =
  /(?:(?<![a-z])(?:phone|mobile|tel|telephone|cell|call|ring|text|reach me|number is|mob|landline)(?![a-z])[^\d+\n]{0,25}|(?<=^|\n|\s{2})\s{0,3})(\(?0?\d{2,5}\)?(?:[ .-]\d{2,5}){1,4}|0\d{9,10})(?![\d/-]|\s\d)|(?<![\d#/.-])(07\d{3}\s?\d{3}\s?\d{3}|\(\d{3}\)\s?\d{3}-\d{4})(?!\d)/giu;
/** "503-555-0142": nothing else is written so. */
const northAmerican = /(?<![\p{L}\p{N}#.,/+-])(?:1-)?\(?[2-9]\d{2}\)?[-. ][2-9]\d{2}-\d{4}(?![\p{L}\p{N}-])/gu;
/** What one does with a phone, or what it is called, and then digits, if fewer or others than the shop's country has: "tel. 338 99116". */
const afterPhoneWord =
  /(?<![\p{L}\p{N}])(?:tele?(?:phone|fono|fon(?:ul)?)?|phone|mobile|mob|cell?(?:ulare)?|landline|mobil(?:ul)?|whats\s?app|ring|call|text|call me|reach me|chiamate(?:mi)?|chiamami|chiamatemi|telefonate(?:mi)?|suna(?:[tțţ]i)?(?:-m[aă])?|apela[tțţ]i)(?![\p{L}\p{N}])(?:[\s.:,'’-]{1,2}(?:is|me|back|us|no|nr|n|number|num[aă]r(?:ul)?|numero|on|at|e|è|este|al|allo|il|la|meu|mio|nuovo|new|nou|my|m[aă]|s)(?![\p{L}\p{N}])){0,4}[\s.:,]{1,2}((?:\+|00)?\(?\d(?:(?!\.\s)[\s().\-/]{0,2}\d){6,13})(?![\p{L}\p{N}]|[.,:]\d)/giu;

/**
 * Phone numbers that are not written as the shop's country writes them, where a word or their form says what they are. They are kept by
 * their digits, which is no form to look somebody up by.
 *
 * @param masked the text without what is surely another number
 * @param countryCode without it the forms of several countries count
 */
export function findNamedPhones(text: string, masked: string, countryCode: string | undefined): ExtractedFact[] {
  const facts: ExtractedFact[] = [];
  const add = (match: RegExpExecArray, isPhone: (digits: string) => boolean) => {
    const value = (match[1] ?? match[2] ?? match[0]).trim();
    const digits = value.replace(/\D/g, "");
    if (facts.length === 5 || !isPhone(digits) || facts.some((fact) => fact.value.replace(/\D/g, "").endsWith(digits))) return;
    const normalized = normalizePhone(value, countryCode) ?? digits;
    facts.push({ key: "phone", value, normalized, excerpt: excerptAround(text, match.index, match.index + match[0].length) });
  };
  if (countryCode === undefined) {
    const isNational = (digits: string) => digits.length > 8 && digits.length < 12 && (digits.startsWith("0") || digits.length === 10);
    for (const match of text.matchAll(ofNoCountry)) add(match, isNational);
  }
  for (const match of masked.matchAll(northAmerican)) add(match, () => true);
  for (const match of masked.matchAll(afterPhoneWord)) add(match, (digits) => digits.length > 6 && digits.length < 16);
  return facts;
}
