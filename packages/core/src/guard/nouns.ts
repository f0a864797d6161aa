import type { FactKey } from "@askonce/spec";
import type { CompiledLexicon } from "./lexicon/compiled.ts";

/** A thing that can be asked for, where a sentence names it. */
export interface Noun {
  key: FactKey;
  from: number;
  to: number;
  /** A word too short to mean the thing outside of lists and forms. */
  isShort: boolean;
  /** Somebody else's, or a mere means: "our e-mail", "by phone". */
  isExcluded: boolean;
  /** Its value follows: "order number 1042". */
  hasValue: boolean;
}

const filledIn =
  /^ ?(?:is|was|e|este|era)? ?(?:still |ancora |inca |tot )?[:=#(]{0,2} ?"?(?:no\.?|nr\.?|n\.?|#)? ?#?(?:[a-z]{1,6}[-_/]?\d|\d[\d -]{2}|\+\d|[^\s@]{1,64}@[^\s@]{1,64}\.[a-z])/;
/** A colon with words after it, which are no line to fill in. */
const namedValue = /^(?: ?\([^)]{0,30}\))? ?[:=] ?(?!\s*$)(?![_.…]{2})[a-z0-9+#"]/;
const numbers: ReadonlySet<FactKey> = new Set(["orderNumber", "trackingNumber", "phone", "postcode", "email", "quantity"]);

/** Things that can be asked for, in order and without overlaps: the longer name wins ("delivery address", not "address"). */
export function findNouns(text: string, lexicon: CompiledLexicon, around: { draft: string; before: string }): Noun[] {
  const found: Noun[] = [];
  const collect = (key: FactKey, words: RegExp, isShort: boolean) => {
    words.lastIndex = 0;
    for (let match = words.exec(text); match !== null; match = words.exec(text)) {
      if (match[0] === "") {
        words.lastIndex++;
        continue;
      }
      found.push(nounAt(text, key, match.index, match.index + match[0].length, isShort, lexicon));
    }
  };
  for (const [key, words] of lexicon.nouns) collect(key, words, false);
  for (const [key, words] of lexicon.shortNouns) collect(key, words, true);
  const photos = findPhotos(text, lexicon, around.before, found);
  const nouns = longestFirst(found, photos);
  if (!nouns.some((noun) => !noun.isShort)) {
    lexicon.bareNumber.lastIndex = 0;
    const bare = lexicon.bareNumber.exec(text);
    if (bare !== null) {
      const key = numberOf(around.draft);
      nouns.push(nounAt(text, key, bare.index, bare.index + bare[0].length, false, lexicon));
    }
  }
  return [...nouns, ...photos].sort((one, other) => one.from - other.from);
}

function nounAt(text: string, key: FactKey, from: number, to: number, isShort: boolean, lexicon: CompiledLexicon): Noun {
  const after = text.slice(to, to + 90);
  return {
    key,
    from,
    to,
    isShort,
    isExcluded: lexicon.notAsked.test(text.slice(Math.max(0, from - 40), from)),
    hasValue: namedValue.test(after) || (numbers.has(key) && filledIn.test(after)),
  };
}

/** What "the number" is the number of: what the draft speaks of. */
function numberOf(draft: string): FactKey {
  if (/\b(?:order|ordine|comanda|comenzii)\b/.test(draft)) return "orderNumber";
  if (/\b(?:awb|tracking|waybill|tracciamento)\b/.test(draft)) return "trackingNumber";
  return /\b(?:phone|call|ring|dial|telefono|chiamar\w{0,5}|telefon|suna\w{0,3})\b/.test(draft) ? "phone" : "orderNumber";
}

function longestFirst(found: readonly Noun[], photos: readonly Noun[]): Noun[] {
  const kept: Noun[] = [];
  const withinPhoto: ReadonlySet<FactKey> = new Set(["damageExtent", "problem", "item", "size", "color", "quantity"]);
  for (const noun of [...found].sort(
    (one, other) => Number(one.isShort) - Number(other.isShort) || other.to - other.from - (one.to - one.from),
  )) {
    if (kept.some((other) => other.from < noun.to && noun.from < other.to)) continue;
    if (withinPhoto.has(noun.key) && photos.some((photo) => noun.from >= photo.from && noun.from <= photo.to + 3)) continue;
    kept.push(noun);
  }
  return kept;
}

/** Things that are told and not shown; where one is named, a photo's subject ends. */
const identifying: ReadonlySet<FactKey> = new Set([
  "orderNumber",
  "trackingNumber",
  "email",
  "phone",
  "name",
  "shippingAddress",
  "postcode",
  "wantedOutcome",
  "since",
]);
const isPronoun = /^ (?:(?:of|showing|with)? ?(?:it|them|this|that)|cu (?:ea|el|ele|ei|acesta|aceasta))(?![a-z])/;

/** "And of the box, have you got a photo?": what it is to show comes first. */
const fronted =
  /^(?:(?:e|ed|anche|invece|and) )?(?:del|della|dell'|dei|delle|degli|of) ?[a-z' ]{3,40}(?:ha|hai|avete|avrebbe|c'e|ci sono|have) /;

/** What "it" is: something of the same sentence, or else of the one before. */
function spokenOf(own: string, before: string, lexicon: CompiledLexicon): string {
  const { packaging, label } = lexicon.photo;
  return placeOf(packaging, own) >= 0 || placeOf(label, own) >= 0 ? own : before;
}

function placeOf(wanted: RegExp, text: string): number {
  wanted.lastIndex = 0;
  return wanted.exec(text)?.index ?? -1;
}

/** "Of the mirror and the …": something else was named before. */
function isEnumerated(before: string): boolean {
  return /(?: of| del\w{0,3}'?| cu| with| showing| a\w{0,3}) ?(?:[a-z']{1,16} ){1,5}?(?:,|and|e|ed|si|plus|&|cu|or) ?(?:[a-z]{1,7}'? ?){0,3}$/.test(
    before.slice(-90),
  );
}

/** "Of the box and the item", not "of the box the item came in". */
function isItemToo(item: RegExp, words: string): boolean {
  const at = placeOf(item, words);
  if (at < 0) return false;
  return /(?:^|(?: of| del\w{0,3}'?| cu| with| showing|[,&+]| and| e| ed| si| plus)(?: (?:the|your|both|il|lo|la|un|una|del|dei|della|its|each|damaged|broken|cu|ambelor|atat))*(?:[a-z]{1,5}')?) ?$/.test(
    words.slice(0, at),
  );
}

/** Photos by what they are to show; the words after "photo" say it, up to the next thing that is asked for. */
function findPhotos(text: string, lexicon: CompiledLexicon, before: string, nouns: readonly Noun[]): Noun[] {
  const photos: Noun[] = [];
  const { noun, packaging, label, item } = lexicon.photo;
  noun.lastIndex = 0;
  for (let match = noun.exec(text); match !== null; match = noun.exec(text)) {
    const from = match.index;
    const end = from + match[0].length;
    // "A photo with the AWB": the paper on the parcel.
    const isShownLabel = (other: Noun) =>
      placeOf(label, text.slice(other.from, other.to)) === 0 && /^ ?cu $/.test(text.slice(end, other.from));
    const next = nouns
      .filter((other) => identifying.has(other.key) && !other.isShort && other.from > end && !isShownLabel(other))
      .map((other) => other.from);
    const shown = subjectOf(text.slice(0, Math.min(text.length, ...next)), end, noun);
    const keys: FactKey[] = [];
    // "Besides the label, have you got a photo of the item?": what a comma parts is another thing.
    const ahead = text.slice(fronted.test(text) ? 0 : Math.max(0, from - 20), from).replace(/^.*[,;:]/, "");
    const own = ahead + text.slice(from, end + shown.length);
    // "Please take a picture of it": what was spoken of before.
    const words = isPronoun.test(shown) ? spokenOf(text.slice(0, from), before, lexicon) : own;
    const labelAt = placeOf(label, words);
    const packagingAt = placeOf(packaging, words);
    if (labelAt >= 0) keys.push("photoOfLabel");
    // "The label on the box" is a photo of the label.
    if (packagingAt >= 0 && (labelAt < 0 || packagingAt < labelAt || isEnumerated(words.slice(0, packagingAt))))
      keys.push("photoOfPackaging");
    const firstAt = Math.min(...[labelAt, packagingAt].filter((at) => at >= 0));
    if (keys.length === 0 || isEnumerated(words.slice(0, firstAt)) || isItemToo(item, words)) keys.push("photoOfItem");
    noun.lastIndex = end;
    const isExcluded = lexicon.notAsked.test(text.slice(Math.max(0, from - 40), from));
    for (const key of keys)
      photos.push({
        key,
        from,
        to: end + shown.replace(/[\s,.]+(?:(?:ma|but|dar|and|e|si|ci|ne|mi)\s?)?$/, "").length,
        isShort: false,
        isExcluded,
        hasValue: false,
      });
  }
  return photos;
}

function subjectOf(text: string, from: number, noun: RegExp): string {
  const rest = text.slice(from, from + 110);
  noun.lastIndex = 0;
  const other = noun.exec(rest)?.index ?? rest.length;
  const stop =
    /[;:?!]|, (?:so|and (?:we|i)|because|poi|dopo|apoi|iar|ca sa|cosi)|[.] | so | because | cosi | perche | pentru a | ca sa | would | will | is | are | please| pls| per favore| va rog| te rog| ci serv| ci aiut| ne-ar | ar fi | este | sarebbe| manca| lipses/.exec(
      rest,
    )?.index ?? rest.length;
  return rest.slice(0, Math.min(other, stop));
}

const conjunction = /[,&+/]|(?:^|[^a-z])(?:and|or|plus|as well as|along with|with|e|ed|o|oppure|nonche|piu|si|sau|precum si)(?![a-z])/;

/** Whether two things stand beside each other in an enumeration: with a comma or an "and". */
export function isEnumeration(gap: string): boolean {
  return conjunction.test(gap) && isJoined(gap);
}

/** Whether only articles, possessives and conjunctions stand between two things: "your order number and e-mail". */
export function isJoined(gap: string): boolean {
  return (
    gap.length <= 40 &&
    /^[\s,&+/;()]*(?:(?:and|or|plus|as well as|along with|with|e|ed|o|oppure|nonche|insieme a|piu|si|sau|precum si|plus|cu|the|your|ur|a|an|also|is|il|lo|la|l'|le|i|gli|un|una|un'|suo|sua|tuo|tua|vostro|vostra|anche|o|de|al|ale|dvs\.?|dumneavoastra|tau|ta|full|correct|exact|complete|any|her|una|delle|dei|del|della|dell'|di|niste|cateva|\d{1,2}[.)])[\s,&+/;()]*){0,5}$/.test(
      gap,
    )
  );
}
