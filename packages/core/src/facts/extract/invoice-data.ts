import { type FoundPhrase, placeOf, trimPlace } from "./found-phrase.ts";
import type { MessageText } from "./message-text.ts";

/** Abbreviations of the forms of companies after their names. */
const company =
  /(?<![\p{L}\p{N}])(?<v>(?:S\.?C\.?\s)?(?:\p{Lu}[\p{L}\p{N}&'.-]{0,24}\s(?:(?:e|di|and|&|et|și|si|de)\s)?){1,5}?(?:S\.?\s?[Rr]\.?\s?[Ll]\.?(?:\s?S\.?|-D)?|Spa|Snc|Sas|Ets|Coop|S\.?p\.?A\.?|S\.A\.|SA|S\.?a\.?s\.?|S\.?n\.?c\.?|Ltd\.?|Limited|LLC|GmbH|PFA|P\.F\.A\.|I\.I\.|Inc\.?|SRL|srl|spa|snc|sas|ltd|pfa))(?![\p{L}\p{N}])/dgu;
const taxNumber =
  /(?<![\p{L}\p{N}])(?<v>(?:p\.?\s?iva|partita\s?iva|c\.?\s?f\.?|codice\sfiscale|cod\.?\s?fisc\.?|c\.?u\.?i\.?|c\.?i\.?f\.?|cod(?:ul)?\s?fiscal|vat(?:\s(?:number|no\.?|id|nr\.?|code))?|tax\s(?:id|number|code)|sdi|codice\s(?:univoco|sdi|destinatario)|reg\.?\s?com\.?)\s{0,2}(?:is|e'|è|este|e)?\s{0,2}[:.#]?\s{0,2}(?=[A-Z0-9/]{0,6}\s?\d)[A-Z]{0,6}\s?\d[A-Z0-9/]{3,20})(?![\p{L}\p{N}])/dgiu;
/** The farthest that a tax number stands from the company it belongs to. */
const sameCompanyWithin = 60;

/** Whom an invoice is for: company and tax number as one when they stand together, each alone otherwise. */
export function findInvoiceData(message: MessageText): FoundPhrase[] {
  const text = message.text;
  const companies = [...text.matchAll(company)].slice(0, 5).map((match) => trimPlace(text, placeOf(match)));
  const numbers = [...text.matchAll(taxNumber)].slice(0, 5).map((match) => trimPlace(text, placeOf(match)));
  const places = [...companies, ...numbers].sort((one, other) => one.from - other.from);
  const found: FoundPhrase[] = [];
  for (const place of places) {
    const last = found.at(-1);
    if (last && place.from - last.to <= sameCompanyWithin) last.to = Math.max(last.to, place.to);
    else found.push({ key: "invoiceData", ...place });
  }
  return found;
}
