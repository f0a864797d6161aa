import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { postgres } from "@askonce/postgres";
import { Kysely, sql } from "kysely";
import { createDirectory } from "../../../packages/core/src/shops/directory.ts";
import { round, seededRandom, zipfPicker } from "../measure.ts";

export interface DirectoryFigures {
  rows: number;
  tableBytes: number;
  uncachedPerSecond: number;
  uncachedPerSecondEightAtOnce: number;
  cachedPerSecond: number;
  /** Of the process, for each remembered place. */
  cacheBytesPerShop: number;
  /** Look-ups of shops drawn by size, of which this share was answered from memory; nothing is remembered for longer than five seconds. */
  zipfHitShare: number;
  countsMs: number;
  listPageMs: number;
}

/** The directory with all its rows on a real server: what a look-up costs, with and without what is remembered. */
export async function measureDirectory(url: string, shops: number, seed: number): Promise<DirectoryFigures> {
  const storage = postgres({ url, connections: 8 });
  const directory = createDirectory(storage, Date.now);
  await directory.find("nobody");
  const database = new Kysely<unknown>({ dialect: storage.dialect });
  await sql`insert into shop_places (shop_id, database_id, changed_at) select 'shop-' || number, 'db-' || (number % 50), 0
    from generate_series(0, ${sql.lit(shops - 1)}) number`.execute(database);
  await sql`analyze shop_places`.execute(database);
  const { rows } = await sql<{ bytes: string }>`select pg_total_relation_size('shop_places') as bytes`.execute(database);
  const random = seededRandom(seed);
  const anyShop = () => `shop-${Math.floor(random() * shops)}`;
  const fresh = async (shopId: string) => {
    directory.refresh(shopId);
    await directory.find(shopId);
  };
  const uncached = await perSecond(2000, 1, () => fresh(anyShop()));
  const uncachedEight = await perSecond(8000, 8, () => fresh(anyShop()));
  await directory.find("shop-1");
  const cached = await perSecond(200_000, 1, () => directory.find("shop-1"));

  const remembered = Math.min(shops, 20_000);
  const empty = createDirectory(storage, Date.now);
  await empty.find("shop-0");
  const before = heapBytes();
  for (let shop = 0; shop < remembered; shop += 8)
    await Promise.all(range(shop, Math.min(remembered, shop + 8), (index) => empty.find(`shop-${index}`)));
  const cacheBytes = heapBytes() - before;
  await empty.find("shop-0");

  const started = performance.now();
  await directory.counts();
  const countsMs = performance.now() - started;
  const listed = performance.now();
  await directory.list(`shop-${shops >> 1}`, 100);
  const listPageMs = performance.now() - listed;
  const figures = {
    rows: shops,
    tableBytes: Number(rows[0]?.bytes ?? 0),
    uncachedPerSecond: uncached,
    uncachedPerSecondEightAtOnce: uncachedEight,
    cachedPerSecond: cached,
    cacheBytesPerShop: Math.round(cacheBytes / remembered),
    zipfHitShare: hitShare(shops, seed),
    countsMs: round(countsMs, 1),
    listPageMs: round(listPageMs, 1),
  };
  await database.destroy();
  await directory.close();
  await empty.close();
  await storage.close();
  return figures;
}

/** By calculation: a thousand requests a second, each place remembered for five seconds after it was read. */
function hitShare(shops: number, seed: number): number {
  const pick = zipfPicker(shops, seededRandom(seed));
  const until = new Map<number, number>();
  const requests = 60_000;
  let hits = 0;
  for (let index = 0; index < requests; index++) {
    const shop = pick();
    if ((until.get(shop) ?? 0) > index) hits++;
    else until.set(shop, index + 5000);
  }
  return round(hits / requests);
}

async function perSecond(times: number, atOnce: number, work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  let left = times;
  await Promise.all(
    range(0, atOnce, async () => {
      while (left-- > 0) await work();
    }),
  );
  return Math.round((times * 1000) / (performance.now() - started));
}

function range<Result>(from: number, to: number, make: (index: number) => Result): Result[] {
  return Array.from({ length: to - from }, (_, index) => make(from + index));
}

function heapBytes(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}
