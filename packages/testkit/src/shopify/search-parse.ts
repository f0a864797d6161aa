/** One condition of a search: `field:value`, or a bare term when `field` is `null`. */
export interface SearchTerm {
  kind: "term";
  field: string | null;
  comparator: "" | ">" | ">=" | "<" | "<=";
  value: string;
  quoted: boolean;
}

/** A parsed search. An empty `and` matches everything. */
export type SearchNode =
  | SearchTerm
  | { kind: "and"; parts: SearchNode[] }
  | { kind: "or"; parts: SearchNode[] }
  | { kind: "not"; part: SearchNode };

/**
 * Parses Shopify's search syntax: terms, `field:value`, comparators, quotes, `AND` (implied by a space), `OR`, `NOT` and `-`, brackets,
 * backslash escapes. It never fails: like Shopify it makes something of every text, such as the unquoted time `10:00:00Z`, whose `00`
 * becomes a field of its own.
 *
 * @see https://shopify.dev/docs/api/usage/search-syntax
 */
export function parseSearch(text: string): SearchNode {
  return new Reader(text).readAlternatives();
}

const endsWord = /[\s:()"']/;

/** A cursor over the text; the only mutable state of the parser. */
class Reader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  readAlternatives(): SearchNode {
    const alternatives = [this.readSequence()];
    while (this.takeWord("OR")) alternatives.push(this.readSequence());
    return alternatives.length === 1 ? (alternatives[0] as SearchNode) : { kind: "or", parts: alternatives };
  }

  private readSequence(): SearchNode {
    const parts: SearchNode[] = [];
    for (;;) {
      this.skipSpace();
      if (this.at >= this.text.length || this.peekWord("OR")) break;
      if (this.text[this.at] === ")") {
        if (this.depth > 0) break;
        this.at += 1;
        continue;
      }
      if (this.takeWord("AND")) continue;
      const part = this.readPart();
      if (part) parts.push(part);
    }
    return parts.length === 1 ? (parts[0] as SearchNode) : { kind: "and", parts };
  }

  private depth = 0;

  private readPart(): SearchNode | null {
    if (this.takeWord("NOT") || this.takeMinus()) {
      this.skipSpace();
      const part = this.readPart();
      return part ? { kind: "not", part } : null;
    }
    if (this.text[this.at] === "(") {
      this.at += 1;
      this.depth += 1;
      const inside = this.readAlternatives();
      this.depth -= 1;
      if (this.text[this.at] === ")") this.at += 1;
      return inside;
    }
    return this.readTerm();
  }

  private readTerm(): SearchNode | null {
    const start = this.at;
    const first = this.readValue();
    if (!first.quoted && first.value !== "" && this.text[this.at] === ":") {
      this.at += 1;
      this.skipSpace();
      const comparator = this.readComparator();
      this.skipSpace();
      const value = this.readValue();
      // A colon right after the value belongs to an unquoted time; what follows is read as a field of its own.
      if (this.text[this.at] === ":") this.at += 1;
      return { kind: "term", field: first.value.toLowerCase(), comparator, value: value.value, quoted: value.quoted };
    }
    if (this.at === start) this.at += 1;
    return first.value === "" ? null : { kind: "term", field: null, comparator: "", value: first.value, quoted: first.quoted };
  }

  private readComparator(): SearchTerm["comparator"] {
    const match = /^(?:>=|<=|>|<)/.exec(this.text.slice(this.at, this.at + 2));
    this.at += match?.[0].length ?? 0;
    return (match?.[0] ?? "") as SearchTerm["comparator"];
  }

  private readValue(): { value: string; quoted: boolean } {
    const quote = this.text[this.at];
    if (quote === '"' || quote === "'") {
      this.at += 1;
      const value = this.readUntil((character) => character === quote);
      this.at += 1;
      return { value, quoted: true };
    }
    return { value: this.readUntil((character) => endsWord.test(character)), quoted: false };
  }

  private readUntil(ends: (character: string) => boolean): string {
    let value = "";
    while (this.at < this.text.length) {
      const character = this.text[this.at] ?? "";
      if (character === "\\" && this.at + 1 < this.text.length) {
        value += this.text[this.at + 1] ?? "";
        this.at += 2;
        continue;
      }
      if (ends(character)) break;
      value += character;
      this.at += 1;
    }
    return value;
  }

  private skipSpace(): void {
    while (/\s/.test(this.text[this.at] ?? "")) this.at += 1;
  }

  private takeMinus(): boolean {
    if (this.text[this.at] !== "-" || /[\s]|^$/.test(this.text[this.at + 1] ?? "")) return false;
    this.at += 1;
    return true;
  }

  private peekWord(word: string): boolean {
    return this.text.startsWith(word, this.at) && /[\s(]|^$/.test(this.text[this.at + word.length] ?? "");
  }

  private takeWord(word: string): boolean {
    this.skipSpace();
    if (!this.peekWord(word)) return false;
    this.at += word.length;
    return true;
  }
}
