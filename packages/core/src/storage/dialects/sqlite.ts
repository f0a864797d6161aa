import { sql } from "kysely";
import { sqliteChangeCapture } from "./change-capture.ts";
import type { SqlDialect } from "./dialect.ts";
import { findBySqliteIndex } from "./sqlite-search.ts";

/** A transaction has the whole file to itself from its beginning, so there is nothing to lock. */
export const sqliteDialect: SqlDialect = {
  flavor: "sqlite",
  typeNames: { text: "text", blob: "blob", bigint: "integer" },
  jsonScalar: (column) => sql`json_quote(${column})`,
  lock: { write: sql``, share: sql``, exclusive: sql`` },
  changeCapture: sqliteChangeCapture,
  shortLockWait: null,
  noTimeLimit: null,
  lockSchema: null,
  leaseMs: 2000,
  now: sql<number>`cast(unixepoch('subsec') * 1000 as integer)`,
  findDocuments: [findBySqliteIndex],
  isAmong: (column, query) => sql<boolean>`${column} in (${query})`,
};
