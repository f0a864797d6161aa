import type { RawBuilder } from "kysely";

/**
 * Where the two flavors of SQL differ. Everything else is one query code.
 */
export interface SqlDialect {
  /** Type names for the placeholders of a migration. */
  readonly typeNames: { readonly blob: string; readonly bigint: string };
  /** A text, a number or nothing, written as JSON. */
  jsonScalar(column: RawBuilder<unknown>): RawBuilder<unknown>;
}
