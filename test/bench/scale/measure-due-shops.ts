import { createAskonce } from "@askonce/core";
import { postgres } from "@askonce/postgres";
import type { JobsPort } from "@askonce/spec/storage";
import { Kysely, type RawBuilder, sql } from "kysely";
import { dueShops } from "../../../packages/core/src/shops/due-shops.ts";
import { postgresDialect } from "../../../packages/core/src/storage/dialects/postgres.ts";
import type { Tables } from "../../../packages/core/src/storage/tables.ts";
import { round, spreadOf } from "../measure.ts";

export interface DueShopsFigures {
  shops: number;
  /** Rows of the inbox, all applied but those that are due. */
  inboxRows: number;
  cases: DueCase[];
  /** The same question asked of an index of what waits, which the schema does not have: `inbox (shop_id) where state = 'pending'`. */
  withPartialIndex: DueCase[];
  /** The other half of the question, asked of the jobs; lanes that were prepared. */
  jobs: { lanes: number; prepareLaneMs: number; p50Ms: number; p99Ms: number };
}

export interface DueCase {
  due: number;
  found: number;
  p50Ms: number;
  p99Ms: number;
  /** Pages of 8 KiB that the statement looks at. */
  blocks: number;
}

const repeats = 40;

/** What one look for due shops costs in one database, by how many of its shops have something to do. */
export async function measureDueShops(url: string, shops: number, lanes: number): Promise<DueShopsFigures> {
  const storage = postgres({ url, connections: 2 });
  const askonce = createAskonce({ storage: { ...storage, close: async () => {} }, shop: { id: "shop-0" } });
  await askonce.migrate();
  await askonce.stop();
  const database = new Kysely<Tables>({ dialect: storage.dialect });
  const rowsEach = 20;
  await sql`insert into shops (shop_id, name, time_zone, language, state, created_at)
    select 'shop-' || number, 'Shop', 'UTC', 'en', 'active', 0 from generate_series(1, ${sql.lit(shops - 1)}) number on conflict do nothing`.execute(
    database,
  );
  await sql`insert into inbox_raw (shop_id, id, source, headers, body, received_at)
    select 'shop-' || shop, 'raw_' || number, 'memory', '{}', convert_to(repeat('x', 200), 'UTF8'), 0
    from generate_series(0, ${sql.lit(shops - 1)}) shop, generate_series(1, ${sql.lit(rowsEach)}) number`.execute(database);
  await sql`insert into inbox (shop_id, source, key, id, raw_id, event, state, attempts, next_attempt_at, received_at)
    select shop_id, 'memory', id, 'inb' || id, id, '{}', 'applied', 0, 0, 0 from inbox_raw`.execute(database);
  await sql`analyze`.execute(database);
  const now = sql<number>`(select ${postgresDialect.now})`;
  const noJobs = { dueLanes: async () => [] } as unknown as JobsPort;
  const makeDue = async (due: number) => {
    await sql`update inbox set state = case when substr(shop_id, 6)::int < ${sql.lit(due)} then 'pending' else 'applied' end
      where key = 'raw_1'`.execute(database);
    await sql`vacuum analyze inbox`.execute(database);
  };
  const measure = async (due: number, look: () => Promise<number>, text: RawBuilder<unknown>): Promise<DueCase> => {
    await makeDue(due);
    const durations: number[] = [];
    let found = 0;
    for (let turn = 0; turn < repeats; turn++) {
      const started = performance.now();
      found = await look();
      durations.push(performance.now() - started);
    }
    const { p50Ms, p99Ms } = spreadOf(durations);
    return { due, found, p50Ms, p99Ms, blocks: await blocksOf(database, text) };
  };
  const dues = [0, 20, 200, shops];
  const cases: DueCase[] = [];
  // The text of `dueShops`, which has no other way to be explained.
  const asIs = sql`select s.shop_id from shops s where s.state = 'active' and exists (select 1 from inbox i where i.shop_id = s.shop_id
    and i.state = 'pending' and i.next_attempt_at <= ${now}) limit 100`;
  for (const due of dues) cases.push(await measure(due, async () => (await dueShops(database, noJobs, now, 100)).length, asIs));
  await sql`create index inbox_waiting on inbox (shop_id) where state = 'pending'`.execute(database);
  const withPartialIndex: DueCase[] = [];
  const asCouldBe = sql`select distinct shop_id from inbox where state = 'pending' and next_attempt_at <= ${now} limit 100`;
  for (const due of dues) withPartialIndex.push(await measure(due, async () => (await asCouldBe.execute(database)).rows.length, asCouldBe));
  const { jobs } = storage;
  const prepareStarted = performance.now();
  for (let lane = 0; lane < lanes; lane++) await jobs?.prepare(`shop-${lane}`);
  const prepareLaneMs = (performance.now() - prepareStarted) / Math.max(1, lanes);
  const durations: number[] = [];
  for (let turn = 0; turn < repeats; turn++) {
    const started = performance.now();
    await jobs?.dueLanes(100);
    durations.push(performance.now() - started);
  }
  const { p50Ms, p99Ms } = spreadOf(durations);
  await database.destroy();
  await storage.close();
  return {
    shops,
    inboxRows: shops * rowsEach,
    cases,
    withPartialIndex,
    jobs: { lanes, prepareLaneMs: round(prepareLaneMs, 1), p50Ms, p99Ms },
  };
}

async function blocksOf(database: Kysely<Tables>, text: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ "QUERY PLAN": { Plan: Record<string, number> }[] }>`explain (analyze, buffers, format json) ${text}`.execute(
    database,
  );
  const plan = rows[0]?.["QUERY PLAN"][0]?.Plan ?? {};
  return (plan["Shared Hit Blocks"] ?? 0) + (plan["Shared Read Blocks"] ?? 0);
}
