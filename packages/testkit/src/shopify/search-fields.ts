import type { IntrospectedType } from "./introspection.ts";

/** What one search field of a `query` argument takes. */
export interface SearchField {
  name: string;
  kind: string;
  /** Words the field accepts; empty when any value will do. */
  acceptableValues: readonly string[];
}

/** The search fields of one root list field such as `orders`; `undefined` for fields without a `query` argument. */
export interface SearchFieldTable {
  of(rootField: string): ReadonlyMap<string, SearchField> | undefined;
}

/** Reads the Markdown tables Shopify publishes in the descriptions of the `query` arguments of the root fields. */
export function readSearchFields(types: readonly IntrospectedType[]): SearchFieldTable {
  const byRootField = new Map<string, Map<string, SearchField>>();
  const root = types.find((type) => type.name === "QueryRoot");
  for (const field of root?.fields ?? []) {
    const description = field.args.find((argument) => argument.name === "query")?.description;
    if (description) byRootField.set(field.name, parseSearchFieldTable(description));
  }
  return { of: (rootField) => byRootField.get(rootField) };
}

function parseSearchFieldTable(description: string): Map<string, SearchField> {
  const fields = new Map<string, SearchField>();
  // Rows are wrapped over several lines; a row begins where a line begins with a bar and a word, so join them first.
  const rows = description.replace(/\n(?!\| (?:[a-z]|--))/g, " ").split("\n");
  for (const row of rows) {
    const [, name = "", kind = "", , acceptable = ""] = row.split("|").map((cell) => cell.trim());
    if (!/^[a-z_0-9]+$/.test(name) || (name === "name" && kind === "type")) continue;
    const acceptableValues = [...acceptable.matchAll(/`([^`]+)`/g)].map((match) => (match[1] ?? "").toLowerCase());
    fields.set(name, { name, kind, acceptableValues });
  }
  return fields;
}
