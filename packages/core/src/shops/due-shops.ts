import type { JobsPort } from "@askonce/spec/storage";
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Tables } from "../storage/tables.ts";

/** Shops of one database in which something waits: a look into an index for each shop, however much they hold. */
export async function dueShops(database: Kysely<Tables>, jobs: JobsPort, now: RawBuilder<number>, limit: number): Promise<string[]> {
  const { rows } = await sql<{ shop_id: string }>`select s.shop_id from shops s where s.state = 'active' and exists (
      select 1 from inbox i where i.shop_id = s.shop_id and i.state = 'pending' and i.next_attempt_at <= ${now}) limit ${sql.lit(limit)}`.execute(
    database,
  );
  return [...new Set([...rows.map((row) => row.shop_id), ...(await jobs.dueLanes(limit))])];
}
