import { notModelled } from "./graphql-error.ts";
import type { SearchField } from "./search-fields.ts";
import type { FieldMatcher, Match } from "./search-match.ts";
import { parseSearch, type SearchNode, type SearchTerm } from "./search-parse.ts";
import { invalidField, invalidValue, type SearchReport, type SearchWarning } from "./search-warnings.ts";

/** How one kind of record is searched. */
export interface SearchIndex<Item> {
  /** The root field the search is published under, for example `orders`. */
  rootField: string;
  fields: Readonly<Record<string, FieldMatcher<Item>>>;
  text: FieldMatcher<Item>;
}

/**
 * Filters a list as Shopify does: a field it does not know, or a value it cannot use, is dropped with a warning, and the rest of the
 * search decides. If nothing is left, the whole list comes back.
 *
 * @param known the fields the schema publishes for this search
 */
export function applySearch<Item>(
  list: readonly Item[],
  query: string,
  index: SearchIndex<Item>,
  known: ReadonlyMap<string, SearchField>,
): { items: Item[]; report: SearchReport } {
  const warnings: SearchWarning[] = [];
  const match = compile(parseSearch(query), index, known, warnings);
  return {
    items: match ? list.filter(match) : [...list],
    report: { path: [index.rootField], query, warnings },
  };
}

function compile<Item>(
  node: SearchNode,
  index: SearchIndex<Item>,
  known: ReadonlyMap<string, SearchField>,
  warnings: SearchWarning[],
): Match<Item> {
  if (node.kind === "term") return compileTerm(node, index, known, warnings);
  if (node.kind === "not") {
    const match = compile(node.part, index, known, warnings);
    return match && ((item) => !match(item));
  }
  const matches = node.parts.map((part) => compile(part, index, known, warnings)).filter((match) => match !== null);
  if (matches.length === 0) return null;
  return node.kind === "and" ? (item) => matches.every((match) => match(item)) : (item) => matches.some((match) => match(item));
}

function compileTerm<Item>(
  term: SearchTerm,
  index: SearchIndex<Item>,
  known: ReadonlyMap<string, SearchField>,
  warnings: SearchWarning[],
): Match<Item> {
  if (term.field === null) return index.text(term);
  const field = known.get(term.field);
  if (!field || field.name === "default") {
    warnings.push(invalidField(term.field));
    return null;
  }
  const matcher = index.fields[term.field];
  if (!matcher) throw notModelled(`${index.rootField}(query:)`, term.field);
  const accepted = field.acceptableValues.length === 0 || splitValues(term.value).every((value) => field.acceptableValues.includes(value));
  const match = accepted ? matcher(term) : null;
  if (!match) warnings.push(invalidValue(term.field, term.value));
  return match;
}

function splitValues(value: string): string[] {
  return value.split(",").map((part) => part.trim().toLowerCase());
}
