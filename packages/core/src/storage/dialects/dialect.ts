import type { RawBuilder } from "kysely";

/**
 * Where the two flavors of SQL differ. Everything else is one query code.
 */
export interface SqlDialect {
  /**
   * Type names for the placeholders of a migration. Texts are compared by their bytes on both, so that lists have one order whatever the
   * database's language.
   */
  readonly typeNames: { readonly text: string; readonly blob: string; readonly bigint: string };
  /** A text, a number or nothing, written as JSON. */
  jsonScalar(column: RawBuilder<unknown>): RawBuilder<unknown>;
  /** Ends a `select` so that its rows cannot change until the transaction ends: `write` for the one writer, `share` for many. */
  readonly lock: { readonly write: RawBuilder<unknown>; readonly share: RawBuilder<unknown> };
  /** Keeps other processes from changing the schema until the transaction ends. */
  readonly lockSchema: RawBuilder<unknown> | null;
  /** The database's own clock, in milliseconds: processes whose clocks differ agree on it. */
  readonly now: RawBuilder<number>;
}
