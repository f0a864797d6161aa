import { type FactKey, foldText, normalizePostcode } from "@askonce/spec";
import { findComplaints } from "./complaints.ts";
import { type ExtractedFact, excerptAround } from "./extracted-fact.ts";
import { findFormFields } from "./form-fields.ts";
import { type FoundPhrase, overlaps } from "./found-phrase.ts";
import { extractIdentifiers } from "./identifiers.ts";
import { findInvoiceData } from "./invoice-data.ts";
import { likeliestLanguage, type MessageText, readMessage } from "./message-text.ts";
import { findNamedCarriers } from "./named-carriers.ts";
import { ownWords } from "./own-words.ts";
import { findSignature, nameWithin } from "./people.ts";
import { findAddresses } from "./postal-addresses.ts";
import { findStatedDates } from "./stated-dates.ts";
import { findItemColors, findStatedItems } from "./stated-items.ts";
import { findStatedPhrases } from "./stated-phrases.ts";

/** What is known of a message besides its words. */
export interface ExtractOptions {
  /** BCP 47 tag of the message's language; `null` or absent when it is not known. */
  language?: string | null;
  /** ISO 3166-1 alpha-2 of the shop, for national phone numbers. Without it the language decides, where one country is likely. */
  countryCode?: string | undefined;
  /** Names of couriers the shop works with: without them a courier is only known where the words call it one. */
  carriers?: readonly string[];
}

/** Most facts of one message. */
const mostFacts = 40;
/** Most values of one key, for keys that a message has few of. */
const mostOfKey = 4;
/** In the words of these a thing is a means and not what the matter is about: "tried two printers", "paid by gift card". */
const holdsNoItem: ReadonlySet<FactKey> = new Set(["tried", "paymentMethod", "pickupPoint", "giftRecipient", "name", "wantedOutcome"]);
/** The country whose national phone numbers a language implies, when no country is given. */
const countryOfLanguage: Readonly<Record<string, string>> = { it: "IT", ro: "RO" };

/**
 * Everything a customer's message states, in English, Italian and Romanian: of the own words only (not of quoted mail), at most 40 facts,
 * each key and value once. Values are the words of the message.
 */
export function extractFacts(text: string, options: ExtractOptions = {}): ExtractedFact[] {
  const own = ownWords(text);
  const message = readMessage(own, options.language);
  const language = options.language?.slice(0, 2).toLowerCase() ?? likeliestLanguage(message) ?? "";
  const identifiers = extractIdentifiers(own, options.countryCode ?? countryOfLanguage[language], options.carriers ?? []);
  const seen = new Set<string>();
  return [...identifiers, ...readPhrases(message, options).map((phrase) => toFact(message, phrase))]
    .filter((fact) => {
      const name = `${fact.key} ${fact.normalized}`;
      if (fact.normalized === "" || seen.has(name)) return false;
      seen.add(name);
      return true;
    })
    .slice(0, mostFacts);
}

function readPhrases(message: MessageText, options: ExtractOptions): FoundPhrase[] {
  const addresses = findAddresses(message);
  const invoice = findInvoiceData(message);
  const free: FoundPhrase[] = [];
  for (const lexicon of message.lexicons) {
    const phrases = findStatedPhrases(message, lexicon);
    const items = findStatedItems(message, lexicon).filter((item) => !phrases.some((other) => holdsNoItem.has(other.key) && overlaps(item, other)));
    const found = [
      ...findFormFields(message, lexicon),
      ...items,
      ...findItemColors(message, lexicon, items),
      ...findStatedDates(message, lexicon),
      ...findComplaints(message, lexicon),
      ...phrases,
    ];
    for (const phrase of found) if (!free.some((other) => other.key === phrase.key && overlaps(phrase, other))) free.push(phrase);
  }
  const carriers = findNamedCarriers(message, options.carriers ?? []);
  const places = [...addresses, ...invoice];
  const stated = free
    .map((phrase) => (phrase.key === "name" ? withinName(message, phrase) : phrase))
    .filter((phrase) => isPlausible(message, phrase) && !places.some((other) => overlaps(phrase, other)))
    .filter((phrase) => phrase.key !== "carrier" || !carriers.some((other) => overlaps(phrase, other)));
  const counts = new Map<FactKey, number>();
  return [...places, ...carriers, ...stated, ...findSignature(message)].filter((phrase) => {
    const count = (counts.get(phrase.key) ?? 0) + 1;
    counts.set(phrase.key, count);
    return count <= mostOfKey;
  });
}

/** A frame takes up to three words for a name; those from the first small letter on are not of it. */
function withinName(message: MessageText, phrase: FoundPhrase): FoundPhrase {
  return { ...phrase, to: phrase.from + nameWithin(message.text.slice(phrase.from, phrase.to)).length };
}

/** What a pattern over folded text cannot see: names begin with a capital. */
function isPlausible(message: MessageText, phrase: FoundPhrase): boolean {
  if (phrase.key === "name") return phrase.to > phrase.from;
  return phrase.key !== "carrier" || /^\p{Lu}/u.test(message.text.slice(phrase.from, phrase.to));
}

function toFact(message: MessageText, phrase: FoundPhrase): ExtractedFact {
  const value = message.text.slice(phrase.from, phrase.to).replace(/\s+/g, " ").trim();
  const normalized = phrase.key === "postcode" ? (normalizePostcode(value) ?? "") : foldText(value);
  return { key: phrase.key, value, normalized, excerpt: excerptAround(message.text, phrase.from, phrase.to) };
}
