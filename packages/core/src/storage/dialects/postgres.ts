import { sql } from "kysely";
import { postgresChangeCapture } from "./change-capture.ts";
import type { SqlDialect } from "./dialect.ts";
import { findAmongNewest, findByPostgresIndex } from "./postgres-search.ts";

export const postgresDialect: SqlDialect = {
  flavor: "postgres",
  typeNames: { text: 'text collate "C"', blob: "bytea", bigint: "bigint" },
  jsonScalar: (column) => sql`coalesce(to_json(${column})::text, 'null')`,
  // The weakest locks that exclude each other where they must: neither stops a foreign key that points at the row.
  lock: { write: sql`for no key update`, share: sql`for key share`, exclusive: sql`for update` },
  changeCapture: postgresChangeCapture,
  shortLockWait: sql`set local lock_timeout = 500`,
  noTimeLimit: sql`set local statement_timeout = 0`,
  lockSchema: sql`lock table schema_versions in share row exclusive mode`,
  leaseMs: 6000,
  now: sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`,
  findDocuments: [findAmongNewest, findByPostgresIndex],
  // As an array and not as a sub-select: what it is guessed to hold must not lead to reading the whole table.
  isAmong: (column, query) => sql<boolean>`${column} = any(array(${query}))`,
};
