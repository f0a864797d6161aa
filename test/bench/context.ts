import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAskonce, systemCaller } from "@askonce/core";
import { sqlite } from "@askonce/sqlite";
import { memoryStorefront } from "@askonce/testkit";
import { serveRequestHandler } from "@askonce/testkit/server";
import { type FakeShop, generateShop } from "@askonce/testkit/shop-data";
import { createShopifySimulator } from "@askonce/testkit/shopify";
import { createFakeWooCommerce } from "@askonce/testkit/woocommerce";
import { shopifyByHand, wooCommerceByHand } from "./context-by-hand.ts";
import { countedStorage } from "./counted-storage.ts";
import { round, seededRandom, spreadOf, timed, zipfPicker } from "./measure.ts";

export interface ContextBenchOptions {
  /** Default 100000. */
  orders: number;
  /** Views measured. Default 3000. */
  views: number;
  seed: number;
}

/**
 * B1: the context of a ticket from the projection, beside what a developer writes by hand with the vendors' own clients against their fakes
 * on loopback. The fakes answer without the time a real platform takes, which favors the peers.
 *
 * Fails when a context takes more than one statement, or when fifty viewers of a stale order cause more than one upstream call.
 */
export async function benchContext(options: ContextBenchOptions) {
  const directory = mkdtempSync(join(tmpdir(), "askonce-bench-"));
  try {
    const now = "2026-11-20T09:00:00.000Z";
    const shop = generateShop({ seed: options.seed, orders: options.orders, now });
    const path = join(directory, "askonce.db");
    const { storage, statements } = countedStorage(sqlite({ path, durability: "normal" }));
    const memory = memoryStorefront(shop, { pageSize: 5000 });
    let upstream = 0;
    let nowMs = Date.parse(now);
    const askonce = createAskonce({
      storage,
      storefronts: [
        {
          ...memory.adapter,
          getOrder: (ref, context) => {
            upstream++;
            return memory.adapter.getOrder(ref, context);
          },
        },
      ],
      clock: { now: () => nowMs, sleep: async () => {} },
    });
    const fillMs = await timed(() => askonce.sync.backfill("memory"));
    const tickets = await openTickets(askonce, shop);

    const random = seededRandom(options.seed);
    const pick = zipfPicker(tickets.length, random);
    const view = () => askonce.context.read(tickets[pick()] ?? "", systemCaller);
    for (let index = 0; index < 200; index++) await view();

    const before = statements();
    // Fifty agents who each open two tickets a second, at fixed times whatever the answers take: the time counts from when it was due.
    const durations: number[] = [];
    const everyMs = 1000 / 100;
    const startedAt = performance.now();
    await Promise.all(
      Array.from({ length: options.views }, async (_, index) => {
        const due = startedAt + index * everyMs;
        await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
        await view();
        durations.push(performance.now() - due);
      }),
    );
    const burst: number[] = [];
    for (let round = 0; round < 4; round++) await Promise.all(Array.from({ length: 50 }, async () => burst.push(await timed(view))));
    const single: number[] = [];
    for (let index = 0; index < 500; index++) single.push(await timed(view));
    const statementsPerView = (statements() - before) / (durations.length + burst.length + single.length);

    const bodyBytes = Buffer.byteLength(JSON.stringify(await view()));
    upstream = 0;
    nowMs += 3_600_000;
    const stale = await Promise.all(Array.from({ length: 50 }, () => askonce.context.read(tickets[0] ?? "", systemCaller)));
    await askonce.drain();
    const viewedOrders = new Set(
      stale.flatMap((one) => [one.order, ...one.otherOrders.slice(0, 3)].flatMap((entry) => (entry ? [entry.order.ref] : []))),
    );
    await askonce.stop();

    return {
      bench: "context",
      n: durations.length,
      seed: options.seed,
      orders: options.orders,
      tickets: tickets.length,
      databaseBytes: statSync(path).size,
      fillOrdersPerSecond: Math.round(options.orders / (fillMs / 1000)),
      statementsPerView,
      contextBytes: bodyBytes,
      oneAgent: spreadOf(single),
      hundredViewsASecond: spreadOf(durations),
      fiftyAtTheSameInstant: spreadOf(burst),
      staleOrdersForFiftyViewers: viewedOrders.size,
      upstreamCallsForFiftyViewers: upstream,
      peers: await peers(shop, spreadOf(single).p50Ms),
      ok: statementsPerView === 1 && upstream === viewedOrders.size,
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Two thousand tickets of customers of the shop, each naming an order. */
async function openTickets(askonce: ReturnType<typeof createAskonce>, shop: FakeShop): Promise<string[]> {
  const tickets: string[] = [];
  const step = Math.max(1, Math.floor(shop.orders.length / 2000));
  for (let index = 0; index < shop.orders.length && tickets.length < 2000; index += step) {
    const order = shop.orders[index];
    if (!order) continue;
    const ticket = await askonce.tickets.create(
      { subject: "Where is my order", customer: { email: order.email }, message: { text: `Hello, order #${order.number} has not come.` } },
      systemCaller,
    );
    tickets.push(ticket.id);
  }
  return tickets;
}

/** The same question asked of the platforms themselves, 300 orders each, on loopback. */
async function peers(whole: FakeShop, ownP50Ms: number) {
  const shop: FakeShop = { ...whole, orders: whole.orders.slice(-300) };
  const random = seededRandom(3);
  const order = () => shop.orders[Math.floor(random() * shop.orders.length)] ?? shop.orders[0];

  const woo = createFakeWooCommerce({ shop });
  const wooServer = await serveRequestHandler(woo.handle, { port: 0 });
  woo.setBaseUrl(wooServer.url);
  const askWoo = await wooCommerceByHand(wooServer.url, woo.consumerKey, woo.consumerSecret);
  const wooDurations: number[] = [];
  for (let index = 0; index < 60; index++) {
    const { number = "", email = "" } = order() ?? {};
    wooDurations.push(await timed(() => askWoo(number, email)));
  }
  const wooRequests = woo.requests().length / 60;
  await wooServer.close();

  const simulator = createShopifySimulator({ shop, bucket: { maximumAvailable: 1_000_000, restoreRate: 1_000_000 } });
  const shopifyServer = await serveRequestHandler(simulator.handle, { port: 0 });
  const askShopify = await shopifyByHand(shopifyServer.url, simulator.domain, simulator.accessToken);
  const shopifyDurations: number[] = [];
  for (let index = 0; index < 60; index++) {
    const { number = "", email = "" } = order() ?? {};
    shopifyDurations.push(await timed(() => askShopify(number, email)));
  }
  const shopifyRequests = simulator.requestCount() / 60;
  await shopifyServer.close();

  const wooSpread = spreadOf(wooDurations);
  const shopifySpread = spreadOf(shopifyDurations);
  return {
    note: "hand-written calls with the vendors' clients, fakes on loopback, 300 orders, no network time",
    woocommerceRestApi: { ...wooSpread, requestsPerView: round(wooRequests, 1), timesSlowerAtP50: round(wooSpread.p50Ms / ownP50Ms, 1) },
    shopifyApi: {
      ...shopifySpread,
      requestsPerView: round(shopifyRequests, 1),
      timesSlowerAtP50: round(shopifySpread.p50Ms / ownP50Ms, 1),
    },
  };
}
