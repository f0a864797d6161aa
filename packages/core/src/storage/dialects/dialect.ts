import type { RawBuilder } from "kysely";

/**
 * Where the two flavors of SQL differ. Everything else is one query code.
 */
export interface SqlDialect {
  /** Type names for the placeholders of a migration. */
  readonly typeNames: { readonly blob: string; readonly bigint: string };
  /** An object of the given columns, as JSON. */
  jsonObject(entries: Readonly<Record<string, RawBuilder<unknown>>>): RawBuilder<unknown>;
  /** All rows' values as a JSON array; an empty array when there is none. Rows come in the order of the subquery around it. */
  jsonArray(value: RawBuilder<unknown>): RawBuilder<unknown>;
  /** Plain text as a JSON string. */
  jsonString(column: RawBuilder<unknown>): RawBuilder<unknown>;
  /** Text that holds JSON, as a JSON value instead of a string. */
  jsonValue(column: RawBuilder<unknown>): RawBuilder<unknown>;
}
