/** What somebody writes for, as far as it says in which state the order has to be. */
export const intents = [
  "refundMissing",
  "markedDelivered",
  "whyCancelled",
  "payment",
  "beforeShipping",
  "atArrival",
  "sendBack",
  "stoppedWorking",
  "notArrived",
] as const;
export type Intent = (typeof intents)[number];

/** How a phrase of time is resolved. Placeholders of its pattern: `{n}`, `{unit}`, `{weekday}`, `{month}`, `{day}`, `{year}`. */
export type TimeRuleKind =
  | "justNow"
  | "today"
  | "yesterday"
  | "dayBeforeYesterday"
  | "ago"
  | "lastWeek"
  | "thisWeek"
  | "lastWeekend"
  | "lastMonth"
  | "thisMonth"
  | "lastYear"
  | "lastWeekday"
  | "weekdayOfLastWeek"
  | "weekday"
  | "dayAndMonth"
  | "month"
  | "year"
  | "dayOfMonth";

export interface TimeWords {
  /** Monday first, each the alternatives of a pattern. */
  weekdays: readonly string[];
  /** January first. */
  months: readonly string[];
  units: Readonly<Record<"day" | "week" | "month" | "year", string>>;
  numbers: Readonly<Record<string, number>>;
  /** Tried in this order; what one has read no later one reads. */
  rules: readonly (readonly [TimeRuleKind, string])[];
  /** Words beside a time that say what happened then. */
  cues: Readonly<Record<"placed" | "delivered" | "other", string>>;
}

/**
 * What the matcher knows of one language. Every pattern is the source of a regular expression over folded text (lower case, no diacritics,
 * straight apostrophes), without the word boundaries, which are added.
 */
export interface OrderLexicon {
  /** The zone most writers of the language live in, for when nobody says which. */
  usualZone: string;
  /** Endings of inflection, longest first. */
  endings: readonly string[];
  /** Words that are never an item's: of grammar, of service, of courtesy. Separated by blanks. */
  ignoredWords: string;
  /** Words that may be an item's, and mostly mean something else in a letter to a shop. */
  weakWords: string;
  intents: Readonly<Record<Intent, readonly string[]>>;
  /** Something is to be bought, or asked about before buying. */
  newPurchase: readonly string[];
  /** Shows that something was bought already, and takes the doubt of {@link newPurchase} away. */
  bought: readonly string[];
  /** Somebody wants something done or known. */
  request: readonly string[];
  /** The words for an order or a parcel, in any form. */
  orderMention: readonly string[];
  /** Several orders at once, so no single one. */
  severalOrders: readonly string[];
  /** One order made twice, where not even its number says which. */
  duplicates: readonly string[];
  /** About the shop, an account, a rule or an answer that does not come, so not surely about an order. */
  besideOrders: readonly string[];
  /** Somebody else's order, another shop's, or none at all. */
  notTheirs: readonly string[];
  position: Readonly<Record<"latest" | "first" | "second" | "previous", readonly string[]>>;
  /** Right before a number: it is not that one, but another told by it. */
  apartFrom: string;
  /** Begins a clause about what stands right before it. */
  relative: string;
  /** A word of an address, with a house number after it. */
  street: string;
  /** Shortly before a number: it is money, a code, a phone, and no order. */
  otherNumbers: string;
  /** Words after which a number of one or two digits is an order's all the same. */
  shortNumberAfter: string;
  /** A clause that says that all is well with what it names, or that it is not about that. */
  dismissal: readonly string[];
  /** Where a clause ends though no comma does. */
  contrast: readonly string[];
  /** "ending in 4471"; the digits follow. */
  endingIn: readonly string[];
  time: TimeWords;
}
