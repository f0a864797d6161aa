/** Stands where a date was; people put one between "order" and its number ("ordine del 3/11 n. 1042"). */
export const dateMark = "\u0001";
/** Stands where something else was that is made of digits and is neither order, parcel nor phone. */
const otherMark = "\u0002";

const dates = [
  // 2026-11-03 and 03.11.2026, 3/11, 3-11-26
  /(?<![\p{L}\p{N}#/-])(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?![\p{L}\p{N}-])/gu,
  /(?<![\p{L}\p{N}#/.-])(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])(?:[/.](?:(?:19|20)\d{2}|\d{2}))?(?![\p{L}\p{N}/-]|[.,]\d)/gu,
  /(?<![\p{L}\p{N}#/.-])(?:0?[1-9]|[12]\d|3[01])-(?:0?[1-9]|1[0-2])-(?:(?:19|20)\d{2}|\d{2})(?![\p{L}\p{N}/-])/gu,
];
const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|ianuarie|februarie|martie|aprilie|mai|iunie|iulie|septembrie|octombrie|noiembrie|decembrie)";
const namedDates = [
  new RegExp(`(?<![\\p{L}\\p{N}#])\\d{1,2}(?:st|nd|rd|th|º|°)?\\s(?:of\\s)?${month}(?:,?\\s(?:19|20)\\d{2})?(?![\\p{L}\\p{N}])`, "giu"),
  new RegExp(`(?<![\\p{L}\\p{N}])${month}\\s\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s(?:19|20)\\d{2})?(?![\\p{L}\\p{N}])`, "giu"),
  new RegExp(`(?<![\\p{L}\\p{N}])${month}\\s(?:19|20)\\d{2}(?![\\p{L}\\p{N}])`, "giu"),
];
const currency = "(?:lei|ron|eur(?:o|os|i)?|usd|gbp|dollars?|dolari|pounds?|quid|sterline|bani|€|\\$|£)";
const unit =
  "(?:zile|giorni|days?|ore|hours?|hrs?|minut[eio]?|minutes?|mins?|weeks?|s[aă]pt[aă]m[aâ]n[iă]|settimane?|months?|mesi|luni|years?|anni|ani|ori|times|volte|buc(?:[aă][tț]i)?|bucăți|pezzi|pz|pcs|pieces?|items?|articoli|produse|sets?|x|ml|cl|l|litri|kg|g|gr|grame?i?|mm|cm|m|km|w|kw|v|mah|gb|tb|px|%)";
const amount = "\\d{1,3}(?:[.\\s]\\d{3})+(?:,\\d{1,2})?|\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d{1,9}(?:[.,]\\d{1,2})?";
const others = [
  // times, with and without seconds
  /(?<![\p{L}\p{N}])(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?(?![\p{L}\p{N}]|[.,]\d)/gu,
  new RegExp(`(?<![\\p{L}\\p{N}#.,/-])(?:${amount})\\s?(?:de\\s)?(?:${currency}|${unit})(?![\\p{L}\\p{N}-])`, "giu"),
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${currency})\\s?(?:${amount})(?![\\p{L}\\p{N}]|[.,]\\d)`, "giu"),
  // any sum with two decimals
  /(?<![\p{L}\p{N}#.,/-])\d{1,6}[.,]\d{2}(?![\p{L}\p{N}]|[.,/-]\d)/gu,
  // sizes of things: 120x200, 20 x 30 x 40
  /(?<![\p{L}\p{N}#])\d{1,4}(?:\s?[x×]\s?\d{1,4}){1,2}(?:\s?(?:cm|mm|m))?(?![\p{L}\p{N}])/giu,
];
const labelled = [
  // what a word names as something else: invoices, postcodes, vouchers, articles, tickets, sizes, taxes
  /(?<![\p{L}\p{N}])(?:invoices?|receipts?|facturi?[iae]?|factura|factură|fattur[ae]|ricevut[ae]|scontrin[oi]|bon(?:ul|uri)?|voucher(?:ul)?|coupons?|cupon(?:ul)?|codice sconto|buono|tickets?|tichet(?:ul)?|sku|art(?:icle|icolo|icol|icolul)?|item code|cod produs|codice articolo|postcode|post code|postal code|zip(?: code)?|cod(?:ul)? po[sșş]tal|cap|p\.?\s?iva|partita\s?iva|codice (?:univoco|fiscale|sdi)|cod(?:ul)? fiscal|reg\.? com\.?|vat|cui|cif|cnp|size|m[aă]rim(?:e|ea)|taglia|numero civico|bloc(?:ul)?|ap(?:artament(?:ul)?)?|scara|street|strada|str|via|card|model(?:ul|lo)?|series?|serial)(?![\p{L}\p{N}])[\s.:,#°º№()'"-]{0,4}(?:(?:no|nr|num(?:ber|ero|[aă]r(?:ul)?)?|n|code|cod|codice|is|è|e|este|ending in)(?![\p{L}\p{N}])[\s.:,#°º№()'"-]{0,3}){0,2}[A-Za-z]{0,6}[-/]?\d[\dA-Za-z]*(?:[-/][\dA-Za-z]{1,20}){0,4}/giu,
];
const iban = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu;
const links = /https?:\/\/[^\s<>"]{1,2000}|www\.[^\s<>"]{1,2000}/giu;
const emails = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,253}/gu;

/**
 * The text with everything blanked, letter for letter, that has digits and is surely something else: dates, times, sums of money, amounts,
 * sizes, IBANs, numbers of invoices, postcodes. Offsets stay, so what is found can be shown in the words around it.
 */
export function maskOtherNumbers(text: string): string {
  let masked = text.replace(iban, (found) => (isIban(found) ? blank(found, otherMark) : found));
  masked = replaceAll(masked, [links, emails], otherMark);
  masked = replaceAll(masked, [...dates, ...namedDates], dateMark);
  return replaceAll(masked, [...labelled, ...others], otherMark);
}

function replaceAll(text: string, patterns: readonly RegExp[], mark: string): string {
  return patterns.reduce((rest, pattern) => rest.replace(pattern, (found) => blank(found, mark)), text);
}

function blank(found: string, mark: string): string {
  return mark.repeat(found.length);
}

/** ISO 13616: moved by four, letters as numbers, modulo 97. Without the check, a long tracking number would pass for one. */
function isIban(text: string): boolean {
  const compact = text.replace(/[ -]/g, "");
  if (compact.length < 15 || compact.length > 34) return false;
  let rest = 0;
  for (const letter of `${compact.slice(4)}${compact.slice(0, 4)}`) {
    const value = Number.parseInt(letter, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
