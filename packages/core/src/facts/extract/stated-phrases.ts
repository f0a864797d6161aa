import type { FactKey } from "@askonce/spec";
import { type FoundPhrase, overlaps, placeOf, trimPlace } from "./found-phrase.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";
import { type MessageText, sentenceAround } from "./message-text.ts";
import { nameWithin } from "./people.ts";

/** Most places that one pattern is tried at; a text that has more is no message. */
const mostMatches = 30;
/** Keys whose words say the opposite after "not". */
const deniable: ReadonlySet<FactKey> = new Set([
  "problem",
  "damageExtent",
  "wantedOutcome",
  "returnReason",
  "tried",
  "photoOfItem",
  "photoOfPackaging",
  "photoOfLabel",
  "paymentMethod",
  "giftRecipient",
]);
/** Keys that a question can state as well ("can I get a refund?"). */
const askable: ReadonlySet<FactKey> = new Set([
  "wantedOutcome",
  "name",
  "pickupPoint",
  "giftRecipient",
  "returnReason",
  "problem",
  "tried",
  "paymentMethod",
]);
/** Where the words of an open-ended value end: a new clause begins. */
const newClause =
  /\s(?:but|and (?:i|it|then|now|they|still|nothing|the|that|no)|because|so|since|however|which|with no|though|still nothing|yet|or|ma|pero|perche|quindi|e (?:non|il|la|ora|niente|nulla|poi|mi)|dar|insa|iar|pentru ca|deci|si (?:nu|tot|nimic|acum|apoi|tot nu|mi)|tot nu|degeaba|niente|nada|as|please|per favore|va rog|te rog|when|if|se|daca|cand|quando|mentre|while)\b/;
/** After a name without capitals: the sentence goes on. */
const notOfName =
  /^(?:misspelt|misspelled|spelled|vostro|vostra|mio|mia|suo|dvs|meu|mea|sotului|sotiei|mamei|tatalui|fratelui|surorii|firmei|lui|altcuiva|numele|correct|different|altro|diverso|and|but|from|with|the|not|wrong|missing|please|order|ordine|comanda|tel|con|non|che|nell|per|and|si|dar|din|cu|vreau|vorrei|aveam|scriu|ho|am|on|is|was|telefon|email|mail)$/;
const openEnded: ReadonlySet<FactKey> = new Set(["tried", "pickupPoint"]);

/** What the phrases of a lexicon find: by key, the words as they stand in the message. */
export function findStatedPhrases(message: MessageText, lexicon: Lexicon): FoundPhrase[] {
  const found: FoundPhrase[] = [];
  for (const [name, patterns] of Object.entries(lexicon.phrases)) {
    const key = name as FactKey;
    const ofKey: FoundPhrase[] = [];
    for (const pattern of patterns ?? []) {
      for (const place of placesOf(message.folded, pattern)) {
        const phrase = { key, ...(key === "name" ? withinName(message, place) : cut(message.folded, key, place)) };
        if (phrase.to - phrase.from < 1 || ofKey.some((other) => overlaps(phrase, other))) continue;
        if (isStated(message, lexicon, phrase)) ofKey.push(phrase);
      }
    }
    found.push(...(key === "photoOfItem" ? ofKey.map((phrase) => withPictured(message.folded, phrase, lexicon)) : ofKey));
  }
  return found;
}

const pictured = /^\s(?:of|showing|del|della|dello|dei|delle|di|con|cu|de la|de pe|ale|a)\b|^\s(?:dell'|con l')/;
const aroundPicture = /\b(?:packaging|packing|carton|wrapping|imballo|imballaggio|confezione|cartone|scatolone|ambalaj[a-z]*)\b/;
const box = /\b(?:box|scatola|cutia|cutiei|coletul|coletului|pacco)\b/;
const label = /\b(?:label|sticker|barcode|waybill|etichett[ae]|etichet(?:a|ei)|targhetta|lettera di vettura)\b/;

/** A photo with what is to be seen on it, up to four words; a box or a label on it has a key of its own. */
function withPictured(folded: string, phrase: FoundPhrase, lexicon: Lexicon): FoundPhrase {
  let { to } = phrase;
  const lead = pictured.exec(folded.slice(to, to + 12));
  const isOpen = lead !== null || /\b(?:of|del|della|dei|delle|cu|con)(?: (?:the|my|la|il))?$/.test(folded.slice(phrase.from, to));
  for (let taken = 0; isOpen && taken < 5; taken++) {
    const next = /^[ ']([a-z0-9'-]+)/.exec(folded.slice(to, to + 24));
    if (!next || (lexicon.complaints.ends.test(next[1] ?? "") && !(taken === 0 && lead))) break;
    to += next[0].length;
  }
  const words = folded.slice(phrase.from, to);
  const key = label.test(words) ? "photoOfLabel" : aroundPicture.test(words) || box.test(words) ? "photoOfPackaging" : phrase.key;
  return { key, from: phrase.from, to };
}

interface Place {
  from: number;
  to: number;
  /** The words before it leave no doubt, so that a name needs no capitals. */
  isStrong: boolean;
  /** All the words have to be the name's. */
  isWhole: boolean;
}

function placesOf(folded: string, pattern: RegExp): Place[] {
  const places: Place[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(folded); match && places.length < mostMatches; match = pattern.exec(folded)) {
    places.push({ ...placeOf(match), isStrong: match.groups?.strong !== undefined, isWhole: match.groups?.whole !== undefined });
    if (match[0] === "") pattern.lastIndex++;
  }
  return places;
}

/** A frame takes up to three words for a name; those from the first small letter on are not of it, unless all are small. */
function withinName(message: MessageText, place: Place): { from: number; to: number } {
  const words = message.text.slice(place.from, place.to);
  const name = nameWithin(words);
  if (name === "" && place.isStrong) {
    const plain = /^[a-z-]{3,}(?:\s[a-z-]{3,})?/.exec(words)?.[0] ?? "";
    const kept = plain.split(" ").filter((_word, index, all) => !all.slice(0, index + 1).some((one) => notOfName.test(one)));
    return { from: place.from, to: place.from + kept.join(" ").length };
  }
  return { from: place.from, to: place.isWhole && name !== words ? place.from : place.from + name.length };
}

function cut(folded: string, key: FactKey, place: { from: number; to: number }): { from: number; to: number } {
  let to = place.to;
  if (openEnded.has(key)) {
    const clause = newClause.exec(folded.slice(place.from, to));
    if (clause) to = place.from + clause.index;
  }
  return trimPlace(folded, { from: place.from, to });
}

function isStated(message: MessageText, lexicon: Lexicon, phrase: FoundPhrase): boolean {
  if (deniable.has(phrase.key) && lexicon.negation.test(message.folded.slice(Math.max(0, phrase.from - 40), phrase.from))) return false;
  const around = sentenceAround(message.folded, phrase.from, phrase.to);
  const sentence = message.folded.slice(around.from, around.to);
  if (lexicon.supposing.test(sentence)) return false;
  if (sentence.trimEnd().endsWith("?") && !askable.has(phrase.key)) return false;
  return true;
}
