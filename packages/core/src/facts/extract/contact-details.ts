import { normalizeEmail, normalizePhone } from "@askonce/spec";
import { type ExtractedFact, excerptAround } from "./extracted-fact.ts";
import { looksLikePhone } from "./looks-like-phone.ts";
import { maskOtherNumbers } from "./masked-text.ts";

const label = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";
const address = new RegExp(`(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}@${label}(?:\\.${label}){1,5}`, "gu");

/** Digits in the groups of a phone number; a full stop and a blank end a sentence: "I am in till 3. 07700 900323". */
const phone = /(?<![\p{L}\p{N}#.,/-])(?:\+|00|\(\+)?\(?\d(?:(?!\.\s)[\s().\-/\u00a0]{0,2}\d){7,14}(?![\p{L}\p{N}])/gu;
/** E-mail addresses in the text. */
export function extractEmails(text: string): ExtractedFact[] {
  const facts: ExtractedFact[] = [];
  for (const match of text.matchAll(address)) {
    const value = withoutNextSentence(match[0]);
    const normalized = normalizeEmail(value);
    if (!normalized || !/\.\p{L}{2,}$/u.test(value) || facts.some((fact) => fact.normalized === normalized)) continue;
    facts.push({ key: "email", value, normalized, excerpt: excerptAround(text, match.index, match.index + value.length) });
  }
  return facts;
}

/** "ana@example.com.Thanks": a capital after a dot, where the rest has none, begins what comes next. */
function withoutNextSentence(found: string): string {
  const shorter = found.replace(/\.\p{Lu}[\p{L}\p{N}-]*$/u, "");
  return /@[^.]+\./u.test(shorter) && !/\p{Lu}/u.test(shorter.slice(shorter.indexOf("@"))) ? shorter : found;
}

/** Phone numbers in the text: international ones anywhere, national ones in the form of the shop's country. */
export function extractPhones(text: string, countryCode: string | undefined, masked = maskOtherNumbers(text)): ExtractedFact[] {
  const facts: ExtractedFact[] = [];
  for (const match of masked.matchAll(phone)) {
    const value = match[0].trim().replace(/^\((?=\+)/, "");
    if (!looksLikePhone(value, countryCode ?? "")) continue;
    const normalized = normalizePhone(value, countryCode);
    if (!normalized || facts.some((fact) => fact.normalized === normalized)) continue;
    facts.push({ key: "phone", value, normalized, excerpt: excerptAround(text, match.index, match.index + match[0].length) });
  }
  return facts;
}
