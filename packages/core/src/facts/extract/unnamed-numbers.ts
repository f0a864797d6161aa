import { type FactKey, normalizeOrderNumber, normalizeTrackingNumber } from "@askonce/spec";
import { type ExtractedFact, excerptAround } from "./extracted-fact.ts";
import { foldLetters } from "./folded-letters.ts";
import { overlaps } from "./found-phrase.ts";
import { looksLikePhone } from "./looks-like-phone.ts";
import { parcelWordsBeside } from "./parcel-words.ts";

const most = 5;
const token = /(?<![a-z0-9@#.,/+_-])([a-z]{0,4}-?\d[a-z0-9]{0,23}(?:-[a-z0-9]{1,8}){0,3})(?![a-z0-9_@/%-]|[.,]\d)/g;

/** Words a number follows when it is what the sentence is about; after any other it counts or measures something, or is part of a name. */
const before = new RegExp(
  `(?:^|[\\n:;,.!?()"°º]|\\b(?:${`
    number no nr n numero num the is was on for about with check regarding re fwd see says said reads and or of my order it's its that's concerning called this that in it to found ref reference cancel return returning refund mine from under as numbered yes hi hello hey
    il l lo per con su e' e sul del di controllate controllare verificate controlli verificare riguardo numero scritto leggo dice cui mio quello al annullate annullare questo ciao salve sono ecco da a un reso rimborso rimborsare
    cu la pe pentru despre este verificati verifica verificat numarul numar nr scrie legat in anulati anula asta acesta este si are ca cea cel mea buna salut privind din a e retur returul anulez rambursare
  `
    .trim()
    .split(/\s+/)
    .join("|")})|[a-z]'|\\s-)\\s*$`,
);
/** What a number is followed by when it is a name for something, and not the count of what comes next. */
const after = new RegExp(
  `^\\s*(?:$|[\\n:;,.!?()"-]|(?:${`
    is isn't was wasn't has hasn't hasnt and or but not still never never? for please pls plz thanks thx arrived came from on in it the which where when that to with says said what by i we be missing into as nothing instead have are will should where's been anyway because so if
    e' e ed ma non nn ancora per favore grazie che da di del con mai dov'e arrivato arrivata come dove quando risulta in al il la mi a o sul se c'e ho niente nulla invece sono quindi pero perche
    este si dar nu n-a inca pentru va te multumesc mersi care de din cu mai a unde cand scrie zice apare pe in la ca sau o am mi lipsa nimic deloc tot sa sunt deja
  `
    .trim()
    .split(/\s+/)
    .join("|")})(?![a-z]))`,
);
/** In the clause before a number: it is a number of something else. */
const otherThing =
  /\b(?:serial[ei]?|seria|s\/n|imei|ean|barcode|cod(?:ul)? de bare|codice a barre|pin|parola|password|otp|account|conto?|contul|card|carta|cardul(?:ui)?|year|anno|anul|room|camera|door|gate|vers(?:ion[ei]?)?|invoice|fattura|factur(?:a|ii)|articl?[eo]l?o?|art|sku|voucher|coupon|buono|sconto|lucky|fortunat[oa]|norocos|points|punti|puncte|steps|age|over|under|circa|almost|than|between|tra|intre|peste|vat|iva|cui|cif|cnp|reg|iban|bank|banca|followers|size|misura|taglia|marime[a]?|loyalty|member(?:ship)?|tessera|fidelitate|fedelta|portone|interfon|citofon[oa]?|gift|cadou)\b[^.,()!?\n]{0,40}$/;
/** The same for what is no order's but may be a parcel's: "the code from the courier". */
const otherOrder =
  /\b(?:code|codice|codul?|ticket|case|caz(?:ul)?|pratica|tichet(?:ul)?|reclam[a-z]+|complaint)\b[^.,()!?\n]{0,40}$|\b(?:model(?:lo|ul|li|s)?|catalog(?:ue|o|ul)?)\b[^.!?\n]{0,50}$/;
/** The same after it: "is 1042 the article number". */
const isOtherThing = /^[^.,;!?\n]{0,25}\b(?:article|model|serial|articolo|articol|codice|lucky|fortunat|norocos|version|catalog)/;
/** What stands before a thing's name: "does not fit my XJ-500". */
const modelBefore =
  /\b(?:the|a|an|my|our|your|this|that|of|for|with|and|il|lo|la|un|una|mio|mia|del|della|con|per|e|o|al|este|un|unui|pe|cu|pentru|si|de|din|modelul|model|modello|type|tip|tipo|series?)\s$/;
const postal = /\b(?:post(?:al)? ?code|postcode|zip|c\.?a\.?p\.?|codice postale|cod(?:ul)? postal|cp)\b/;
/** Words of shopping that make a number without any word more likely an order's. */
const matter =
  /\b(?:order|ordr|parcel|package|deliver|arriv|ship|sent|receiv|courier|refund|return|cancel|missing|broken|damag|wrong|item|bought|purchas|track|confirm|mail|number|status|news|update|going on|happen|check|invoice|payment|paid|ordin|pacc|consegn|sped|ricevut|corrier|rimbors|reso\b|annull|manca|rott|sbagliat|acquist|comprat|conferm|numero|novita|notizi|fine ha|controll|pagat|mando|comand|comenz|colet|livr|ajuns|primit|curier|ramburs|retur|anul|lips|spart|gresit|cumpar|confirm|numar|nout|intampl|verific|platit|stadiu|unde|dove|where|quando|cand|when)/;
const parcel =
  /\b(?:parcel|package|shipment|shipping|courier|carrier|track|awb|waybill|consignment|deliver|depot|pacc|spedizion|corrier|tracciam|consegn|vettura|colet|pachet|curier|expedi|livr|posta|transport|urmarire|in transit)/;

/**
 * Numbers that no word names: "what about 48213?", "la 7731 n-a ajuns", a number alone on its line. A long one is a parcel's, a shorter one an
 * order's, where the words beside it leave nothing that it could count.
 *
 * @param masked the text without what is surely another number
 * @param taken places that are something else: addresses, phones, invoice data
 * @param known digits that are found already
 * @param mayBeOrder whether no order is named as such: one that is leaves nothing to guess
 */
export function findUnnamedNumbers(
  text: string,
  masked: string,
  countryCode: string | undefined,
  taken: readonly { from: number; to: number }[],
  known: ReadonlySet<string>,
  mayBeOrder: boolean,
): ExtractedFact[] {
  const facts: ExtractedFact[] = [];
  if (!/\d-?[\dA-Za-z-]{2}/.test(masked)) return facts;
  const folded = foldLetters(masked);
  const whole = foldLetters(text);
  const isShort = text.trim().length <= 80;
  const isOfMatter = isShort || matter.test(folded.slice(0, 5000));
  const isOfParcel = parcel.test(folded.slice(0, 5000));
  for (const match of folded.matchAll(token)) {
    const value = masked.slice(match.index, match.index + match[0].length);
    const place = { from: match.index, to: match.index + match[0].length };
    if (facts.length === most) break;
    if (known.has(value.replace(/\D/g, "")) || taken.some((other) => overlaps(place, other)) || looksLikePhone(value, countryCode))
      continue;
    const lead = folded.slice(Math.max(0, place.from - 60), place.from);
    const said = whole.slice(Math.max(0, place.from - 60), place.from);
    if (otherThing.test(said) || postal.test(said) || /\(\d{2,4}\)\s?$/.test(lead)) continue;
    const rest = folded.slice(place.to, place.to + 40);
    const key = kindOf(
      value,
      isOfParcel,
      parcelWordsBeside(lead, folded.slice(place.to, place.to + 60)),
      () => mayBeOrder && !otherOrder.test(said) && (isOwnClause(value, lead, rest) || (isOfMatter && isAlone(value, lead, rest))),
      () =>
        /\b(?:ship|dispatch|cancel|track|re|subject|oggetto|subiect|annullate|spedite|anulati|livrati|expediati):?\s(?:the\s|il\s)?$/.test(
          lead,
        ),
    );
    const normalized = key === "orderNumber" ? normalizeOrderNumber(value) : normalizeTrackingNumber(value);
    if (key === null || !normalized || facts.some((fact) => fact.normalized === normalized)) continue;
    facts.push({ key, value, normalized, excerpt: excerptAround(text, place.from, place.to) });
  }
  return facts;
}

/** Whether the words on both sides are such that the number names something; after "my" a short code is rather a thing's name. */
function isAlone(value: string, lead: string, rest: string): boolean {
  const isShortCode = /[A-Z]/.test(value) && value.replace(/\D/g, "").length < 4;
  return before.test(lead) && after.test(rest) && !isOtherThing.test(rest) && !(isShortCode && modelBefore.test(lead));
}

/**
 * Written as only a shop's numbers are, in groups: "W-4471", "7-144-K", "20-90-41". Two groups of one length may be from one to the other, as
 * pages and ages are.
 */
function isCode(value: string): boolean {
  if (value !== value.toUpperCase()) return false;
  const groups = value.split("-");
  const digits = value.replace(/\D/g, "").length;
  if (/[A-Z]/.test(value)) return digits >= 3 && digits <= 9 && groups.length <= 4 && value.replace(/[^A-Z]/g, "").length <= 5;
  if (groups.length === 2 && groups[0]?.length === groups[1]?.length) return false;
  return groups.length > 1 && digits >= (groups.length === 2 ? 5 : 4) && digits <= 9;
}

/** Between marks, as nothing that counts or names a thing is ("The lid is dented. M-3-29."), or the message's last word. */
function isOwnClause(value: string, lead: string, rest: string): boolean {
  if (!isCode(value)) return false;
  const isLast = /^[\s.!?)]*$/.test(rest);
  if (/(?:^|[\n:;,.!?("]|\s-)\s*$/.test(lead)) return isLast || /^\s?[\n:;,.!?)"]/.test(rest) || /^\s-\s/.test(rest);
  return isLast && /^[A-Z]{1,4}\d?-/.test(value) && !modelBefore.test(lead);
}

/**
 * @param parcelWords how much the words beside it say that it is a parcel's
 * @param isNamed whether the words beside it let it stand for an order
 * @param isOrdered whether the word before it is what one does to an order
 */
function kindOf(
  value: string,
  isOfParcel: boolean,
  parcelWords: "named" | "likely" | null,
  isNamed: () => boolean,
  isOrdered: () => boolean,
): FactKey | null {
  const digits = value.replace(/\D/g, "").length;
  const letters = value.replace(/[^A-Za-z]/g, "").length;
  if (letters === 0) {
    if (digits >= 12 || (digits >= 9 && isOfParcel) || (parcelWords !== null && digits >= (parcelWords === "named" ? 6 : 7)))
      return "trackingNumber";
    // A year, or a thing with a year's number: nobody calls an order so without a word.
    if (digits < 3 || digits > 8 || (digits === 3 && !isOrdered()) || /^(?:(?:19|20)\d{2}|\d000)$/.test(value)) return null;
    return (!value.includes("-") || isCode(value)) && isNamed() ? "orderNumber" : null;
  }
  if (parcelWords === "named" && digits >= 3 && value.length >= 5 && letters <= 6) return "trackingNumber";
  if (value !== value.toUpperCase() || isTaxNumber(value)) return null;
  if (digits >= 7 && value.length >= 10 && !value.includes("-") && (letters > 2 || digits > 7 || isOfParcel)) return "trackingNumber";
  if (digits >= 3 && value.length >= 5 && parcelWords !== null) return "trackingNumber";
  return (isCode(value) ? value.includes("-") || /^[A-Z]{1,4}\d{4,8}$/.test(value) : false) && isNamed() ? "orderNumber" : null;
}

/** Numbers of companies and of persons for the tax office, as Italy, Romania and the Union write them. */
function isTaxNumber(value: string): boolean {
  return /^[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]$/.test(value) || /^(?:IT|RO|GB|IE|DE|FR)\d{8,11}$/.test(value) || /^J\d{2}$/.test(value);
}
