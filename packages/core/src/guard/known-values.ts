import { type FactKey, type FactSource, foldText, type Instant } from "@askonce/spec";
import { extractFacts } from "../facts/extract/extract-facts.ts";
import type { ExtractedFact } from "../facts/extract/extracted-fact.ts";
import { normalizeFact } from "../facts/normalize-fact.ts";
import { draftLanguage } from "./draft-language.ts";
import { shippedTold, type ToldTable, toldKeys } from "./told/told-keys.ts";

/** Something known before the reply: a fact of the ticket, of its order or of its customer. */
export interface KnownFact {
  key: FactKey;
  value: string;
  id?: string | null;
  source?: FactSource | null;
  /** When it was said or seen. */
  at?: Instant | null;
  /** From when on it should be checked again; `null` or absent when it does not age. */
  freshUntil?: Instant | null;
}

/** A message of the conversation so far. */
export interface HistoryMessage {
  direction: "inbound" | "outbound";
  text: string;
  at?: Instant | null;
  id?: string | null;
  /** What its words say, when they have been read already; a text does not change. */
  facts?: readonly MessageFact[] | null;
}

/** Something that a message says: a value that was read from it, or a sentence of which only its words tell that it says it. */
export interface MessageFact extends ExtractedFact {
  /** How much speaks for it, when no value could be read: the logarithm of the odds. */
  toldWeight?: number;
}

/** What the words of a message say. */
export function readMessageFacts(
  text: string,
  language: string | null,
  countryCode: string | undefined,
  told: ToldTable = shippedTold(),
): MessageFact[] {
  const spoken = draftLanguage(text, language);
  const read = extractFacts(text, { language: spoken, countryCode });
  const sentences = toldKeys(text, spoken, told).filter(({ key }) => !read.some((fact) => fact.key === key));
  return [
    ...read,
    ...sentences.map(({ key, sentence, weight }) => ({
      ...{ key, value: sentence, normalized: foldText(sentence), excerpt: sentence },
      toldWeight: weight,
    })),
  ];
}

/** A value that may answer an ask, from a fact or read from what the customer wrote. */
export interface KnownValue {
  key: FactKey;
  value: string;
  normalized: string;
  factId: string | null;
  source: FactSource | null;
  at: Instant | null;
  freshUntil: Instant | null;
  /** How much speaks for it, when the value is only the sentence that seems to tell it. */
  toldWeight?: number;
}

/** Most messages read, newest first: older ones have become facts long ago. */
const mostMessages = 30;

/**
 * Everything known, facts first; what only the customer's messages say comes after them, and last, for keys without any value, the sentences
 * that seem to tell them.
 */
export function knownValues(
  facts: readonly KnownFact[],
  history: readonly HistoryMessage[],
  language: string | null,
  countryCode: string | undefined,
  told?: ToldTable,
): KnownValue[] {
  const values: KnownValue[] = [];
  const add = (value: KnownValue) => {
    if (!values.some((other) => other.key === value.key && other.normalized === value.normalized)) values.push(value);
  };
  for (const fact of facts) {
    if (fact.value.trim() === "") continue;
    add({
      key: fact.key,
      value: fact.value,
      normalized: normalizeFact(fact.key, fact.value, countryCode),
      factId: fact.id ?? null,
      source: fact.source ?? null,
      at: fact.at ?? null,
      freshUntil: fact.freshUntil ?? null,
    });
  }
  const seeming = new Map<FactKey, KnownValue>();
  for (const message of history.filter((candidate) => candidate.direction === "inbound").slice(-mostMessages)) {
    for (const fact of message.facts ?? readMessageFacts(message.text, language, countryCode, told)) {
      const value: KnownValue = {
        key: fact.key,
        value: fact.value.slice(0, 2000),
        normalized: fact.normalized,
        factId: null,
        source: message.id ? { kind: "message", ref: message.id, excerpt: fact.excerpt.slice(0, 200) } : null,
        at: message.at ?? null,
        freshUntil: null,
      };
      if (fact.toldWeight === undefined) add(value);
      else if (fact.toldWeight > (seeming.get(fact.key)?.toldWeight ?? Number.NEGATIVE_INFINITY))
        seeming.set(fact.key, { ...value, toldWeight: fact.toldWeight });
    }
  }
  for (const address of values.filter((value) => value.key === "shippingAddress")) {
    const postcode = /(?<![\w./-])(?:\d{5,6}|[a-z]{1,2}\d[a-z\d]? \d[a-z]{2})(?![\w/-])/i.exec(address.value)?.[0];
    if (postcode !== undefined && !values.some((value) => value.key === "postcode")) {
      add({ ...address, key: "postcode", value: postcode, normalized: normalizeFact("postcode", postcode, countryCode) });
    }
  }
  for (const value of seeming.values()) if (!values.some((other) => other.key === value.key)) values.push(value);
  return values;
}
