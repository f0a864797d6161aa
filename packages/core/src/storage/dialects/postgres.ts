import { sql } from "kysely";
import type { SqlDialect } from "./dialect.ts";

export const postgresDialect: SqlDialect = {
  typeNames: { text: 'text collate "C"', blob: "bytea", bigint: "bigint" },
  jsonScalar: (column) => sql`coalesce(to_json(${column})::text, 'null')`,
  // The weakest locks that exclude each other where they must: neither stops a foreign key that points at the row.
  lock: { write: sql`for no key update`, share: sql`for key share` },
  lockSchema: sql`lock table schema_versions in share row exclusive mode`,
  now: sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`,
};
