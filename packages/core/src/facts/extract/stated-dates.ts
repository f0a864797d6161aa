import { type FoundPhrase, overlaps, trimPlace } from "./found-phrase.ts";
import { type DateWords, type Lexicon, phrase } from "./lexicon/lexicon.ts";
import { type MessageText, sentenceAround } from "./message-text.ts";

const mostDates = 20;
const compiled = new Map<DateWords, RegExp>();

/** Since when something is so, and when something was or should be delivered. */
export function findStatedDates(message: MessageText, lexicon: Lexicon): FoundPhrase[] {
  const { dates } = lexicon;
  const { folded } = message;
  const found: FoundPhrase[] = [];
  for (const match of matches(folded, dates.span)) {
    const place = trimPlace(folded, { from: match.index, to: match.index + match[0].length });
    if (isSupposed(message, lexicon, place)) continue;
    found.push({ key: "since", ...place });
  }
  for (const match of matches(folded, dayPattern(dates))) {
    const place = { from: match.index, to: match.index + match[0].length };
    if (found.some((other) => overlaps(place, other)) || isSupposed(message, lexicon, place)) continue;
    const since = dates.since.exec(folded.slice(Math.max(0, place.from - 30), place.from));
    const key = since && !isOrigin(folded, place.from, dates) ? "since" : keyByClause(folded, place, dates);
    if (key === "since" && since) found.push({ key, ...trimPlace(folded, { from: place.from - since[0].length, to: place.to }) });
    else if (key && !(key === "deliveryDate" && isGiving(folded, place))) found.push({ key, ...trimPlace(folded, place) });
  }
  return found;
}

function matches(folded: string, pattern: RegExp): RegExpExecArray[] {
  const all = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(folded); match && all.length < mostDates; match = pattern.exec(folded)) all.push(match);
  return all;
}

function dayPattern(dates: DateWords): RegExp {
  const known = compiled.get(dates);
  if (known) return known;
  const pattern = phrase(`\\b${dates.date}(?![a-z0-9])`);
  compiled.set(dates, pattern);
  return pattern;
}

/** "the order from Monday", "comanda din 3/11": a date of the order and not since when. */
function isOrigin(folded: string, from: number, dates: DateWords): boolean {
  const before = folded.slice(Math.max(0, from - 45), from);
  const clause = before.slice(Math.max(...[...".!?;,\n"].map((mark) => before.lastIndexOf(mark))) + 1);
  return dates.other.test(clause) && !dates.happened.test(clause);
}

/** "you promised it two weeks ago": when the promise was given, and not what was promised. */
function isGiving(folded: string, place: { from: number; to: number }): boolean {
  if (!/\bago$|\bfa$|^acum\b/.test(folded.slice(place.from, place.to))) return false;
  return /\b(?:promis|promess|said|told|dett|spus|zis)[a-z-]*\b[^.!?\n]{0,20}$/.test(
    folded.slice(Math.max(0, place.from - 40), place.from),
  );
}

/** What is spoken of in the date's own clause; when it says nothing, in the rest of its sentence. */
function keyByClause(folded: string, place: { from: number; to: number }, dates: DateWords): "since" | "deliveryDate" | null {
  const sentence = sentenceAround(folded, place.from, place.to);
  const before = folded.slice(sentence.from, place.from);
  const after = folded.slice(place.to, sentence.to);
  const near = [lastClause(before), firstClause(after)];
  for (const text of near) {
    const key = nearestCue(text, text === near[0], dates);
    if (key !== undefined) return key;
  }
  return null;
}

function lastClause(text: string): string {
  return text.slice(Math.max(text.lastIndexOf(","), text.lastIndexOf(" - "), text.lastIndexOf(":")) + 1).slice(-80);
}

function firstClause(text: string): string {
  return (text.split(/,| - |:/)[0] ?? "").slice(0, 60);
}

function nearestCue(text: string, isBefore: boolean, dates: DateWords): "since" | "deliveryDate" | null | undefined {
  const cues = [
    { key: "deliveryDate" as const, at: position(text, dates.delivered, isBefore) },
    { key: "since" as const, at: position(text, dates.happened, isBefore) },
    { key: null, at: position(text, dates.other, isBefore) },
  ].filter(({ at }) => at >= 0);
  cues.sort((one, other) => (isBefore ? other.at - one.at : one.at - other.at));
  return cues[0]?.key;
}

/** Where the last (before the date) or the first (after it) of the words stands. */
function position(text: string, words: RegExp, isBefore: boolean): number {
  const all = [...text.matchAll(new RegExp(words.source, "g"))];
  return (isBefore ? all.at(-1) : all[0])?.index ?? -1;
}

/** In a question that asks when something comes, a date is a guess; in one that says what was promised it is a fact. */
const promised =
  /\b(?:supposed|should have|was due|promised|was meant|doveva|dovevano|avrebbe dovuto|promess[oa]|trebuia|promis[ae]?|since|da quando|de cand|arrived|arrivat[oaie]|ajuns)\b/;

function isSupposed(message: MessageText, lexicon: Lexicon, place: { from: number; to: number }): boolean {
  const around = sentenceAround(message.folded, place.from, place.to);
  const sentence = message.folded.slice(around.from, around.to);
  return lexicon.supposing.test(sentence) || (sentence.trimEnd().endsWith("?") && !promised.test(sentence));
}
