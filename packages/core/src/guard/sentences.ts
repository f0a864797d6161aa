/** A stretch of a folded draft that is read by itself. */
export interface Sentence {
  /** Positions in the folded draft. */
  from: number;
  to: number;
  text: string;
  isQuestion: boolean;
  /** An entry of a list ("- order number", "2. photo") or a field of a form ("Order no.:"). */
  isEntry: boolean;
  /** Ends with a colon: what follows belongs to it. */
  isHeader: boolean;
  /** An empty line stands before it. */
  startsParagraph: boolean;
}

/** Longest stretch read as one; what is longer is no sentence, and reading it piecewise keeps the time linear. */
const longest = 700;
const bullet = /^(?:[-*+•·▪◦–—✓☐□>→]+|\(?\d{1,2}[.)]|\(?[a-h]\)) ?/;
/** Words before a dot that does not end a sentence. */
const abbreviation =
  /(?:^|[^a-z])(?:no|nr|nmr|num|n|dvs|dvs|dumneav|dl|dna|sig|sigra|sig\.ra|gent|gentma|spett|egr|es|ex|tel|cell|str|art|cod|com|cmd|resp|e\.g|i\.e|inc|ltd|mr|mrs|ms|dr|approx|ref|ord|c\.a|p\.s|c|a|s|p|jud|loc|bl|sc|et|ap|d|vs|ca|pt|conf)$/;
const enumerator = /(?:^|[\s:;,])\(?(\d)$/;

/** The draft in sentences, entries of lists and fields of forms. Lines that a mail program broke are read as one. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let isNewParagraph = true;
  const lines = linesOf(text);
  let open: { from: number; isEntry: boolean } | null = null;
  const close = (to: number) => {
    if (open !== null) splitLine(text, open.from, to, open.isEntry, isNewParagraph, sentences);
    open = null;
    isNewParagraph = false;
  };
  for (const [index, line] of lines.entries()) {
    const words = text.slice(line.from, line.to).trim();
    if (words === "") {
      close(start);
      isNewParagraph = true;
      continue;
    }
    const mark = bullet.exec(words);
    const before = lines[index - 1];
    const continues: boolean =
      open !== null && mark === null && before !== undefined && isBroken(text.slice(before.from, before.to), words);
    if (!continues) {
      close(start);
      open = { from: line.from + (mark?.[0].length ?? 0), isEntry: mark !== null };
    }
    start = line.to;
  }
  close(start);
  return sentences;
}

function linesOf(text: string): { from: number; to: number }[] {
  const lines: { from: number; to: number }[] = [];
  let from = 0;
  for (let to = text.indexOf("\n"); to >= 0; to = text.indexOf("\n", from)) {
    lines.push({ from, to });
    from = to + 1;
  }
  lines.push({ from, to: text.length });
  return lines;
}

/** Whether a line goes on in the next: it is long or ends with a comma, and the next is no field. */
function isBroken(line: string, next: string): boolean {
  const trimmed = line.trimEnd();
  if (/[.?!:;]$/.test(trimmed) || /^[^:]{2,40}:(?:\s|$)/.test(next)) return false;
  return trimmed.length > 55 || (trimmed.endsWith(",") && trimmed.length > 25);
}

function splitLine(text: string, from: number, to: number, isEntry: boolean, isNewParagraph: boolean, into: Sentence[]): void {
  let start = from;
  let isFirst = true;
  let entries = 0;
  const push = (end: number) => {
    const raw = text.slice(start, end).replaceAll("\n", " ");
    const lead = raw.length - raw.trimStart().length;
    const words = raw.trim();
    if (words !== "") {
      into.push({
        from: start + lead,
        to: start + lead + words.length,
        text: words,
        isQuestion: /\?[\s"')\]!.?]*$/.test(words),
        isEntry: isEntry && isFirst,
        isHeader: words.endsWith(":"),
        startsParagraph: isNewParagraph && isFirst,
      });
      isFirst = false;
    }
    start = end;
  };
  for (let index = from; index < to; index++) {
    if (index - start >= longest && text[index] === " ") push(index);
    else if (index - start >= longest * 2) push(index);
    const letter = text[index];
    if (letter !== "." && letter !== "?" && letter !== "!" && letter !== ";" && letter !== "…") continue;
    const next = text[index + 1];
    if (next !== undefined && next !== " " && next !== "\n" && !(letter !== "." && /[a-z]/.test(next))) continue;
    if (letter === ".") {
      const before = text.slice(Math.max(start, index - 10), index);
      if (abbreviation.test(before)) continue;
      // "1. order number 2. photo" counts up; "after 17." does not.
      if (enumerator.exec(before)?.[1] === String(entries + 1)) {
        entries++;
        continue;
      }
    }
    push(index + 1);
  }
  push(to);
}
