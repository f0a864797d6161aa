import { normalizeTrackingNumber } from "@askonce/spec";
import { type ExtractedFact, excerptAround } from "./extracted-fact.ts";

const trackingWord =
  "(?:awb|tracking|track(?:ing)?\\s?(?:number|no|nr|id|code)|parcel|package|shipment|pacco|spedizione|tracciamento|tracciatura|ldv|lettera di vettura|colet(?:ul|ului)?|expedi(?:t|ț|ţ)i(?:e|a|ei)|urm(?:a|ă)rire)";
const afterWord = new RegExp(`\\b${trackingWord}\\b[\\s\\p{L}:.,#°º()'"-]{0,24}?((?=[A-Z0-9-]*\\d{5})[A-Z0-9][A-Z0-9-]{7,38})(?![\\p{L}\\p{N}])`, "giu");
/** UPU S10 (`RR123456785RO`) and UPS (`1Z…`), whose form says what they are. */
const selfEvident = /(?<![\p{L}\p{N}])([A-Z]{2}\d{9}[A-Z]{2}|1Z[A-Z0-9]{16})(?![\p{L}\p{N}])/giu;

/** Tracking numbers that the words name as such, or whose form is unmistakable. */
export function extractTrackingNumbers(text: string): ExtractedFact[] {
  const facts: ExtractedFact[] = [];
  for (const pattern of [afterWord, selfEvident]) {
    for (const match of text.matchAll(pattern)) {
      const value = match[1] ?? "";
      const normalized = normalizeTrackingNumber(value);
      if (!normalized || facts.some((fact) => fact.normalized === normalized)) continue;
      if (pattern === selfEvident && /^[A-Z]{2}\d{9}[A-Z]{2}$/.test(normalized) && !hasValidS10Check(normalized)) continue;
      facts.push({ key: "trackingNumber", value, normalized, excerpt: excerptAround(text, match.index, match.index + match[0].length) });
    }
  }
  return facts;
}

/** Words long enough to be a tracking number; they become facts only if one of the shop's parcels has it. */
export function trackingNumberCandidates(text: string): ExtractedFact[] {
  const facts: ExtractedFact[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\p{N}])(?=[A-Z0-9-]*\d{6})[A-Z0-9][A-Z0-9-]{7,38}(?![\p{L}\p{N}])/giu)) {
    const normalized = normalizeTrackingNumber(match[0]);
    if (!normalized || facts.some((fact) => fact.normalized === normalized)) continue;
    facts.push({ key: "trackingNumber", value: match[0], normalized, excerpt: excerptAround(text, match.index, match.index + match[0].length) });
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
