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
import { findSignature } from "./people.ts";
import { findAddresses } from "./postal-addresses.ts";
import { findStatedDates } from "./stated-dates.ts";
import { findItemDetails, findStatedItems } from "./stated-items.ts";
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
const otherPhotos: ReadonlySet<FactKey> = new Set(["photoOfPackaging", "photoOfLabel"]);
const photos: ReadonlySet<FactKey> = new Set(["photoOfItem", ...otherPhotos]);
/** In the words of these a verb or a damage is no complaint of its own: "photo of the torn box", "unplugged it". */
const notOfProblem: ReadonlySet<FactKey> = new Set(["tried", "photoOfPackaging", "photoOfLabel", "returnReason"]);
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
  const places = [...findAddresses(message), ...findInvoiceData(message)];
  const identifiers = extractIdentifiers(own, options.countryCode ?? countryOfLanguage[language], options.carriers ?? [], places);
  const seen = new Set<string>();
  return [...identifiers, ...readPhrases(message, options, places).map((phrase) => toFact(message, phrase))]
    .filter((fact) => {
      const name = `${fact.key} ${fact.normalized}`;
      if (fact.normalized === "" || seen.has(name) || isOrderTakenForPlace(fact, identifiers)) return false;
      seen.add(name);
      return true;
    })
    .slice(0, mostFacts);
}

function readPhrases(message: MessageText, options: ExtractOptions, addresses: readonly FoundPhrase[]): FoundPhrase[] {
  const carriers = findNamedCarriers(message, options.carriers ?? []);
  const free: FoundPhrase[] = [];
  for (const lexicon of message.lexicons) {
    const phrases = mergeTried(message, findStatedPhrases(message, lexicon));
    const items = findStatedItems(message, lexicon).filter(
      (item) => !phrases.some((other) => holdsNoItem.has(other.key) && overlaps(item, other)),
    );
    const found = [
      ...findFormFields(message, lexicon),
      ...items,
      ...findItemDetails(message, lexicon, items),
      ...findStatedDates(message, lexicon),
      ...findComplaints(message, lexicon, [...items, ...carriers]),
      ...phrases,
    ];
    for (const phrase of found) if (!free.some((other) => other.key === phrase.key && overlaps(phrase, other))) free.push(phrase);
  }
  const pickups = free.filter((phrase) => phrase.key === "pickupPoint");
  const places = withAddressOfCompany(addresses).filter((place) => !pickups.some((other) => overlaps(place, other)));
  const stated = free.filter(
    (phrase) =>
      isPlausible(message, phrase) &&
      !places.some((other) => overlaps(phrase, other)) &&
      !(phrase.key === "carrier" && carriers.some((other) => overlaps(phrase, other))) &&
      !(phrase.key === "problem" && free.some((other) => notOfProblem.has(other.key) && overlaps(phrase, other))) &&
      !(phrase.key === "item" && free.some((other) => other.key === "problem" && overlaps(phrase, other) && isAbsent(message, other))) &&
      !(phrase.key === "name" && carriers.some((other) => overlaps(phrase, other))) &&
      !(phrase.key === "photoOfItem" && free.some((other) => otherPhotos.has(other.key) && overlaps(phrase, other))) &&
      !(
        phrase.key === "photoOfItem" &&
        isMereAttachment(message, phrase) &&
        free.some((other) => other !== phrase && photos.has(other.key))
      ),
  );
  const signature = findSignature(message).filter((name) => ![...carriers, ...places].some((other) => overlaps(name, other)));
  const counts = new Map<FactKey, number>();
  return [...places, ...carriers, ...stated, ...signature].filter((phrase) => {
    const count = (counts.get(phrase.key) ?? 0) + 1;
    counts.set(phrase.key, count);
    return count <= mostOfKey;
  });
}

/** "see attached" says nothing more where a photo is named. */
function isMereAttachment(message: MessageText, phrase: FoundPhrase): boolean {
  return /^(?:see |as |it is |vedi )?(?:in )?(?:the )?(?:attach|allegat|atasa)[a-z]*$/.test(message.folded.slice(phrase.from, phrase.to));
}

/** "came without the bulb": what is not there is not the thing that the matter is about. */
function isAbsent(message: MessageText, problem: FoundPhrase): boolean {
  return /\b(?:missing|without|no|forgot|forgotten|left out|senza|mancan?o?|dimenticat[oaie]|non c'er?a?(?:no)?|fara|lipsa|lipses?[ct]?e?|uitat|nu era|nu erau)\b/.test(
    message.folded.slice(problem.from, problem.to),
  );
}

/** "changed the fuse, tried two sockets": what was tried in one breath is one fact. */
function mergeTried(message: MessageText, phrases: readonly FoundPhrase[]): FoundPhrase[] {
  const merged: FoundPhrase[] = [];
  for (const phrase of [...phrases].sort((one, other) => one.from - other.from)) {
    const last = merged.findLast((other) => other.key === "tried");
    const between = last ? message.folded.slice(last.to, phrase.from) : "";
    if (phrase.key === "tried" && last && /^(?:,| and| e| si| &|, and)?\s(?:(?:l'ho|ho|am|le ho|i) )?$/.test(between)) last.to = phrase.to;
    else merged.push({ ...phrase });
  }
  return merged;
}

/** An address right after a company's name or number is where the invoice goes. */
function withAddressOfCompany(places: readonly FoundPhrase[]): FoundPhrase[] {
  const companies = places.filter((place) => place.key === "invoiceData").map((place) => ({ ...place }));
  const others = places.filter((place) => {
    if (place.key !== "shippingAddress") return place.key !== "invoiceData";
    const company = companies.find((one) => place.from >= one.to && place.from - one.to <= 3);
    if (company) company.to = place.to;
    return company === undefined;
  });
  return [...companies, ...others];
}

/** What a pattern over folded text cannot see: the names of couriers begin with a capital, and articles in a frame are no names. */
function isPlausible(message: MessageText, phrase: FoundPhrase): boolean {
  if (phrase.key !== "carrier") return true;
  const words = message.text.slice(phrase.from, phrase.to);
  return (
    /^\p{Lu}/u.test(words) &&
    !message.lexicons.some(
      (lexicon) => lexicon.items.stop.test(words.toLowerCase()) || lexicon.complaints.notSubject.test(words.toLowerCase()),
    )
  );
}

function toFact(message: MessageText, phrase: FoundPhrase): ExtractedFact {
  const value = message.text.slice(phrase.from, phrase.to).replace(/\s+/g, " ").trim();
  const normalized = phrase.key === "postcode" ? (normalizePostcode(value) ?? "") : foldText(value);
  return { key: phrase.key, value, normalized, excerpt: excerptAround(message.text, phrase.from, phrase.to) };
}

/** "order #1042, by the way" is no street: neither an address nor a postcode begins with the number of an order that was named. */
function isOrderTakenForPlace(fact: ExtractedFact, identifiers: readonly ExtractedFact[]): boolean {
  if (fact.key !== "shippingAddress" && fact.key !== "postcode") return false;
  const first = /^[\p{L}\d-]*\d[\p{L}\d-]*/u.exec(fact.value)?.[0] ?? "";
  return first !== "" && identifiers.some((one) => one.key === "orderNumber" && one.value.replace(/^#/, "") === first);
}
