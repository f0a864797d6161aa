import type { FactKey } from "@askonce/spec";

/** Languages whose asks are recognized. */
export const askLanguages = ["en", "it", "ro"] as const;
export type AskLanguage = (typeof askLanguages)[number];

/**
 * What the guard knows of a language, as sources of regular expressions over folded text (lower case, no diacritics, single blanks). Each
 * is matched as whole words. Repetitions are bounded everywhere, so that no draft can make them slow.
 */
export interface Lexicon {
  language: AskLanguage;
  /** How a thing is called so that it can only be the thing asked for. */
  nouns: Readonly<Partial<Record<FactKey, readonly string[]>>>;
  /** How it is called in lists, forms and fragments; elsewhere the words mean too many other things. */
  shortNouns: Readonly<Partial<Record<FactKey, readonly string[]>>>;
  /** Questions that ask for a key without naming it. */
  questions: Readonly<Partial<Record<FactKey, readonly string[]>>>;
  /** "The number", of whatever the draft is about. */
  bareNumber: readonly string[];
  photo: {
    noun: readonly string[];
    packaging: readonly string[];
    label: readonly string[];
    item: readonly string[];
  };
  /** Words after which a thing is asked for, wherever they stand. */
  asks: readonly string[];
  /** The same, but only in questions: what also states in these languages ("you have the number"). */
  questionAsks: readonly string[];
  /** The same, but only when the subject before them is not we or somebody else ("we will check and confirm …"). */
  looseAsks: readonly string[];
  /** The same, and the thing follows at once ("what is your …"); only in questions or after another ask. */
  nearAsks: readonly string[];
  /** The same with any verb: "could you spell your surname"; the thing is its object and follows at once. */
  closeAsks?: readonly string[];
  /** Words at the beginning of a question that go on asking: "and the …?". */
  openers: readonly string[];
  /** The same, and a value may follow: "can you confirm that your e-mail is …". */
  confirms: readonly string[];
  /** Words right after a thing that ask for it: "… is missing". */
  afterNoun: readonly string[];
  /** What takes an ask back, up to the next comma or `boundaries`. */
  blocks: readonly string[];
  /** Words that end what `blocks` began. */
  boundaries: readonly string[];
  /** Words that end what an ask is about: "so that we can …". */
  breakers: readonly string[];
  /** A sentence with these asks the customer for nothing: "write the number on the parcel". */
  vetoes: readonly string[];
  /** Words right before a thing that make it somebody else's or a mere means: "our", "by". */
  notAsked: readonly string[];
  /** A subject that is not the customer, for `looseAsks`. */
  ownSubjects: readonly string[];
  /** A subject that is the customer. */
  yourSubjects: readonly string[];
  /** Lines that announce what is asked for: "details needed:". */
  headers: readonly string[];
  /** Words of fragments that carry nothing: "and the … please". */
  fillers: readonly string[];
  /** Fillers that make a fragment an ask without a question mark. */
  politeFillers: readonly string[];
  /** Pronouns that stand for a thing named before: "please send it". */
  pronouns: readonly string[];
  /** The same for what the sentence before named: "… is not in the chat. Can you type it in?"; with the words that ask before them. */
  carriedPronouns?: readonly string[];
  /** What the customer writes of an order or parcel besides the known one: "my other order". */
  another?: readonly string[];
  cues: {
    proof: readonly string[];
    risky: readonly string[];
    confirm: readonly string[];
    other: readonly string[];
    notOther: readonly string[];
    sharper: readonly string[];
    moreDetail: readonly string[];
    which: readonly string[];
    changed: readonly string[];
    /** A file that came cannot be opened or made out. */
    unreadable: readonly string[];
    full: readonly string[];
    /** What the customer writes when what we know of them has changed: "I moved". */
    moved: readonly string[];
    /** What was wanted or chosen cannot be had, so that something else has to be chosen. */
    unavailable: readonly string[];
    /** The parcel that the customer sends back, which has a number and a courier of its own. */
    sentBack?: readonly string[];
    /** It asks for what is wanted rather than for what was ordered: "which size would you like". */
    wish?: readonly string[];
    /** What was ordered is not what is wanted: "too small". */
    misfit?: readonly string[];
  };
  /** Frequent words by which the language is recognized. */
  words: string;
}
