import { createShops, systemCaller } from "@askonce/core";
import { postgres } from "@askonce/postgres";
import { memoryStorefront } from "@askonce/testkit/storefront";
import { Client } from "pg";
import { databaseMeter } from "../ingest/database-meter.ts";
import { makeDeliveries } from "../ingest/deliveries.ts";
import { emptyShop } from "../ingest/empty-shop.ts";
import { type Latency, latencyOf } from "../ingest/latency.ts";
import { round, spreadOf } from "../measure.ts";
import type { WorkOptions } from "./simulate.ts";

export interface CapacityFigures {
  /** Tickets a second with a commit on the disk for each: one shop with one caller, one shop with sixteen, sixteen shops with one each. */
  oneShop: WriteFigures;
  oneShopSixteenCallers: WriteFigures;
  /** The same callers, let in one at a time by this process before they take a connection. */
  oneShopSixteenCallersQueued: WriteFigures;
  sixteenShops: WriteFigures;
  view: { perSecond: number; databaseMs: number | null };
  /** From the request for a shop's instance to its first answer, for a shop that this process has not open. */
  openShop: { p50Ms: number; p99Ms: number };
  /** Another shop's writes in the same process and database, one after the other, alone and beside a shop with sixty callers at once. */
  neighbor: { alone: Latency; besideHotShop: Latency; besideQueuedHotShop: Latency };
  /** With their indexes and what updates have left behind. */
  bytes: WorkOptions["bytes"];
  webhooks: { databaseMsReceived: number | null; databaseMsApplied: number | null; appliedPerSecond: number };
  move: { rows: number; ms: number; writeStopMs: number | null };
}

export interface WriteFigures {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  databaseMs: number | null;
  walBytes: number | null;
}

interface CapacityPlaces {
  serverUrl: string;
  postmaster: number;
  directory: string;
  /** Two databases of the same server. */
  first: string;
  second: string;
}

/** What one shop and one database do on this machine, within some seconds; commits wait for the disk. */
export async function measureCapacity(places: CapacityPlaces, seconds: number): Promise<CapacityFigures> {
  const shops = createShops({
    directory: postgres({ url: places.directory, connections: 4 }),
    databases: { first: postgres({ url: places.first, connections: 20 }), second: postgres({ url: places.second, connections: 4 }) },
    options: () => ({ storefronts: [memoryStorefront(emptyShop).adapter] }),
  });
  const name = new URL(places.first).pathname.slice(1);
  const meter = await databaseMeter(places.serverUrl, name, places.postmaster);
  const ids = Array.from({ length: 16 }, (_, index) => `shop-${index}`);
  for (const id of ids) await shops.add(id, { databaseId: "first" });
  const write = async (id: string, turn: number) => {
    const shop = await shops.get(id);
    await shop.tickets.create({ subject: "Where is my parcel", message: { text: `It has not come, order ${1000 + turn}` } }, systemCaller);
  };
  /** What the process could do by itself: one writer of a shop at a time, so that a shop has one connection and not all of them. */
  const lastOf = new Map<string, Promise<unknown>>();
  const writeInTurn: typeof write = (id, turn) => {
    const done = (lastOf.get(id) ?? Promise.resolve()).then(() => write(id, turn));
    lastOf.set(
      id,
      done.catch(() => {}),
    );
    return done;
  };
  const writeFor = async (callers: readonly string[], writeOne = write): Promise<WriteFigures> => {
    const before = await meter.read();
    const durations: number[] = [];
    const startedAt = performance.now();
    await Promise.all(
      callers.map(async (id) => {
        while (performance.now() - startedAt < seconds * 1000) {
          const began = performance.now();
          await writeOne(id, durations.length);
          durations.push(performance.now() - began);
        }
      }),
    );
    const elapsedMs = performance.now() - startedAt;
    const after = await meter.read();
    const { p50Ms, p99Ms } = spreadOf(durations);
    return {
      perSecond: Math.round((durations.length * 1000) / elapsedMs),
      p50Ms,
      p99Ms,
      databaseMs: round((after.cpuMs - before.cpuMs) / durations.length, 2),
      walBytes: Math.round((after.walBytes - before.walBytes) / durations.length),
    };
  };
  const neighborOf = async (hot: readonly string[], writeOne = write): Promise<Latency> => {
    const durations: number[] = [];
    let over = false;
    const busy = hot.map(async (id, turn) => {
      while (!over) await writeOne(id, turn).catch(() => {});
    });
    const startedAt = performance.now();
    while (performance.now() - startedAt < seconds * 1000) {
      const began = performance.now();
      await write(ids[2] ?? "", durations.length);
      durations.push(performance.now() - began);
    }
    over = true;
    await Promise.all(busy);
    return latencyOf(durations);
  };
  try {
    // Some writes first: then the code is warm, the statements are prepared, and the tables' statistics are not those of empty ones.
    for (let turn = 0; turn < 300; turn++) await write(ids[turn % ids.length] ?? "", turn);
    await onDatabase(places.first, (client) => client.query("analyze"));
    const [one = ""] = ids;
    const oneShop = await writeFor([one]);
    const oneShopSixteenCallers = await writeFor(ids.map(() => one));
    const oneShopSixteenCallersQueued = await writeFor(
      ids.map(() => one),
      writeInTurn,
    );
    const sixteenShops = await writeFor(ids);
    const view = await measureViews(await shops.get(one), meter);
    const hot = Array.from({ length: 60 }, () => one);
    const neighbor = {
      alone: await neighborOf([]),
      besideHotShop: await neighborOf(hot),
      besideQueuedHotShop: await neighborOf(hot, writeInTurn),
    };
    const webhooks = await measureWebhooks(await shops.get(ids[1] ?? ""), meter);
    const bytes = await onDatabase(places.first, readBytes);
    const openMs: number[] = [];
    for (let index = 0; index < 40; index++) {
      const id = `new-${index}`;
      await shops.add(id, { databaseId: "first" });
    }
    // Another process, to which they are new.
    const fresh = createShops({
      directory: postgres({ url: places.directory, connections: 1 }),
      databases: { first: postgres({ url: places.first, connections: 2 }), second: postgres({ url: places.second, connections: 2 }) },
      options: () => ({ storefronts: [memoryStorefront(emptyShop).adapter] }),
    });
    for (let index = 0; index < 40; index++) {
      const began = performance.now();
      await (await fresh.get(`new-${index}`)).tickets.list({ limit: 10 }, systemCaller);
      openMs.push(performance.now() - began);
    }
    await fresh.stop();
    const { p50Ms, p99Ms } = spreadOf(openMs.slice(1));
    const began = performance.now();
    const moved = await shops.move(one, "second");
    const move = { rows: moved.copied, ms: Math.round(performance.now() - began), writeStopMs: moved.writeStopMs };
    return {
      oneShop,
      oneShopSixteenCallers,
      oneShopSixteenCallersQueued,
      sixteenShops,
      neighbor,
      view,
      openShop: { p50Ms, p99Ms },
      bytes,
      webhooks,
      move,
    };
  } finally {
    await meter.close();
    await shops.stop();
  }
}

