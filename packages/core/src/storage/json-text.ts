import { type RawBuilder, sql } from "kysely";

/*
 * JSON put together as text. Stored documents are JSON already; the JSON functions of the databases would parse and write each of them again
 * on every level they pass through, which was most of the time of a context.
 */

/** An object of entries that are JSON text, as JSON text. */
export function jsonObject(entries: Readonly<Record<string, RawBuilder<unknown>>>): RawBuilder<string> {
  const parts = Object.entries(entries).map(
    ([key, value], index) => sql`${sql.lit(`${index === 0 ? "{" : ","}${JSON.stringify(key)}:`)} || ${value}`,
  );
  return sql`(${sql.join(parts, sql` || `)} || '}')`;
}

/** The rows of a query with one column `row_json` of JSON text, in its order, as a JSON array in JSON text. */
export function jsonArray(rows: RawBuilder<unknown>): RawBuilder<string> {
  return sql`(select '[' || coalesce(string_agg(listed.row_json, ','), '') || ']' from (${rows}) listed)`;
}

/** One row's JSON text, or `null` when there is no row. */
export function jsonRow(row: RawBuilder<unknown>): RawBuilder<string> {
  return sql`coalesce((${row}), 'null')`;
}
