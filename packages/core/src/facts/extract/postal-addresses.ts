import type { FoundPhrase } from "./found-phrase.ts";
import { overlaps, placeOf, trimPlace } from "./found-phrase.ts";
import { phrase } from "./lexicon/lexicon.ts";
import type { MessageText } from "./message-text.ts";

const streetName = "[a-z0-9][a-z0-9.'-]{0,24}(?: [a-z0-9][a-z0-9.'-]{0,24}){0,4}?";
const part =
  "(?:,? ?(?:nr\\.?|no\\.?|n\\.?|bl\\.?|bloc(?:ul)?|sc\\.?|scara|et\\.?|etaj(?:ul)?|ap\\.?|apt\\.?|apartament(?:ul)?|apartment|flat|unit|int\\.?|interno|scala|piano|jud\\.?|judet(?:ul)?|sector(?:ul)?|sect\\.?|cam\\.?|floor|interfon|sat(?:ul)?|com\\.?|comuna) ?:?[a-z0-9/-]{1,14}(?![a-z0-9]))";
const place =
  "(?:,? (?:[0-9]{5,6}|[a-z]{1,2}[0-9][0-9a-z]? [0-9][a-z]{2})?,? ?[a-z][a-z'-]{2,20}(?:[ -][a-z][a-z'-]{1,16}){0,2}(?: \\([a-z]{2}\\))?)";
const streets: readonly RegExp[] = [
  // Romanian and Italian: the kind of street first
  phrase(
    `(?<![a-z])(?<v>(?:str(?:ada|\\.)?|bd\\.?|b-dul\\.?|bdul\\.?|bulevardul|calea|aleea|sos\\.|soseaua|splaiul|intrarea|piata|drumul|fundatura|via|viale|piazza|piazzale|corso|largo|vicolo|contrada|strada|localita) ${streetName}(?:,? ?(?:nr\\.?|numarul|n\\.?|no\\.?|numero|al)? ?[0-9]{1,4} ?(?:/? ?(?:[a-d]|bis)(?![a-z]))?(?![0-9]))${part}{0,6})`,
  ),
  // English: the number first, the kind of street last
  phrase(
    `(?<![a-z0-9])(?<v>(?:(?:flat|apartment|apt\\.?|unit) [0-9a-z]{1,4},? )?[0-9]{1,5}[a-d]?,? (?:[a-z][a-z.'-]{1,20} ){1,4}?(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|ct|place|square|sq|way|terrace|crescent|gardens|grove|boulevard|blvd|hill|walk|row|mews|park|quay|parade)(?![a-z])\\.?${part}{0,3})`,
  ),
];
const following = new RegExp(`^(?:${part}|${place}){1}`.replaceAll(" ", "\\s{1,3}").replaceAll("\\s{1,3}?", "\\s{0,3}"));
/** Words that begin something else after an address. */
const notPlace =
  /^[,\s]*(?:\d{5,6}\s)?(?:but|and|please|thanks?|thank|is|was|not|the|my|it|i|instead|because|no|tel|phone|ma|e|ed|non|grazie|per|il|la|mi|ho|invece|cell|ci|dove|dar|si|nu|va|multumesc|este|tel|telefon|iar|in loc|cu|pentru|sa|mersi|unde|am|che|cordiali|saluti|where|so|can|could|instead|since|for|with|when|citofono|nome|quindi|a nome|perche|rather|daca|ca|pe|la)\b/;
const postcodes: readonly RegExp[] = [
  phrase(
    "(?<![a-z0-9])(?:c\\.?a\\.?p\\.?|cod(?:ul)?(?: meu)? postal|codice postale|post ?code|postal code|zip(?: code)?|cod post\\.?|c\\.p\\.)(?: (?:is|este|e'?|e|corretto|corect|correct|nuovo|nou|al meu|right|di consegna))*(?: (?:is|este|e|e'))? ?[:=]? ?(?<v>[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}|[0-9]{2}-[0-9]{3}|[0-9]{4,6}(?:-[0-9]{4})?)(?![a-z0-9])",
  ),
  // the United Kingdom's, whose form is unmistakable
  phrase("(?<![a-z0-9#-])(?<v>(?:[bglemnsw][0-9]{1,2}|[a-z]{2}[0-9]{1,2}|[a-z]{1,2}[0-9][a-z]) [0-9][abd-hjlnp-uw-z]{2})(?![a-z0-9])"),
];

/** Streets with what belongs to them, and postcodes: named as such, or in an address. The same in all languages, because people write each other's. */
export function findAddresses(message: MessageText): FoundPhrase[] {
  const { folded } = message;
  const found: FoundPhrase[] = [];
  for (const pattern of streets) {
    for (const match of folded.matchAll(pattern)) {
      const street = placeOf(match);
      if (found.some((other) => overlaps(street, other)) || found.length >= 5) continue;
      const whole = trimPlace(folded, { from: street.from, to: endOfAddress(folded, street.to) });
      found.push({ key: "shippingAddress", ...whole });
      const code = /(?<![a-z0-9])(?:\d{6}|\d{5}|[a-z]{1,2}\d[0-9a-z]? \d[a-z]{2})(?![a-z0-9])/.exec(
        folded.slice(whole.from, whole.to + 30),
      );
      if (code) found.push({ key: "postcode", from: whole.from + code.index, to: whole.from + code.index + code[0].length });
    }
  }
  for (const pattern of postcodes) {
    for (const match of folded.matchAll(pattern)) {
      const code = placeOf(match);
      if (!found.some((other) => other.key === "postcode" && overlaps(code, other))) found.push({ key: "postcode", ...code });
    }
  }
  return found;
}

/** Takes what still belongs to the address: block and flat, postcode, town. */
function endOfAddress(folded: string, from: number): number {
  let to = from;
  for (let count = 0; count < 5; count++) {
    const rest = folded.slice(to, to + 90);
    if (notPlace.test(rest)) break;
    // A town follows after a comma, a postcode or a line break, never after a mere blank.
    const next = /^(?:,|\s-|\n|\s{0,2}(?:jud|sector|bl|sc|ap|et|nr|int|scala|interno)\b|\s\d{5,6}\b)/.test(rest)
      ? following.exec(rest)
      : null;
    if (!next) break;
    to += next[0].length;
  }
  return to;
}