async function onDatabase<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function readBytes(client: Client): Promise<WorkOptions["bytes"]> {
  const each = async (rowsOf: string, tables: readonly string[]) => {
    const sizes = tables.map((table) => `pg_total_relation_size('${table}')`).join(" + ");
    const { rows } = await client.query<{ each: number }>(`select ((${sizes}) / greatest(count(*), 1))::int as each from ${rowsOf}`);
    return rows[0]?.each ?? 0;
  };
  return {
    inboxChange: await each("inbox", ["inbox", "inbox_raw"]),
    order: await each("orders", ["orders", "parcels"]),
    event: await each("events", ["events"]),
    ticket: await each("tickets", ["tickets", "threads", "messages", "facts", "ticket_orders", "search_documents"]),
  };
}

type Shop = Awaited<ReturnType<ReturnType<typeof createShops>["get"]>>;
type Meter = Awaited<ReturnType<typeof databaseMeter>>;

async function measureViews(shop: Shop, meter: Meter) {
  const { items } = await shop.tickets.list({ limit: 50 }, systemCaller);
  const views = 600;
  const before = await meter.read();
  const startedAt = performance.now();
  for (let index = 0; index < views; index++) await shop.context.read(items[index % items.length]?.id ?? "", systemCaller);
  const elapsedMs = performance.now() - startedAt;
  const after = await meter.read();
  return { perSecond: Math.round((views * 1000) / elapsedMs), databaseMs: round((after.cpuMs - before.cpuMs) / views, 2) };
}

async function measureWebhooks(shop: Shop, meter: Meter) {
  const deliveries = makeDeliveries({ seed: 1, count: 1500, orders: 200 });
  const first = await meter.read();
  for (let from = 0; from < deliveries.length; from += 50) {
    await Promise.all(
      deliveries.slice(from, from + 50).map(({ headers, body }) => {
        const request = { method: "POST", headers, body: body as Uint8Array<ArrayBuffer> };
        return shop.handler(new Request("http://shop.example.test/api/v1/webhooks/memory", request));
      }),
    );
  }
  const second = await meter.read();
  const startedAt = performance.now();
  await shop.drain();
  const elapsedMs = performance.now() - startedAt;
  const third = await meter.read();
  const changes = new Set(deliveries.map(({ key }) => key)).size;
  return {
    databaseMsReceived: round((second.cpuMs - first.cpuMs) / deliveries.length, 2),
    databaseMsApplied: round((third.cpuMs - second.cpuMs) / changes, 2),
    appliedPerSecond: Math.round((changes * 1000) / elapsedMs),
  };
}
