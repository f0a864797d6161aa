import type { SearchTerm } from "./search-parse.ts";

/** A test of one record; `null` means the term's value makes no sense for the field, so that the filter is dropped. */
export type Match<Item> = ((item: Item) => boolean) | null;

/** Makes the test for one term of one field. */
export type FieldMatcher<Item> = (term: SearchTerm) => Match<Item>;

/** The words of a text as the search index knows them. */
function tokensOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== "");
}

/** A text cut into words: unquoted, all words must occur; quoted, they must follow one another. `*` at the end stands for any ending. */
export function tokenized<Item>(read: (item: Item) => readonly (string | null)[]): FieldMatcher<Item> {
  return (term) => {
    if (term.value === "*") return (item) => read(item).some((text) => text !== null && text !== "");
    const wanted = tokensOf(term.value);
    if (wanted.length === 0) return null;
    const openEnd = term.value.endsWith("*");
    return (item) => read(item).some((text) => text !== null && containsTokens(tokensOf(text), wanted, term.quoted, openEnd));
  };
}

function containsTokens(tokens: readonly string[], wanted: readonly string[], asPhrase: boolean, openEnd: boolean): boolean {
  const same = (token: string | undefined, index: number): boolean =>
    token !== undefined && (openEnd && index === wanted.length - 1 ? token.startsWith(wanted[index] ?? "") : token === wanted[index]);
  if (!asPhrase) return wanted.every((_, index) => tokens.some((token) => same(token, index)));
  return tokens.some((_, start) => wanted.every((__, index) => same(tokens[start + index], index)));
}

/** Free text: every word must begin a word of one of the texts. */
export function freeText<Item>(read: (item: Item) => readonly (string | null)[]): FieldMatcher<Item> {
  return (term) => {
    if (term.quoted) return tokenized(read)(term);
    const wanted = tokensOf(term.value);
    if (wanted.length === 0) return null;
    return (item) => {
      const tokens = read(item).flatMap((text) => (text === null ? [] : tokensOf(text)));
      return wanted.every((word) => tokens.some((token) => token.startsWith(word)));
    };
  };
}

/** One of the item's words, whole and in any case; several asked words separated by commas are alternatives. */
export function anyOfWords<Item>(read: (item: Item) => readonly string[]): FieldMatcher<Item> {
  return (term) => {
    const wanted = term.value
      .split(",")
      .map((word) => word.trim().toLowerCase())
      .filter((word) => word !== "");
    if (wanted.length === 0) return null;
    return (item) => read(item).some((word) => wanted.includes(word.toLowerCase()));
  };
}

export function not<Item>(matcher: FieldMatcher<Item>): FieldMatcher<Item> {
  return (term) => {
    const match = matcher(term);
    return match && ((item) => !match(item));
  };
}

/** Whole numbers such as ids, compared by value. */
export function integer<Item>(read: (item: Item) => string | null): FieldMatcher<Item> {
  return (term) => {
    if (!/^\d+$/.test(term.value)) return null;
    const wanted = BigInt(term.value);
    return (item) => {
      const value = read(item);
      return value !== null && holds(term.comparator, BigInt(value), wanted, wanted);
    };
  };
}

export function decimal<Item>(read: (item: Item) => number): FieldMatcher<Item> {
  return (term) => {
    const wanted = Number(term.value);
    return term.value === "" || Number.isNaN(wanted) ? null : (item) => holds(term.comparator, read(item), wanted, wanted);
  };
}

export function truth<Item>(read: (item: Item) => boolean): FieldMatcher<Item> {
  return (term) => {
    const wanted = term.value.toLowerCase();
    return wanted === "true" || wanted === "false" ? (item) => String(read(item)) === wanted : null;
  };
}

/** Instants. A value without a time of day stands for the whole day, month or year, in UTC. */
export function instant<Item>(read: (item: Item) => string, now: number): FieldMatcher<Item> {
  return (term) => {
    const period = term.value.toLowerCase() === "now" ? { from: now, to: now } : periodOf(term.value);
    return period && ((item) => holds(term.comparator, Date.parse(read(item)), period.from, period.to));
  };
}

function periodOf(value: string): { from: number; to: number } | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (match) {
    const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1) - 1, Number(match[3] ?? 1)];
    const from = Date.UTC(year, month, day);
    const next = match[3] ? Date.UTC(year, month, day + 1) : match[2] ? Date.UTC(year, month + 1, 1) : Date.UTC(year + 1, 0, 1);
    return { from, to: next - 1 };
  }
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)) return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : { from: at, to: at };
}

function holds<Value extends number | bigint>(comparator: SearchTerm["comparator"], value: Value, from: Value, to: Value): boolean {
  switch (comparator) {
    case ">":
      return value > to;
    case ">=":
      return value >= from;
    case "<":
      return value < from;
    case "<=":
      return value <= to;
    default:
      return value >= from && value <= to;
  }
}
