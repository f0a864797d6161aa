import type { CompiledLexicon } from "./lexicon/compiled.ts";

/** A place in a sentence from which on things are asked for, or are not. */
export interface AskMark {
  kind: "ask" | "block" | "break";
  from: number;
  to: number;
  isConfirmation: boolean;
  /** What is asked for follows at once. */
  isNear: boolean;
  /** Where what a block takes back ends. */
  until?: number;
}

/** How far from a near ask its thing may begin. */
const nearReach = 34;
/** A verb that asks for a confirmation also without a question mark. */
const verifying = /confirm|conferm|verif|check|valid/;
/** "Even if you do not know the number": no question about it. */
const conditional = /^(?:chiar )?(?:daca|se|anche se|even if|if) /;
/** How far from any ask. */
const reach = 260;

/** Everything in a sentence that begins or ends asking, in order. Asks that are taken back are left out. */
export function findMarks(text: string, isQuestion: boolean, lexicon: CompiledLexicon): AskMark[] {
  const asks = [
    ...collect(text, lexicon.asks, "ask"),
    ...collect(text, lexicon.confirms, "ask", true).filter((mark) => isQuestion || verifying.test(text.slice(mark.from, mark.to))),
  ];
  if (isQuestion && !conditional.test(text)) asks.push(...collect(text, lexicon.questionAsks, "ask"));
  // "May we know" asks, although "we know" alone does not.
  const blocks = collect(text, lexicon.blocks, "block").filter(
    (block) => !asks.some((ask) => ask.from < block.from && block.from < ask.to),
  );
  for (const block of blocks) block.until = boundaryAfter(text, block.to, lexicon);
  const isTakenBack = (ask: AskMark) => blocks.some((block) => block.from <= ask.from && ask.from < (block.until ?? 0));
  for (const ask of collect(text, lexicon.looseAsks, "ask")) if (!isOwnAction(text, ask.from, lexicon)) asks.push(ask);
  const open = asks.filter((ask) => !isTakenBack(ask));
  for (const ask of collect(text, lexicon.nearAsks, "ask")) {
    ask.isNear = true;
    const isLed = (ask.from < 14 && !text.endsWith("!")) || open.some((other) => other.to <= ask.from && ask.from - other.to < 40);
    if ((isQuestion || isLed) && !isTakenBack(ask)) open.push(ask);
  }
  for (const ask of collect(text, lexicon.closeAsks, "ask")) {
    if (!isTakenBack(ask) && !isOwnAction(text, ask.from, lexicon)) open.push({ ...ask, isNear: true });
  }
  // "And the size?"
  if (isQuestion) for (const ask of collect(text, lexicon.openers, "ask")) if (ask.from < 14) open.push({ ...ask, isNear: true });
  if (open.length === 0) return blocks;
  const breaks = collect(text, lexicon.breakers, "break");
  return [...open, ...blocks, ...breaks].sort((one, other) => one.from - other.from || one.to - other.to);
}

function collect(text: string, words: RegExp, kind: AskMark["kind"], isConfirmation = false): AskMark[] {
  const marks: AskMark[] = [];
  words.lastIndex = 0;
  for (let match = words.exec(text); match !== null; match = words.exec(text)) {
    marks.push({ kind, from: match.index, to: match.index + match[0].length, isConfirmation, isNear: false });
    if (match[0] === "") words.lastIndex++;
  }
  return marks;
}

function boundaryAfter(text: string, from: number, lexicon: CompiledLexicon): number {
  lexicon.boundaries.lastIndex = from;
  return lexicon.boundaries.exec(text)?.index ?? text.length;
}

/** "We will check and confirm the address": somebody other than the reader does it. */
function isOwnAction(text: string, at: number, lexicon: CompiledLexicon): boolean {
  const before = text.slice(Math.max(0, at - 160), at);
  return lastOf(before, lexicon.ownSubjects) > lastOf(before, lexicon.yourSubjects);
}

function lastOf(text: string, words: RegExp): number {
  let last = -1;
  words.lastIndex = 0;
  for (let match = words.exec(text); match !== null; match = words.exec(text)) {
    last = match.index;
    if (match[0] === "") words.lastIndex++;
  }
  return last;
}

/** The ask that is in force at a place; `null` when none is. */
export function stateAt(marks: readonly AskMark[], from: number): AskMark | null {
  let state: AskMark | null = null;
  let isConfirmation = false;
  for (const mark of marks) {
    // A thing may begin within the words that ask: "which e-mail".
    if (mark.from > from) continue;
    if (mark.kind !== "ask") {
      state = null;
      isConfirmation = false;
      continue;
    }
    if (mark.isNear && from - mark.to > nearReach) continue;
    if (from - mark.to > reach) continue;
    isConfirmation ||= mark.isConfirmation;
    state = { ...mark, isConfirmation, from: state === null ? mark.from : Math.min(state.from, mark.from) };
  }
  return state;
}
