import type { RawBuilder } from "kysely";
import type { FindDocuments } from "../../search/find-documents.ts";
import type { ChangeCapture } from "./change-capture.ts";

/**
 * Where the two flavors of SQL differ. Everything else is one query code.
 */
export interface SqlDialect {
  readonly flavor: "sqlite" | "postgres";
  /**
   * Type names for the placeholders of a migration. Texts are compared by their bytes on both, so that lists have one order whatever the
   * database's language.
   */
  readonly typeNames: { readonly text: string; readonly blob: string; readonly bigint: string };
  /** A text, a number or nothing, written as JSON. */
  jsonScalar(column: RawBuilder<unknown>): RawBuilder<unknown>;
  /**
   * Ends a `select` so that its rows cannot change until the transaction ends: `write` for the one writer, `share` for many beside it,
   * `exclusive` for one alone.
   */
  readonly lock: { readonly write: RawBuilder<unknown>; readonly share: RawBuilder<unknown>; readonly exclusive: RawBuilder<unknown> };
  /** How rows that change are noted while a shop is moved. */
  readonly changeCapture: ChangeCapture;
  /** Has the transaction give up soon when a table is locked. */
  readonly shortLockWait: RawBuilder<unknown> | null;
  /** Keeps other processes from changing the schema until the transaction ends. */
  readonly lockSchema: RawBuilder<unknown> | null;
  /**
   * How long a piece of work stays with a process that has died, in milliseconds. Short where a new process usually is the old one, started
   * again; longer where a process may only be slow.
   */
  readonly leaseMs: number;
  /** Lets the statements of the transaction take as long as they need. */
  readonly noTimeLimit: RawBuilder<unknown> | null;
  /** The database's own clock, in milliseconds: processes whose clocks differ agree on it. */
  readonly now: RawBuilder<number>;
  /**
   * The ways to find documents, each a query of one column `position`: the first is tried first, and only when it does not fill the page the
   * next, which starts anew. The last one finds everything.
   */
  readonly findDocuments: readonly FindDocuments[];
  /** Whether a column is among the values of a query of one column; few of them, looked up one by one. */
  isAmong(column: RawBuilder<unknown>, query: RawBuilder<unknown>): RawBuilder<boolean>;
}
