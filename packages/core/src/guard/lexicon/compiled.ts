import type { FactKey } from "@askonce/spec";
import { english } from "./en.ts";
import { italian } from "./it.ts";
import type { AskLanguage, Lexicon } from "./lexicon.ts";
import { romanian } from "./ro.ts";

/** A lexicon made ready: one expression for each group of words. */
export interface CompiledLexicon {
  language: AskLanguage;
  nouns: readonly (readonly [FactKey, RegExp])[];
  shortNouns: readonly (readonly [FactKey, RegExp])[];
  questions: readonly (readonly [FactKey, RegExp])[];
  bareNumber: RegExp;
  photo: { noun: RegExp; packaging: RegExp; label: RegExp; item: RegExp };
  asks: RegExp;
  questionAsks: RegExp;
  looseAsks: RegExp;
  nearAsks: RegExp;
  closeAsks: RegExp;
  openers: RegExp;
  confirms: RegExp;
  afterNoun: RegExp;
  blocks: RegExp;
  boundaries: RegExp;
  breakers: RegExp;
  vetoes: RegExp;
  notAsked: RegExp;
  ownSubjects: RegExp;
  yourSubjects: RegExp;
  headers: RegExp;
  fillers: RegExp;
  politeFillers: RegExp;
  pronouns: RegExp;
  carriedPronouns: RegExp;
  another: RegExp;
  /** What makes a number named later in the sentence one of another order. */
  farOther: RegExp;
  cues: Readonly<Record<keyof Lexicon["cues"], RegExp>>;
  words: ReadonlySet<string>;
}

function wordsOf(sources: readonly string[]): RegExp {
  // An empty list matches nothing.
  return new RegExp(sources.length === 0 ? "(?!)" : `(?<![a-z0-9_])(?:${sources.join("|")})(?![a-z0-9_])`, "g");
}

function byKey(sources: Readonly<Partial<Record<FactKey, readonly string[]>>>): (readonly [FactKey, RegExp])[] {
  return Object.entries(sources).map(([key, list]) => [key as FactKey, wordsOf(list ?? [])] as const);
}

function compile(lexicon: Lexicon): CompiledLexicon {
  const { cues } = lexicon;
  return {
    language: lexicon.language,
    nouns: byKey(lexicon.nouns),
    shortNouns: byKey(lexicon.shortNouns),
    questions: byKey(lexicon.questions),
    bareNumber: wordsOf(lexicon.bareNumber),
    photo: {
      noun: wordsOf(lexicon.photo.noun),
      packaging: wordsOf(lexicon.photo.packaging),
      label: wordsOf(lexicon.photo.label),
      item: wordsOf(lexicon.photo.item),
    },
    asks: wordsOf(lexicon.asks),
    questionAsks: wordsOf(lexicon.questionAsks),
    looseAsks: wordsOf(lexicon.looseAsks),
    nearAsks: wordsOf(lexicon.nearAsks),
    closeAsks: wordsOf(lexicon.closeAsks ?? []),
    openers: wordsOf(lexicon.openers),
    confirms: wordsOf(lexicon.confirms),
    afterNoun: new RegExp(`^ ?(?:${lexicon.afterNoun.join("|")})(?![a-z0-9_])`),
    blocks: wordsOf(lexicon.blocks),
    boundaries: new RegExp(`[,;()]| - |(?<![a-z0-9_])(?:${lexicon.boundaries.join("|")})(?![a-z0-9_])`, "g"),
    breakers: wordsOf(lexicon.breakers),
    vetoes: wordsOf(lexicon.vetoes),
    notAsked: new RegExp(`(?<![a-z0-9_])(?:${lexicon.notAsked.join("|")}) ?$`),
    ownSubjects: wordsOf(lexicon.ownSubjects),
    yourSubjects: wordsOf(lexicon.yourSubjects),
    headers: wordsOf(lexicon.headers),
    fillers: wordsOf([...lexicon.fillers, ...lexicon.politeFillers]),
    politeFillers: wordsOf(lexicon.politeFillers),
    pronouns: new RegExp(`^(?: [a-z']{1,12}){0,2}? ?(?:${lexicon.pronouns.join("|")})(?![a-z0-9_])`),
    carriedPronouns: wordsOf(lexicon.carriedPronouns ?? []),
    another: wordsOf(lexicon.another ?? []),
    farOther: wordsOf(lexicon.another ?? lexicon.cues.other),
    cues: {
      proof: wordsOf(cues.proof),
      risky: wordsOf(cues.risky),
      confirm: wordsOf(cues.confirm),
      other: wordsOf(cues.other),
      notOther: wordsOf(cues.notOther),
      sharper: wordsOf(cues.sharper),
      moreDetail: wordsOf(cues.moreDetail),
      which: wordsOf(cues.which),
      changed: wordsOf(cues.changed),
      unreadable: wordsOf(cues.unreadable),
      full: wordsOf(cues.full),
      moved: wordsOf(cues.moved),
      unavailable: wordsOf(cues.unavailable),
      sentBack: wordsOf(cues.sentBack ?? []),
      wish: wordsOf(cues.wish ?? []),
      misfit: wordsOf(cues.misfit ?? []),
    },
    words: new Set(lexicon.words.split(" ")),
  };
}

const lexicons: Readonly<Record<AskLanguage, CompiledLexicon>> = {
  en: compile(english),
  it: compile(italian),
  ro: compile(romanian),
};

/** The lexicon of a language, compiled once. */
export function lexiconOf(language: AskLanguage): CompiledLexicon {
  return lexicons[language];
}

/** Whether the words occur; the expressions keep their place between calls otherwise. */
export function occurs(words: RegExp, text: string): boolean {
  words.lastIndex = 0;
  return words.test(text);
}
