import type { FactKey } from "@askonce/spec";

export type LexiconLanguage = "en" | "it" | "ro";

/** How a language names things that are sold, so that the words around a noun can be taken with it. */
export interface ItemWords {
  /** Nouns of what shops sell; tested on one word. */
  noun: RegExp;
  /** Nouns that are a thing on sale only with another word beside them ("phone stand"), because they mean something else as often. */
  weak: RegExp;
  /** Words of time and of people, which a preposition joins to a noun as well and which are not of its name. */
  time: RegExp;
  /** A color inside of a name. */
  color: RegExp;
  /** At the end of what stands before a name: how many of it there are, from two; the first group is the number. */
  count: RegExp;
  /** In a question: it is about a thing that the customer has or ordered. */
  owned: RegExp;
  /** After a name: it came in place of what was ordered. */
  replaced: RegExp;
  /** Colors, materials and other words that belong to a noun beside them; tested on one word. */
  modifier: RegExp;
  /** Words that end a name: articles, pronouns, verbs, adverbs, damages. */
  stop: RegExp;
  /** Nouns that stand for the thing without saying what it is ("parcel", "item"). */
  generic: RegExp;
  /** Prepositions inside of a name ("tazza di ceramica"); the word after it belongs to it unless it is a stop word. */
  joiner: RegExp;
  /** What surely has an item behind or before it; the group `v` is where the item's words are. */
  frames: readonly RegExp[];
  /** Modifiers stand before the noun, or after it. */
  order: "before" | "after";
}

export interface DateWords {
  /** A day, a date or a span as people say it; without groups. */
  date: string;
  /** Before a date: from then on. */
  since: RegExp;
  /** "for three days", "da tre giorni": the span with its preposition is the value. */
  span: RegExp;
  /** In the same clause: the date is when something was or should be delivered. */
  delivered: RegExp;
  /** In the same clause: the date is when something happened to it. */
  happened: RegExp;
  /** In the same clause: the date is the order's own or somebody's plan, and no fact. */
  other: RegExp;
}

/** How a language says that something went wrong. */
export interface ComplaintWords {
  /** The group `v` is the complaint, or the whole match; with a group `open` the words after it belong to it. */
  patterns: readonly RegExp[];
  /** Verbs between a subject and what is wrong with it; tested on one word. */
  linking: RegExp;
  article: RegExp;
  /** Whether the article of a subject is kept. */
  keepsArticle: boolean;
  /** Words that are no subject: pronouns, conjunctions, verbs. */
  notSubject: RegExp;
  /** Subjects that are the matter itself ("parcel", "order") and are left out. */
  whole: RegExp;
  /** What the writer did not do ("i never refused it"): up to a negation and its verb, with the words before it. */
  ownAction: RegExp;
  /** What the writer could not do or did not get, which is a complaint nevertheless. */
  ownTrouble: RegExp;
  /** Words before which an open complaint ends. */
  ends: RegExp;
  /** In a sentence: nothing in it is a complaint. */
  harmless: RegExp;
}

/** What one language needs for being read. Patterns are for folded text: lower case, no marks on letters. */
export interface Lexicon {
  language: LexiconLanguage;
  /** Words that no other of the languages has, or hardly. */
  telling: RegExp;
  /** Right before a phrase: it is not so. */
  negation: RegExp;
  /** In a sentence: it asks about what is sold, or supposes; nothing in it is a fact about an order. */
  supposing: RegExp;
  items: ItemWords;
  dates: DateWords;
  complaints: ComplaintWords;
  /** What a form or a list calls a key ("Order no.: 1042"); tested on the words before the colon. */
  fields: Partial<Record<FactKey, RegExp>>;
  /** By key; the group `v` is the value, or the whole match. The first that finds something at a place has it. */
  phrases: Partial<Record<FactKey, readonly RegExp[]>>;
}

/**
 * A pattern in which a blank stands for up to three of them, so that line breaks inside of a phrase do no harm, and " ?" for none to three.
 * Blanks in character classes stay as they are.
 */
export function phrase(source: string): RegExp {
  const blanks = (found: string) => (found === " " ? "\\s{1,3}" : found === " ?" ? "\\s{0,3}" : found);
  return new RegExp(source.replace(/\[[^\]]*\]| \?| /g, blanks), "dg");
}

/** Any of these whole words. */
export function words(list: string): RegExp {
  return new RegExp(`^(?:${list.trim().replace(/\s+/g, "|")})$`);
}
