import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Kysely, sql } from "kysely";
import { testStorage, testStorageFlavor } from "./test-storage.ts";

/** Everything that a stopped storage holds, as text in which a secret would be found. `place` is that of {@link testStorage}. */
export async function storedBytes(place: string): Promise<string> {
  if (testStorageFlavor === "sqlite") {
    const files = readdirSync(dirname(place)).filter((name) => name.startsWith(basename(place)));
    return files.map((name) => readFileSync(join(dirname(place), name), "latin1")).join("\n");
  }
  const storage = testStorage(place);
  const database = new Kysely<never>({ dialect: storage.dialect });
  const tables = await sql<{
    schema: string;
    name: string;
  }>`select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(database);
  const parts: string[] = [];
  for (const { schema, name } of tables.rows) {
    const { rows } = await sql<{ text: string }>`select row_to_json(stored)::text as text from ${sql.id(schema, name)} stored`.execute(
      database,
    );
    parts.push(...rows.map(({ text }) => text));
  }
  await storage.close();
  return parts.join("\n");
}
