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

const now = "2026-11-20T09:00:00.000Z";

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
    const path = join(directory, "askonce.db");
    const filled = await fill(path, options);
    const { tickets } = filled;
    const { storage, statements } = countedStorage(sqlite({ path, durability: "normal" }));
    let upstream = 0;
    let nowMs = Date.parse(now);
    const { adapter } = memoryStorefront(filled.sample);
    const askonce = createAskonce({
      storage,
      storefronts: [
        {
          ...adapter,
          getOrder: (ref, context) => {
            upstream++;
            return adapter.getOrder(ref, context);
          },
        },
      ],
      clock: { now: () => nowMs, sleep: async () => {} },
    });

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
        await new Promise((resolve) => setTimeout(resolve, Math.max(1, due - performance.now())));
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
      fillOrdersPerSecond: filled.ordersPerSecond,
      statementsPerView,
      contextBytes: bodyBytes,
      oneAgent: spreadOf(single),
      hundredViewsASecond: spreadOf(durations),
      fiftyAtTheSameInstant: spreadOf(burst),
      staleOrdersForFiftyViewers: viewedOrders.size,
      upstreamCallsForFiftyViewers: upstream,
      peers: await peers(filled.sample, spreadOf(single).p50Ms),
      ok: statementsPerView === 1 && upstream === viewedOrders.size,
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/**
 * Fills the database with an instance of its own. What it leaves behind is small: a shop of a hundred thousand orders in the heap of the
 * measured process would be measured as well, in the pauses of the collector.
 */
async function fill(path: string, options: ContextBenchOptions): Promise<{ tickets: string[]; sample: FakeShop; ordersPerSecond: number }> {
  const shop = generateShop({ seed: options.seed, orders: options.orders, now });
  const askonce = createAskonce({
    storage: sqlite({ path, durability: "normal" }),
    storefronts: [memoryStorefront(shop, { pageSize: 5000 }).adapter],
    clock: { now: () => Date.parse(now), sleep: async () => {} },
  });
  const fillMs = await timed(() => askonce.sync.backfill("memory"));
  const tickets = await openTickets(askonce, shop);
  await askonce.stop();
  const emails = new Set(shop.orders.slice(0, 1).map((order) => order.email));
  const orders = [
    ...shop.orders.filter((order) => emails.has(order.email)),
    ...shop.orders.slice(-300).filter((order) => !emails.has(order.email)),
  ];
  const sample: FakeShop = structuredClone({
    ...shop,
    orders,
    customers: shop.customers.filter(({ id }) => orders.some((order) => order.customerId === id)),
  });
  return { tickets, sample, ordersPerSecond: Math.round(options.orders / (fillMs / 1000)) };
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
async function peers(shop: FakeShop, ownP50Ms: number) {
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
