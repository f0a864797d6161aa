import { ownWords } from "../facts/extract/own-words.ts";
import type { OrderLexicon } from "./lexicon/lexicon.ts";
import { foldInPlace, wholeWords } from "./patterns.ts";

/** Who needs more words than that to say which order it is has quoted something. */
const longestRead = 4000;

export interface Clause {
  from: number;
  to: number;
  /** Says that what it names is well, or not meant. */
  dismissed: boolean;
}

export interface ReadMessage {
  /** The writer's own words. */
  text: string;
  /** The same, folded letter for letter. */
  folded: string;
  clauses: readonly Clause[];
}

export function readMessage(text: string, lexicon: OrderLexicon): ReadMessage {
  const own = ownWords(text.normalize("NFC")).slice(0, longestRead);
  const folded = foldInPlace(own);
  return { text: own, folded, clauses: clausesOf(folded, lexicon) };
}

/** The clause a place is in. */
export function clauseAt(message: ReadMessage, place: number): Clause | undefined {
  return message.clauses.find(({ from, to }) => place >= from && place < to);
}

/** A piece between commas with fewer letters belongs to its neighbor: "my order, 1042, came on time". */
const shortestClause = 9;

function clausesOf(folded: string, lexicon: OrderLexicon): Clause[] {
  const ends = new Set<number>([folded.length]);
  const soft = new Set<number>();
  for (const match of folded.matchAll(/[!?;\n]+|\.(?!\d)|:(?=\s)| - /g)) ends.add(match.index + match[0].length);
  for (const match of folded.matchAll(/[,()]+/g)) soft.add(match.index + match[0].length);
  for (const match of folded.matchAll(wholeWords(lexicon.contrast))) ends.add(match.index);
  const pieces: { from: number; to: number; isSoft: boolean; endsInNumber?: boolean }[] = [];
  let from = 0;
  for (const to of [...new Set([...ends, ...soft])].sort((one, other) => one - other)) {
    if (to <= from) continue;
    const last = pieces.at(-1);
    const isTiny = to - from < shortestClause && !ends.has(from);
    if (last?.isSoft && (isTiny || last.endsInNumber || last.to - last.from < shortestClause)) {
      last.endsInNumber = isTiny && /\d/.test(folded.slice(from, to));
      [last.to, last.isSoft] = [to, !ends.has(to)];
    } else pieces.push({ from, to, isSoft: !ends.has(to) });
    from = to;
  }
  const dismissal = wholeWords(lexicon.dismissal);
  const relative = new RegExp(`^\\s*(?:${lexicon.relative})(?![a-z0-9])`);
  const clauses = pieces.map((piece) => {
    dismissal.lastIndex = 0;
    return { from: piece.from, to: piece.to, dismissed: dismissal.test(folded.slice(piece.from, piece.to)) };
  });
  // "Order 3001, which was fine": the number stands in the clause before.
  for (const [index, clause] of clauses.entries()) {
    const before = clauses[index - 1];
    if (before && clause.dismissed && relative.test(folded.slice(clause.from, clause.to))) before.dismissed = true;
  }
  return clauses;
}
