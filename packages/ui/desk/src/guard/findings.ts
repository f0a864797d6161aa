import type { DraftAsk, DraftCheck } from "@askonce/spec";

/** Words of a draft that the guard objects to, as UTF-16 positions: `from` included, `to` excluded. */
export type Finding = AskFinding | DisclosureFinding;

export interface AskFinding {
  readonly kind: "ask";
  readonly from: number;
  readonly to: number;
  readonly ask: DraftAsk;
  /**
   * `null`: the words can be replaced. Otherwise they are also those of another question, one that stands ("your order number and a photo?"):
   * what is known goes before both, and this is how far before `from` they begin.
   */
  readonly lead: number | null;
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
  const known = asks
    .filter(({ verdict }) => verdict === "known")
    .map((ask): Finding => ({ kind: "ask", from: ask.from, to: ask.to, ask, lead: leadOf(ask, asks) }));
  const shown = disclosures.map(({ field, from, to }): Finding => ({ kind: "disclosure", from, to, field }));
  return [...known, ...shown].filter(({ from, to }) => from < to).sort((one, other) => one.from - other.from || one.to - other.to);
}

/** Questions that are all known have the same words and are answered together; with any other one, taking the words away leaves half of it. */
function leadOf(ask: DraftAsk, asks: readonly DraftAsk[]): number | null {
  const sharing = asks.filter(({ from, to }) => from < ask.to && ask.from < to);
  if (sharing.every(({ verdict, from, to }) => verdict === "known" && from === ask.from && to === ask.to)) return null;
  return ask.from - Math.min(...sharing.map(({ from }) => from));
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

/**
 * The words to replace, and by what: the mark that ends the question goes with it when the sentence brings its own. Where the words are not the
 * question's alone, the sentence goes before them, once; what is asked too much is for the agent to take out.
 */
export function replacement(text: string, finding: AskFinding): { from: number; to: number; text: string } | null {
  const { from, to, ask, lead } = finding;
  if (!ask.suggestion) return null;
  if (lead !== null) return before(text, Math.max(0, from - lead), ask.suggestion);
  // Of "- your order number", an entry of a list, the question is "order number".
  const entry = /(?:^|\n)\s*(?:[-*•]|\d+[.)])\s+((?:\p{L}+\s+){0,3})$/u.exec(text.slice(0, from));
  const rest = /^\s*[?.!]+/.exec(text.slice(to));
  const endsItself = /[.!?]$/.test(ask.suggestion);
  return {
    from: from - (entry?.[1]?.length ?? 0),
    to: to + (endsItself && rest ? rest[0].length : 0),
    text: afterComma(text.slice(0, from)) ? lowered(ask.suggestion) : ask.suggestion,
  };
}

/** Before the clause at a position: behind the comma of "Hi Ana, also …", otherwise before its sentence. */
function before(text: string, at: number, sentence: string): { from: number; to: number; text: string } | null {
  if (text.toLowerCase().includes(sentence.toLowerCase())) return null;
  const [head = ""] = /^(?:[\s\S]*(?:[.!?:…,]\s+|\n))?/.exec(text.slice(0, at)) ?? [];
  const from = head.length;
  if (!afterComma(head)) return { from, to: from, text: `${sentence} ` };
  // The sentence ends what the comma began, so that what follows begins a new one.
  return { from, to: from + 1, text: `${lowered(sentence)} ${text.charAt(from).toUpperCase()}` };
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
export function questionAt(text: string, findings: readonly Finding[], cursor: number): AskFinding | null {
  const usable = findings.filter((each): each is AskFinding => each.kind === "ask" && replacement(text, each) !== null);
  return usable.find(({ from, to }) => from <= cursor && cursor <= to) ?? usable[0] ?? null;
}
