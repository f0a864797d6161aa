import { type FoundPhrase, overlaps, placeOf, trimPlace } from "./found-phrase.ts";
import { phrase } from "./lexicon/lexicon.ts";
import { italianTown, romanianTown } from "./lexicon/towns.ts";
import { type MessageText, sentenceAround } from "./message-text.ts";

const streetName = "[a-z0-9][a-z0-9.'-]{0,24}(?: [a-z0-9][a-z0-9.'-]{0,24}){0,4}?";
const streets: readonly RegExp[] = [
  // Romanian and Italian: the kind of street first
  phrase(
    `(?<![a-z])(?<v>(?:str(?:ada|\\.)?|bd\\.?|b-dul\\.?|bdul\\.?|bulevardul|calea|aleea|al\\.|sos\\.|soseaua|splaiul|intrarea|piata|drumul|fundatura|sat(?:ul)?|via|viale|v\\.le|p\\.zza|p\\.za|piazzetta|c\\.so|l\\.go|borgo|rione|frazione|fraz\\.|loc\\.|lungomare|salita|strada|stradela|prelungirea|blvd\\.?|b-dul|intr\\.|cartier(?:ul)?|comuna|piazza|piazzale|corso|largo|vicolo|contrada|localita) ${streetName}(?:,? ?(?:nr\\.?|numarul|n\\.?|no\\.?|numero|civico)? ?[0-9]{1,4} ?(?:/? ?(?:[a-d]|bis)(?![a-z]))?(?![0-9:]|[.,][0-9])))`,
  ),
  // English: the number first, the kind of street last
  phrase(
    "(?<![a-z0-9#])(?<v>(?:(?:flat|apartment|apt\\.?|unit) [0-9a-z]{1,4},? )?[0-9]{1,5}[a-d]?,? (?!(?:[a-z.'-]+ ){0,3}(?:to|my|your|the|is|was|has|hasn't|by|at|for|from|nu|nu-mi|imi|mi) )(?:[a-z][a-z.'-]{1,20} ){1,4}?(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|ct|place|square|sq|way|terrace|crescent|gardens|grove|boulevard|blvd|hill|walk|row|mews|park|quay|parade|view|cottages|rise|vale|croft|wharf|meadows?|green|yard|passage|path|bridge|heights|common|fields?|plaza|parkway|pkwy|circle|cir|trail|trl|highway|hwy|gate|end)(?![a-z])\\.?)",
  ),
];
const code = "(?:\\d{5,6}|[a-z]{1,2}\\d[0-9a-z]? ?\\d[a-z]{2}|[a-z]{2}-\\d{4,5})(?![a-z0-9])";
/** Floor, flat and the like, with their number. */
const inHouse =
  /^,?\s{0,2}(?:nr|no|bloc(?:ul)?|bl|scara|sc|scala|etaj(?:ul)?|et|apartament(?:ul)?|apartment|apt|ap|flat|unit|interno|int|piano|floor|interfon|camera|cam)\.?\s{0,2}:?\s{0,2}(?:\d[\da-z/-]{0,6}|[a-z]\d{0,3})(?![a-z0-9])/;
