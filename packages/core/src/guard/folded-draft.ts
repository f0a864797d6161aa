import { foldLetters } from "../facts/extract/folded-letters.ts";
import { correctedWord } from "./typos.ts";

/** A draft as it is read: folded, blanks as one, common typing errors put right, and for every letter its place in the draft. */
export interface FoldedDraft {
  text: string;
  /** Position in the draft of each letter of `text`. */
  at: readonly number[];
}

/** Marks of decomposed letters, soft hyphens and letters without width: they would part words that are one. */
const unseen = /[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/;

/** Lower case, no diacritics, runs of blanks as one blank (line ends stay), words like "oridne" as they were meant. */
export function foldDraft(draft: string): FoldedDraft {
  const folded = foldLetters(draft);
  const letters: string[] = [];
  const at: number[] = [];
  for (let index = 0; index < folded.length; index++) {
    let letter = folded[index] ?? "";
    if (letter > "~" && unseen.test(letter)) continue;
    if (letter === "\r" || letter === "\v" || letter === "\f" || (letter > "~" && /\s/.test(letter))) letter = " ";
    if (letter === " " && (letters.at(-1) === " " || letters.at(-1) === "\n" || letters.length === 0)) continue;
    // "puo' ", "e' ": an accent as it is typed without accents.
    if (letter === "'" && /[aeiou]/.test(letters.at(-1) ?? "") && /^(?:[\s,.;:!?)]|$)/.test(folded.slice(index + 1, index + 2))) continue;
    if (letter === "\n" && letters.at(-1) === " ") {
      letters.pop();
      at.pop();
    }
    letters.push(letter);
    at.push(index);
  }
  return corrected(letters.join(""), at);
}

function corrected(text: string, at: readonly number[]): FoldedDraft {
  let result = "";
  const places: number[] = [];
  let done = 0;
  const keep = (to: number) => {
    result += text.slice(done, to);
    for (let index = done; index < to; index++) places.push(at[index] ?? 0);
  };
  for (const match of text.matchAll(/[a-z]{4,14}/g)) {
    const word = match[0];
    const right = correctedWord(word);
    if (right === null) continue;
    keep(match.index);
    result += right;
    for (let index = 0; index < right.length; index++) places.push(at[match.index + Math.min(index, word.length - 1)] ?? 0);
    done = match.index + word.length;
  }
  keep(text.length);
  return { text: result, at: places };
}

/** Where letters `from` to `to` (excluded) of the folded text are in the draft. */
export function placeInDraft(draft: FoldedDraft, from: number, to: number): { from: number; to: number } {
  const start = draft.at[from] ?? 0;
  const last = draft.at[Math.max(from, to - 1)] ?? start;
  return { from: start, to: last + 1 };
}
