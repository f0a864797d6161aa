import { type SupportedLanguage, supportedLanguages } from "@askonce/spec";
import { editDistance } from "./edit-distance.ts";
import { orderLexicons, productWords } from "./lexicon/lexicons.ts";
import type { MatchableOrder } from "./match-order.ts";
import { foldInPlace } from "./patterns.ts";
import { clauseAt, type ReadMessage } from "./read-message.ts";

interface Word {
  text: string;
  stem: string;
  kinds: ReadonlySet<string>;
  /** How much it says about which thing is meant, 0 to 1. */
  weight: number;
  from: number;
  to: number;
  /** Two or three words written as one. */
  isJoined: boolean;
}

export interface ItemMention {
  from: number;
  to: number;
  dismissed: boolean;
  /** How well the word fits each order, 0 to 1; 0 where no item has it. */
  fits: readonly number[];
  /** How much of a hint it is, 0 to 1: words in every order say nothing. */
  weight: number;
}

export interface ItemMatch {
  mentions: readonly ItemMention[];
  /** A thing is named that none of the orders has. */
  namesOtherThing: boolean;
}

/** Words of a message that are compared; two or three as one count with their first. */
const mostWords = 300;
/** Of all orders together; those of the latest orders first. */
const mostItemWords = 1000;

/** Which words of a message are in which orders' items, bent, misspelled, in other words. */
export function matchItems(message: ReadMessage, orders: readonly MatchableOrder[], language: SupportedLanguage): ItemMatch {
  const { words: itemWords, places } = distinctWords(orders, language);
  const mentions: ItemMention[] = [];
  const seen = new Set<string>();
  let namesOtherThing = false;
  for (const word of wordsOf(message.text, language, new Set(itemWords.map(({ text }) => text)))) {
    const dismissed = clauseAt(message, word.from)?.dismissed ?? false;
    const key = `${word.stem} ${dismissed}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const ofWords = itemWords.map((candidate) => ({ fit: fitOf(word, candidate), weight: Math.min(word.weight, candidate.weight) }));
    const fitting = places.map((own) => bestOf(ofWords, own));
    const fits = fitting.map(({ fit }) => fit);
    const count = fits.filter((fit) => fit > 0).length;
    if (count === 0) {
      if (!dismissed && word.weight === 1 && [...word.kinds].some((kind) => !kind.startsWith("color:"))) namesOtherThing = true;
      continue;
    }
    const isEverywhere = orders.length > 1 && count === orders.length;
    const weight = Math.max(...fitting.map((one) => one.weight));
    mentions.push({ from: word.from, to: word.to, dismissed, fits, weight: isEverywhere ? 0 : count > 1 ? weight * 0.75 : weight });
  }
  // "Desk lamp" names a desk only where there is none.
  return { mentions, namesOtherThing: namesOtherThing && mentions.length === 0 };
}

interface Fit {
  fit: number;
  weight: number;
}

function bestOf(fits: readonly Fit[], places: readonly number[]): Fit {
  let best: Fit = { fit: 0, weight: 0 };
  for (const place of places) {
    const one = fits[place];
    if (one && one.fit * one.weight > best.fit * best.weight) best = one;
  }
  return best;
}

/** The words of all orders' items, each once, and the places of each order's own among them. */
function distinctWords(orders: readonly MatchableOrder[], language: SupportedLanguage): { words: Word[]; places: number[][] } {
  const words: Word[] = [];
  const placeOf = new Map<string, number>();
  const places = orders.map((order) =>
    order.items.slice(0, 60).flatMap((item) =>
      wordsOf(item.slice(0, 200), language, null).flatMap((word) => {
        const key = `${word.text} ${word.isJoined}`;
        const known = placeOf.get(key);
        if (known !== undefined || words.length >= mostItemWords) return known ?? [];
        placeOf.set(key, words.length);
        words.push(word);
        return words.length - 1;
      }),
    ),
  );
  return { words, places };
}

function fitOf(word: Word, candidate: Word): number {
  if (word.text === candidate.text) return 1;
  if (word.stem === candidate.stem && word.stem.length >= 3) return 1;
  for (const kind of word.kinds) if (candidate.kinds.has(kind)) return 0.85;
  if (word.isJoined || candidate.isJoined) return 0;
  const shorter = Math.min(word.text.length, candidate.text.length);
  if (shorter < 5 || word.text[0] !== candidate.text[0]) return 0;
  // A known word is no misspelling of another known word.
  if (word.kinds.size > 0 && candidate.kinds.size > 0) return 0;
  const most = shorter >= 8 ? 2 : 1;
  if (editDistance(word.text, candidate.text, most) <= most) return shorter === 5 ? 0.45 : 0.8;
  const longer = Math.max(word.text.length, candidate.text.length);
  let common = 0;
  while (common < shorter && word.text[common] === candidate.text[common]) common += 1;
  return common >= 5 && common / longer >= 0.7 ? 0.75 : 0;
}

/** @param itemWords what two words of a message may be together; `null` for the words of an item, which may be anything */
function wordsOf(text: string, language: SupportedLanguage, itemWords: ReadonlySet<string> | null): Word[] {
  const table = tables[language];
  const words: Word[] = [];
  const kept: { text: string; from: number; to: number }[] = [];
  for (const match of foldInPlace(text).matchAll(/[a-z0-9]+(?:'[a-z]+)?/g)) {
    const elided = /^(?:l|d|un|dell|all|nell|sull|dall|quell|quest)'(.+)$/.exec(match[0]);
    const whole = elided?.[1] ?? match[0].replace(/'s$/, "");
    const from = match.index + match[0].indexOf(whole);
    if (whole.length < 2 || /^\d{1,2}$/.test(whole) || table.ignored.has(whole)) continue;
    if (itemWords && /^\d+$/.test(whole)) continue;
    if (kept.length >= mostWords) break;
    kept.push({ text: whole, from, to: from + whole.length });
  }
  for (const [index, one] of kept.entries()) {
    words.push(makeWord(one.text, one.from, one.to, language, false));
    for (const length of [2, 3]) {
      const parts = kept.slice(index, index + length);
      const last = parts.at(-1);
      if (parts.length < length || !last || last.to - one.from > 40) continue;
      const joined = parts.map((part) => part.text).join("");
      if (!itemWords || itemWords.has(joined) || kindsOf(joined, language).size > 0)
        words.push(makeWord(joined, one.from, last.to, language, true));
    }
  }
  return words;
}

function makeWord(text: string, from: number, to: number, language: SupportedLanguage, isJoined: boolean): Word {
  const kinds = kindsOf(text, language);
  const isColor = kinds.size > 0 && [...kinds].every((kind) => kind.startsWith("color:"));
  const isWeak = tables[language].weak.has(text) || /^\d/.test(text);
  const weight = isWeak ? 0.3 : isColor ? 0.5 : isJoined && kinds.size === 0 ? 0.9 : 1;
  return { text, stem: stemOf(text, language), kinds, weight, from, to, isJoined };
}

function stemOf(text: string, language: SupportedLanguage): string {
  const ending = orderLexicons[language].endings.find((one) => text.endsWith(one) && text.length - one.length >= 3);
  return ending === undefined ? text : text.slice(0, -ending.length);
}

/** Of its own language first; items are often named in another. */
function kindsOf(text: string, language: SupportedLanguage): ReadonlySet<string> {
  const own = tables[language].kinds.get(text) ?? tables[language].kindsByStem.get(stemOf(text, language));
  if (own) return own;
  for (const other of supportedLanguages) {
    const kinds = tables[other].kinds.get(text);
    if (kinds && text.length >= 4) return kinds;
  }
  return nothing;
}

const nothing: ReadonlySet<string> = new Set();

interface Table {
  ignored: ReadonlySet<string>;
  weak: ReadonlySet<string>;
  kinds: ReadonlyMap<string, ReadonlySet<string>>;
  kindsByStem: ReadonlyMap<string, ReadonlySet<string>>;
}

function tableOf(language: SupportedLanguage): Table {
  const kinds = new Map<string, Set<string>>();
  const kindsByStem = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, key: string, kind: string) => {
    const known = map.get(key) ?? new Set();
    map.set(key, known.add(kind));
  };
  for (const [kind, words] of Object.entries(productWords[language])) {
    for (const word of words.split(" ")) {
      add(kinds, word, kind);
      const stem = stemOf(word, language);
      if (stem.length >= 4) add(kindsByStem, stem, kind);
    }
  }
  const { ignoredWords, weakWords } = orderLexicons[language];
  return { ignored: new Set(ignoredWords.split(" ")), weak: new Set(weakWords.split(" ")), kinds, kindsByStem };
}

const tables: Readonly<Record<SupportedLanguage, Table>> = { en: tableOf("en"), it: tableOf("it"), ro: tableOf("ro") };
