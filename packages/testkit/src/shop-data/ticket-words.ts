import type { FakeLanguage } from "./shop.ts";
import type { FakeTicketTopic } from "./ticket.ts";
import { ticketWordsEn } from "./ticket-words.en.ts";
import { ticketWordsIt } from "./ticket-words.it.ts";
import { ticketWordsRo } from "./ticket-words.ro.ts";

/** How a message is written: with greeting and signature, in one line, in anger, or with a thumb on a phone. */
export type Register = "formal" | "short" | "angry" | "mobile";

export interface TopicWords {
  subjects: readonly string[];
  /** Each with its register. `{n}` is a mention of the order's number or nothing, and follows the word for "order". */
  bodies: readonly (readonly [Register, string])[];
  answers: readonly string[];
  notes: readonly string[];
}

export type DamageKind = "fragile" | "textile" | "other";

/** All that tickets in one language are written with. `{name}`, `{item}` and so on are filled in; see `ticket-text.ts`. */
export interface TicketWords {
  greetings: Readonly<Record<Register, readonly string[]>>;
  signatures: Readonly<Record<Register, readonly string[]>>;
  answerGreetings: readonly string[];
  answerSignatures: readonly string[];
  numberMentions: readonly string[];
  trackingSentences: readonly string[];
  damage: Readonly<Record<DamageKind, readonly string[]>>;
  thanks: readonly string[];
  followUps: readonly string[];
  topics: Readonly<Record<FakeTicketTopic, TopicWords>>;
}

export const ticketWords: Readonly<Record<FakeLanguage, TicketWords>> = { en: ticketWordsEn, it: ticketWordsIt, ro: ticketWordsRo };
