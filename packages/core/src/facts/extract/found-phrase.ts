import type { FactKey } from "@askonce/spec";

/** Where a fact's words stand in a message. */
export interface FoundPhrase {
  key: FactKey;
  from: number;
  to: number;
}

/** Where the named group `v` of a match stands, or all of it. The pattern needs the flag `d`. */
export function placeOf(match: RegExpExecArray): { from: number; to: number } {
  const place = match.indices?.groups?.v ?? match.indices?.[0] ?? [match.index, match.index + match[0].length];
  return { from: place[0], to: place[1] };
}

export function overlaps(one: { from: number; to: number }, other: { from: number; to: number }): boolean {
  return one.from < other.to && other.from < one.to;
}

/** The place without blanks and punctuation at its ends. */
export function trimPlace(text: string, place: { from: number; to: number }): { from: number; to: number } {
  let { from, to } = place;
  while (from < to && /[\s.,;:!?'"()\-*_]/.test(text[from] ?? "")) from++;
  while (to > from && /[\s.,;:!?'"()\-*_]/.test(text[to - 1] ?? "")) to--;
  return { from, to };
}
