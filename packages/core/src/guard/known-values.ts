import type { FactKey, FactSource, Instant } from "@askonce/spec";
import { extractFacts } from "../facts/extract/extract-facts.ts";
import type { ExtractedFact } from "../facts/extract/extracted-fact.ts";
import { normalizeFact } from "../facts/normalize-fact.ts";
import { draftLanguage } from "./draft-language.ts";

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
  facts?: readonly ExtractedFact[] | null;
}

/** What the words of a message say. */
export function readMessageFacts(text: string, language: string | null, countryCode: string | undefined): ExtractedFact[] {
  return extractFacts(text, { language: draftLanguage(text, language), countryCode });
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
}

/** Most messages read, newest first: older ones have become facts long ago. */
const mostMessages = 30;

/** Everything known, facts first; what only the customer's messages say comes after them. */
export function knownValues(
  facts: readonly KnownFact[],
  history: readonly HistoryMessage[],
  language: string | null,
  countryCode: string | undefined,
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
  for (const message of history.filter((candidate) => candidate.direction === "inbound").slice(-mostMessages)) {
    for (const fact of message.facts ?? readMessageFacts(message.text, language, countryCode)) {
      add({
        key: fact.key,
        value: fact.value.slice(0, 2000),
        normalized: fact.normalized,
        factId: null,
        source: message.id ? { kind: "message", ref: message.id, excerpt: fact.excerpt.slice(0, 200) } : null,
        at: message.at ?? null,
        freshUntil: null,
      });
    }
  }
  for (const address of values.filter((value) => value.key === "shippingAddress")) {
    const postcode = /(?<![\w./-])(?:\d{5,6}|[a-z]{1,2}\d[a-z\d]? \d[a-z]{2})(?![\w/-])/i.exec(address.value)?.[0];
    if (postcode !== undefined && !values.some((value) => value.key === "postcode")) {
      add({ ...address, key: "postcode", value: postcode, normalized: normalizeFact("postcode", postcode, countryCode) });
    }
  }
  return values;
}
