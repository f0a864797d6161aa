import type { Client } from "pg";

/** What the load writes to. The primary keys stay: ids are written in order, which costs them little. */
const loaded = [
  "users",
  "principals",
  "groups",
  "groupmembers",
  "cachedgroupmembers",
  "tickets",
  "transactions",
  "attachments",
  "attachmentsindex",
];

/** Drops the secondary indexes of the loaded tables and returns the statements that bring exactly them back. */
export async function dropIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT i.indexname AS name, i.indexdef AS definition FROM pg_indexes i
     WHERE i.schemaname = 'public' AND i.tablename = ANY($1)
       AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname AND c.contype = 'p')
     ORDER BY i.tablename, i.indexname`,
    [loaded],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}

/** The greatest id in use, so that the load continues where Request Tracker's own set-up ended. */
export async function greatestId(client: Client, table: string): Promise<number> {
  const { rows } = await client.query<{ id: string }>(`SELECT coalesce(max(id), 0) AS id FROM ${table}`);
  return Number(rows[0]?.id);
}

/** Moves every sequence behind the rows that were loaded with explicit ids; without it Request Tracker's next row would collide. */
export async function advanceSequences(client: Client): Promise<void> {
  for (const table of loaded) await client.query(`SELECT setval('${table}_id_seq', (SELECT greatest(max(id), 1) FROM ${table}))`);
}

/** Statistics and visibility as after a good night's autovacuum. */
export async function settle(client: Client): Promise<void> {
  for (const table of loaded) await client.query(`VACUUM ANALYZE ${table}`);
  await client.query("CHECKPOINT");
}
