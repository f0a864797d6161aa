import { normalizeOrderNumber } from "@askonce/spec";
import { type ExtractedFact, excerptAround } from "./extracted-fact.ts";

/** The word "order" as people write it in English, Italian and Romanian, with and without diacritics, and "number" in its short forms. */
const orderWord = "(?:orders?|ordin(?:e|i)|comand(?:a|ă|ata|ată|ei|e)|comenzi(?:i|le|lor)?)";
const numberWord = "(?:numbers?|num(?:ero|erul|ărul|arul)?|no|nr|n|id|cu|con|il|la|my|mia|mea|is|è|e|este|with|the)";
const token = "([A-Za-z]{0,6}[-_/]?\\d[\\dA-Za-z]*(?:[-_/][\\dA-Za-z]+)*)";
const afterWord = new RegExp(`\\b${orderWord}\\b(?:[\\s:.,;#°º№()'"-]|\\b${numberWord}\\b){0,8}?[#№]?\\s?${token}`, "giu");
const afterHash = new RegExp(`(?<![\\p{L}\\p{N}&])[#№]\\s?${token}`, "giu");

/** What stands after "order" but is a count, a year's day, a time or a sum of money rather than a number of an order. */
const notANumberAfter = /^\s*(?:lei|ron|eur|euro|€|\$|£|%|zile|giorni|days?|ore|hours?|buc|pz|pcs|x\b|[.:]\d{2}\b)/i;

/** Order numbers that the words themselves name as such: `#1042`, `order no. 1042`, `ordine n. 1042`, `comanda nr. 1042`. */
export function extractOrderNumbers(text: string): ExtractedFact[] {
  const facts: ExtractedFact[] = [];
  for (const pattern of [afterWord, afterHash]) {
    for (const match of text.matchAll(pattern)) {
      const value = match[1] ?? "";
      const end = match.index + match[0].length;
      const normalized = normalizeOrderNumber(value);
      if (!normalized || normalized.replace(/\D/g, "").length < 3 || notANumberAfter.test(text.slice(end))) continue;
      if (facts.some((fact) => fact.normalized === normalized)) continue;
      facts.push({ key: "orderNumber", value, normalized, excerpt: excerptAround(text, match.index, end) });
    }
  }
  return facts;
}

/**
 * Words that could be an order number although nothing says so ("any news on 10423?"). They become facts only if the customer has such an
 * order.
 */
export function orderNumberCandidates(text: string): ExtractedFact[] {
  const facts: ExtractedFact[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\p{N}+@./-])[A-Za-z]{0,4}-?\d{3,10}(?:-[A-Za-z0-9]{1,4})?(?![\p{L}\p{N}@/-])/gu)) {
    const normalized = normalizeOrderNumber(match[0]);
    if (!normalized || facts.some((fact) => fact.normalized === normalized)) continue;
    facts.push({ key: "orderNumber", value: match[0], normalized, excerpt: excerptAround(text, match.index, match.index + match[0].length) });
    if (facts.length === 20) break;
  }
  return facts;
}
