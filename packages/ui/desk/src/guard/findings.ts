import type { DraftAsk, DraftCheck } from "@askonce/spec";

/** Words of a draft that the guard objects to, as UTF-16 positions: `from` included, `to` excluded. */
export type Finding = AskFinding | DisclosureFinding;

export interface AskFinding {
  readonly kind: "ask";
  readonly from: number;
  readonly to: number;
  readonly ask: DraftAsk;
}

interface DisclosureFinding {
  readonly kind: "disclosure";
  readonly from: number;
  readonly to: number;
  readonly field: string;
}

/**
 * What an agent should be shown of a check, in the order of the words: questions whose answer is known, and what is not to be shown. Questions
 * that are right although something is known are not in it, and nothing is while the guard only observes.
 */
export function findingsOf({ mode, asks, disclosures }: DraftCheck): Finding[] {
  if (mode === "observe") return [];
  const known = asks.filter(({ verdict }) => verdict === "known").map((ask): Finding => ({ kind: "ask", from: ask.from, to: ask.to, ask }));
  const shown = disclosures.map(({ field, from, to }): Finding => ({ kind: "disclosure", from, to, field }));
  return [...known, ...shown].filter(({ from, to }) => from < to).sort((one, other) => one.from - other.from || one.to - other.to);
}

/**
 * Where the findings of a text are after it was edited, until it is checked again. Those in the part that changed are gone, so that no words
 * are underlined for what stood there before.
 */
export function moveFindings(findings: readonly Finding[], before: string, after: string): readonly Finding[] {
  if (before === after) return findings;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const shift = after.length - before.length;
  return findings.flatMap((finding) => {
    if (finding.to <= start) return [finding];
    if (finding.from >= before.length - end) return [{ ...finding, from: finding.from + shift, to: finding.to + shift }];
    return [];
  });
}

/** A text in pieces, each with the kind of what was found in it. Where two findings overlap, the first one has the words. */
export function markedParts(text: string, findings: readonly Finding[]): { at: number; text: string; mark: Finding["kind"] | null }[] {
  const parts: { at: number; text: string; mark: Finding["kind"] | null }[] = [];
  let at = 0;
  for (const { kind, from, to } of findings) {
    const [start, end] = [Math.max(at, from), Math.min(to, text.length)];
    if (start >= end) continue;
    if (start > at) parts.push({ at, text: text.slice(at, start), mark: null });
    parts.push({ at: start, text: text.slice(start, end), mark: kind });
    at = end;
  }
  if (at < text.length) parts.push({ at, text: text.slice(at), mark: null });
  return parts;
}

/** The words to replace, and by what: the mark that ends the question goes with it when the sentence brings its own. */
export function replacement(text: string, { from, to, ask }: AskFinding): { from: number; to: number; text: string } | null {
  if (!ask.suggestion) return null;
  const rest = /^\s*[?.!]+/.exec(text.slice(to));
  const endsItself = /[.!?]$/.test(ask.suggestion);
  return {
    from,
    to: to + (endsItself && rest ? rest[0].length : 0),
    text: afterComma(text.slice(0, from)) ? lowered(ask.suggestion) : ask.suggestion,
  };
}

/** "Hi Ana, …" goes on in the same sentence. */
function afterComma(before: string): boolean {
  return /,\s*$/.test(before);
}

/** Lower case at the beginning, but for the English "I". */
function lowered(sentence: string): string {
  return /^I\b/.test(sentence) ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** The question that the cursor is in, otherwise the first one that a sentence exists for. */
export function questionAt(findings: readonly Finding[], cursor: number): AskFinding | null {
  const usable = findings.filter((each): each is AskFinding => each.kind === "ask" && each.ask.suggestion !== null);
  return usable.find(({ from, to }) => from <= cursor && cursor <= to) ?? usable[0] ?? null;
}
