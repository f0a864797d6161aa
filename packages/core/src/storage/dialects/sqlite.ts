import { sql } from "kysely";
import type { SqlDialect } from "./dialect.ts";

export const sqliteDialect: SqlDialect = {
  typeNames: { blob: "blob", bigint: "integer" },
  jsonScalar: (column) => sql`json_quote(${column})`,
};
