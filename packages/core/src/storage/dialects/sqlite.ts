import { sql } from "kysely";
import type { SqlDialect } from "./dialect.ts";

export const sqliteDialect: SqlDialect = {
  typeNames: { blob: "blob", bigint: "integer" },
  jsonObject: (entries) => sql`json_object(${sql.join(Object.entries(entries).flatMap(([key, value]) => [sql.lit(key), value]))})`,
  jsonArray: (value) => sql`coalesce(json_group_array(${value}), '[]')`,
  jsonString: (column) => sql`json_quote(${column})`,
  jsonValue: (column) => sql`json(${column})`,
};