const district = /^,?\s{0,2}(?:judet(?:ul)?|jud|sector(?:ul)?|sat(?:ul)?|comuna|com|provincia(?: di)?|prov)\.?\s{1,2}[a-z0-9-]{1,20}/;
const postcodeHere = new RegExp(`^(?:[,\\s]{1,3}|\\s?-\\s)(?:cod(?:ul)? postal\\s|cap\\s|cp\\s)?${code}`);
const state = /^,\s{0,2}[a-z]{2}\s\d{5}(?![a-z0-9])/;
const town = /^[a-z][a-z'-]{1,20}(?![a-z0-9-])(?: [a-z][a-z'-]{1,16}(?![a-z0-9-])){0,2}/;
const postcodeInside = new RegExp(`(?<![a-z0-9])${code}`);
const postcodeBefore = /(?<![a-z0-9])(\d{5,6})\s[a-z' ]{2,25},?\s{1,2}$/;
const postcodes: readonly RegExp[] = [
  phrase(
    "(?<![a-z0-9])(?:c\\.?a\\.?p\\.?|cod(?:ul)?(?: meu)? postal|codice postale|post ?code|postal code|zip(?: code)?|cod post\\.?|c\\.?p\\.?)(?: [a-z']{1,12}(?![a-z0-9'])){0,3} ?[:=]? ?(?<v>[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}|[0-9]{2}-[0-9]{3}|[0-9]{4,6}(?:-[0-9]{4})?)(?![a-z0-9])",
  ),
  // the same word first, the number at the end of what is said about it
  phrase(
    "(?<![a-z0-9])(?:c\\.?a\\.?p\\.?|cod(?:ul)? postal(?:ul)?|codice postale|post ?code|postal code|zip(?: code)?)(?![a-z0-9])[^0-9\\n!?]{0,40}[ :](?<v>[0-9]{5,6})(?![a-z0-9]|[.,][0-9])",
  ),
  // where somebody lives: "abito a 20900 Monza", "stau in Cluj, 400112"
  phrase(
    "(?<![a-z0-9])(?:i live|we live|living|located|abito|abitiamo|vivo|viviamo|risiedo|residente|stau|locuiesc|locuim|domiciliat[a]?)(?![a-z0-9])[^0-9\\n.!?]{0,40}[ ,](?<v>[0-9]{5,6})(?![a-z0-9]|[.,][0-9])",
  ),
  // beside a town: "Monza, 20900", "300600 Timisoara"
  ...[
    [italianTown, "[0-9]{5}"],
    [romanianTown, "[0-9]{6}"],
  ].flatMap(([place, digits]) => [
    phrase(`${place}(?: \\([a-z]{2}\\))?,? (?:cap |cod |- )?(?<v>${digits})(?![a-z0-9]|[.,][0-9])`),
    phrase(`(?<![a-z0-9#-])(?<v>${digits}),? (?:- )?${place}`),
  ]),
  // beside a street: "Minei 7, 332001", "48121, via Roma 2"
  phrase(
    "(?<![a-z])(?!(?:comand|comenz|order|ordin|bucat|pezz|item|piece|produs|articol|pagin|colet|pacc)[a-z]*)[a-z]{4,20} [0-9]{1,3}[a-d]?(?: \\([^)]{0,20}\\))?, (?<v>[0-9]{5,6})(?![a-z0-9]|[.,][0-9])",
  ),
  phrase("(?<![a-z0-9#-])(?<v>[0-9]{5,6}),? (?=(?:via|viale|corso|piazza|largo|vicolo|str|strada|bd|bulevardul|calea|aleea) [a-z])"),
  // where something is to go, asked before buying: "do you deliver to 30317?"
  phrase(
    "(?<![a-z])(?:deliver(?:y|ed)?|ship(?:ping|ped)?|courier|post) (?:[a-z]{2,8} ){0,2}to (?<v>[0-9]{5}|[0-9]{2}-[0-9]{3})(?![a-z0-9]|[.,][0-9])",
  ),
  phrase("(?<![a-z])(?:spedi(?:te|zione|re)|consegn(?:a|ate|are)) (?:anche )?(?:a|al|in) (?<v>[0-9]{5})(?![a-z0-9]|[.,][0-9])"),
  phrase("(?<![a-z])(?:livr(?:are|ati|area)|trimiteti) (?:si )?(?:la|in) (?<v>[0-9]{6})(?![a-z0-9]|[.,][0-9])"),
  // Romania's six digits, called a code or followed by the word
  phrase("(?<![a-z])cod(?:ul)?(?: meu| nostru| corect| nou)?(?: e| este|:)?:? (?<v>[0-9]{6})(?![a-z0-9]|[.,][0-9])"),
  phrase("(?<![a-z0-9#-])(?<v>[0-9]{6}) (?:e|este) (?:codul|codul meu|cod)(?! (?:de|comenzii|easybox))(?![a-z])"),
  // Ireland's, and the United Kingdom's without a blank, where a word says so
  phrase(
    "\\b(?:eircode|post ?code|postal code)(?: [a-z]{2,8}){0,3}? ?:? ?(?<v>(?:[a-z]\\d{2}|d6w) ?[a-z0-9]{4}|[a-z]{1,2}\\d[0-9a-z]? ?\\d[a-z]{2})(?![a-z0-9])",
  ),
  phrase("(?<![a-z0-9#-])(?<v>[acdefhknprtvwxy]\\d[0-9w] (?=[a-z0-9]{0,3}\\d)(?=[a-z0-9]{0,3}[a-z])[0-9acdefhknprtvwxy]{4})(?![a-z0-9])"),
  // the United Kingdom's, whose form is unmistakable
  phrase("(?<![a-z0-9#-])(?<v>(?:[bglemnsw][0-9]{1,2}|[a-z]{2}[0-9]{1,2}|[a-z]{1,2}[0-9][a-z]) [0-9][abd-hjlnp-uw-z]{2})(?![a-z0-9])"),
];
/** In a question: where the shop is, not where the customer lives. */
const aboutShop = /\b(?:you|your|siete|avete|vostro|vostra|aveti|sunteti|magazinul|firma in|sediul)\b/;
const aboutOwn = /\b(?:deliver|ship|send|my|me|consegn|sped|mand|mio|mia|livr|trimit|mea|meu|i live)/;
/** Addresses of one message. */
const mostAddresses = 4;

/** Streets with what belongs to them, and postcodes: named as such, or in an address. The same in all languages, because people write each other's. */
export function findAddresses(message: MessageText): FoundPhrase[] {
  const { folded } = message;
  const found: FoundPhrase[] = [];
  for (const pattern of streets) {
    for (const match of folded.matchAll(pattern)) {
      const street = placeOf(match);
      if (found.length >= mostAddresses || found.some((other) => overlaps(street, other)) || isOfShop(folded, street)) continue;
      const before = postcodeBefore.exec(folded.slice(Math.max(0, street.from - 40), street.from));
      const from = before ? street.from - before[0].length : street.from;
      const whole = trimPlace(folded, { from, to: endOfAddress(message, street.to) });
      found.push({ key: "shippingAddress", ...whole });
      const inside = postcodeInside.exec(folded.slice(whole.from, whole.to));
      if (inside) found.push({ key: "postcode", from: whole.from + inside.index, to: whole.from + inside.index + inside[0].length });
    }
  }
  for (const pattern of postcodes) {
    for (const match of folded.matchAll(pattern)) {
      const place = placeOf(match);
      const isTaken = found.some((other) => other.key === "postcode" && overlaps(place, other));
      if (!isTaken && !isOtherNumber(folded, place)) found.push({ key: "postcode", ...place });
    }
  }
  return found;
}

/** "order 90321 to Roma", "the code of the locker is 481220". */
function isOtherNumber(folded: string, place: { from: number; to: number }): boolean {
  const lead = folded.slice(Math.max(0, place.from - 50), place.from);
  return (
    /(?:#|(?<![a-z])(?:orders?|ordine|comanda|comenzii|nr|n|no|awb|factura|fattura|invoice)\.?)\s?$/.test(lead) ||
    /(?<![a-z])(?:easybox|locker|pin|sms|otp|verificare|retur(?:ului)?|reducere|voucher|produs(?:ului)?|ridicare)[^.!?\n]{0,40}$/.test(lead)
  );
}

function isOfShop(folded: string, place: { from: number; to: number }): boolean {
  const around = sentenceAround(folded, place.from, place.to);
  const sentence = folded.slice(around.from, around.to);
  return sentence.trimEnd().endsWith("?") && aboutShop.test(sentence) && !aboutOwn.test(sentence);
}

/** Takes what still belongs to the address: flat, district, postcode, town. */
function endOfAddress(message: MessageText, from: number): number {
  const { folded, text } = message;
  const hasCapitals = text !== text.toLowerCase();
  let to = from;
  let isAfterPostcode = false;
  for (let count = 0; count < 8; count++) {
    const rest = folded.slice(to, to + 90);
    const part = inHouse.exec(rest) ?? state.exec(rest) ?? district.exec(rest);
    const postcode = part ? null : postcodeHere.exec(rest);
    const next = part ?? postcode;
    if (next) {
      to += next[0].length;
      isAfterPostcode = postcode !== null;
      continue;
    }
    // A town follows a comma, or a postcode: after a mere blank anything may follow.
    const gap = (isAfterPostcode ? /^[, ]{1,2}/ : /^(?:,\s{0,2}|\s-\s)/).exec(rest);
    const name = gap ? townAt(text, to + gap[0].length, hasCapitals, folded) : 0;
    if (!gap || name === 0) break;
    to += gap[0].length + name;
    isAfterPostcode = false;
    const province = /^\s\([a-z]{2}\)/.exec(folded.slice(to, to + 6));
    if (province) to += province[0].length;
  }
  return to;
}

/** Words that follow an address in a message without capitals and are no town. */
const notTown =
  /^(?:but|and|please|thanks|not|the|my|it|i|is|instead|because|no|tel|ma|e|non|grazie|per|il|la|mi|ho|invece|cell|ci|dove|dar|si|nu|va|multumesc|este|telefon|iar|in|cu|pentru|sa|mersi|unde|am|che|where|so|can|when|since|for|with|daca|ca|pe|comanda|ordine|order|langa|vicino|near|citofono|ok|da|se|please)\b/;

/** How many letters a town's name has at a place; each of its words begins with a capital where the writer uses them. */
function townAt(text: string, at: number, hasCapitals: boolean, folded: string): number {
  const match = town.exec(folded.slice(at, at + 60));
  if (!match || notTown.test(match[0])) return 0;
  if (!hasCapitals) return (match[0].split(" ")[0] ?? "").length;
  let length = 0;
  for (const word of match[0].matchAll(/[a-z'-]+/g)) {
    if (!/\p{Lu}/u.test(text[at + word.index] ?? "") || notTown.test(word[0])) break;
    length = word.index + word[0].length;
  }
  return length;
}
