import { normalizeEmail, normalizePhone } from "@askonce/spec";
import { type ExtractedFact, excerptAround } from "./extracted-fact.ts";

/** E-mail addresses in the text. */
export function extractEmails(text: string): ExtractedFact[] {
  const facts: ExtractedFact[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu)) {
    const normalized = normalizeEmail(match[0]);
    if (!normalized || facts.some((fact) => fact.normalized === normalized)) continue;
    facts.push({ key: "email", value: match[0], normalized, excerpt: excerptAround(text, match.index, match.index + match[0].length) });
  }
  return facts;
}

/**
 * Phone numbers in the text: international ones anywhere, national ones of the shop's country where they look like one (a leading zero in
 * Romania, a mobile prefix 3 in Italy).
 */
export function extractPhones(text: string, countryCode: string | undefined): ExtractedFact[] {
  const facts: ExtractedFact[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\p{N}#-])(?:\+|00)?\(?\d(?:[\s().\-/]?\d){7,14}(?![\p{L}\p{N}])/gu)) {
    const international = /^(?:\+|00)/.test(match[0]);
    const nationalForm = countryCode === "IT" ? /^3\d/ : /^\(?0[1-9]/;
    if (!international && !nationalForm.test(match[0])) continue;
    const normalized = normalizePhone(match[0], countryCode);
    if (!normalized || facts.some((fact) => fact.normalized === normalized)) continue;
    facts.push({ key: "phone", value: match[0].trim(), normalized, excerpt: excerptAround(text, match.index, match.index + match[0].length) });
  }
  return facts;
}
