import { createAskonce, systemCaller } from "@askonce/core";
import { shopify } from "@askonce/shopify";
import { contextSchema } from "@askonce/spec";
import { sqlite } from "@askonce/sqlite";
import { serveRequestHandler } from "@askonce/testkit/server";
import { type FakeOrder, generateShop } from "@askonce/testkit/shop-data";
import { createShopifySimulator } from "@askonce/testkit/shopify";
import { createFakeWooCommerce } from "@askonce/testkit/woocommerce";
import { woocommerce } from "@askonce/woocommerce";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** The order of a real conversation: both storefronts behind their fakes on loopback, one instance, everything over HTTP. */
const now = new Date().toISOString();
const wooShop = generateShop({ seed: 11, orders: 60, now });
const shopifyShop = generateShop({ seed: 12, orders: 40, now, currency: "EUR", timeZone: "Europe/Rome", numberPrefix: "IT-" });
const closers: (() => Promise<unknown>)[] = [];
const webhookSecret = "journey-webhook-secret-0123456789";

let woo: ReturnType<typeof createFakeWooCommerce>;
let simulator: ReturnType<typeof createShopifySimulator>;
let askonce: ReturnType<typeof createAskonce>;
let token = "";

const request = (method: string, path: string, body?: unknown) =>
  askonce.handler(
    new Request(`http://askonce.example.test/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
const json = async (method: string, path: string, body?: unknown) => (await request(method, path, body)).json();
const openTicket = (order: FakeOrder, text: string) =>
  json("POST", "/tickets", { subject: "Question", customer: { email: order.email }, message: { text } });
const withParcels = (orders: FakeOrder[]) => {
  const found = orders.find((order) => order.scenario === "splitShipment") ?? orders.find((order) => order.parcels.length > 0);
  if (!found) throw new Error("no order with parcels");
  return found;
};

beforeAll(async () => {
  woo = createFakeWooCommerce({ shop: wooShop, webhookSecret, orderCurrency: "shop" });
  const wooServer = await serveRequestHandler(woo.handle, { port: 0 });
  woo.setBaseUrl(wooServer.url);
  simulator = createShopifySimulator({ shop: shopifyShop, apiSecret: webhookSecret });
  const shopifyServer = await serveRequestHandler(simulator.handle, { port: 0 });
  askonce = createAskonce({
    storage: sqlite(":memory:"),
    shop: { countryCode: "RO", timeZone: "Europe/Bucharest" },
    storefronts: [
      woocommerce({
        url: wooServer.url,
        consumerKey: woo.consumerKey,
        consumerSecret: woo.consumerSecret,
        webhookSecrets: [webhookSecret],
        ratePerSecond: 500,
      }),
      shopify({ shop: simulator.domain, endpoint: shopifyServer.url, accessToken: simulator.accessToken, webhookSecrets: [webhookSecret] }),
    ],
  });
  closers.push(
    () => askonce.stop(),
    () => wooServer.close(),
    () => shopifyServer.close(),
  );
  const owner = await askonce.agents.create({ name: "Olga", role: "owner" }, systemCaller);
  token = (await askonce.agents.createToken(owner.id, { label: "journey" }, systemCaller)).token;
  await askonce.sync.backfill("woocommerce");
  await askonce.sync.backfill("shopify");
}, 60_000);

afterAll(async () => {
  for (const close of closers) await close();
});

describe("the order of a real conversation", () => {
  it("knows the whole history of both storefronts", async () => {
    const { items } = await json("GET", "/storefronts");
    expect(
      items.map((one: { adapterId: string; ordersCount: number; backfill: { state: string } }) => [
        one.adapterId,
        one.ordersCount,
        one.backfill.state,
      ]),
    ).toEqual([
      ["woocommerce", 60, "complete"],
      // Orders older than sixty days are hidden from an app without read_all_orders.
      ["shopify", expect.any(Number), "complete"],
    ]);
  });

  it.each([
    ["WooCommerce", () => withParcels(wooShop.orders)],
    ["Shopify", () => withParcels(shopifyShop.orders.slice(-25))],
  ])("shows a %s order, its parcels and their age beside the message that names it", async (_, pick) => {
    const order = pick();
    const ticket = await openTicket(order, `Bună ziua, comanda #${order.number} nu a ajuns.`);
    const context = await json("GET", `/tickets/${ticket.id}/context`);
    expect(contextSchema.parse(context)).toEqual(context);
    expect(context.order.order.number).toBe(order.number);
    expect(context.order.belongsToCustomer).toBe(true);
    expect(context.order.evidence[0]).toMatchObject({ kind: "orderNumber" });
    expect(context.order.order.parcels.map((parcel: { trackingNumber: string }) => parcel.trackingNumber).sort()).toEqual(
      order.parcels.map((parcel) => parcel.trackingNumber).sort(),
    );
    // TrackShip tells that a parcel is delivered, and not when: nothing may stand there that nobody told.
    const delivered = context.order.order.parcels.filter((parcel: { status: string }) => parcel.status === "delivered");
    for (const { source, deliveredAt } of delivered) expect(deliveredAt === null, `from ${source}`).toBe(source === "trackship");
    expect(context.facts.map((fact: { key: string }) => fact.key)).toEqual(
      expect.arrayContaining(["orderNumber", "trackingNumber", "shippingAddress"]),
    );
    expect(context.sources).toHaveLength(2);
  });

  it("follows a change that a WooCommerce webhook tells, once, however often it is told", async () => {
    const order = wooShop.orders.find((one) => one.status === "processing");
    if (!order) throw new Error("no processing order");
    const address = "http://askonce.example.test/api/v1/webhooks/woocommerce";
    woo.addWebhook({ topic: "order.updated", deliveryUrl: address, secret: webhookSecret });
    const fetchToUs: typeof fetch = async (input, init) => askonce.handler(new Request(input, init));
    await woo.deliverWebhooks({ fetch: fetchToUs });
    const told: string[] = [];
    const stop = askonce.on("order.updated", (event) => void told.push(event.data.orderRef));
    woo.updateOrder(order.id, { status: "cancelled" });
    const deliveries = await woo.deliverWebhooks({ fetch: fetchToUs, duplicate: 3, shuffle: { seed: 5 } });
    expect(deliveries.length).toBeGreaterThan(1);
    await askonce.drain();
    stop();
    const { items } = await json("GET", `/orders?number=${order.number}`);
    expect(items[0].order.status).toBe("cancelled");
    expect(told.filter((ref) => ref === items[0].order.ref)).toHaveLength(1);
  });

  it("reads a Shopify order again when a webhook hints at it", async () => {
    const order = shopifyShop.orders.slice(-15).find((one) => one.status === "processing" && one.parcels.length === 0);
    if (!order) throw new Error("no processing order");
    const id = simulator.orderOf(order.id)?.id;
    if (!id) throw new Error("the simulator does not know it");
    simulator.cancelOrder(id);
    await simulator.deliverWebhooks({
      fetch: (webhook) => askonce.handler(webhook),
      url: "http://askonce.example.test/api/v1/webhooks/shopify",
      duplicate: 1,
      seed: 3,
    });
    await askonce.drain();
    const { items } = await json("GET", `/orders?number=${encodeURIComponent(order.number)}`);
    expect(items[0].order.status).toBe("cancelled");
  });

  it("refuses forged webhooks of both, and stores nothing", async () => {
    const before = (await json("GET", "/storefronts")).items.map((one: { inboxPending: number }) => one.inboxPending);
    for (const path of ["/webhooks/woocommerce", "/webhooks/shopify"]) {
      const headers = {
        "x-wc-webhook-signature": btoa("0".repeat(32)),
        "x-wc-webhook-topic": "order.updated",
        "x-wc-webhook-id": "1",
        "x-shopify-hmac-sha256": btoa("0".repeat(32)),
        "x-shopify-topic": "orders/updated",
        "x-shopify-shop-domain": simulator.domain,
        "x-shopify-webhook-id": "1",
        "x-shopify-api-version": "2026-10",
      };
      const response = await askonce.handler(
        new Request(`http://askonce.example.test/api/v1${path}`, { method: "POST", headers, body: '{"id":1}' }),
      );
      expect(response.status).toBe(401);
    }
    expect((await json("GET", "/storefronts")).items.map((one: { inboxPending: number }) => one.inboxPending)).toEqual(before);
  });

  it("looks an order up live, and shows a stranger's to nobody", async () => {
    const order = withParcels(shopifyShop.orders.slice(-25));
    const found = await json(
      "GET",
      `/orders?number=${encodeURIComponent(order.number)}&email=${encodeURIComponent(order.email)}&live=true`,
    );
    expect(found.items[0].order.number).toBe(order.number);
    const stranger = await json("GET", `/orders?number=${encodeURIComponent(order.number)}&email=nobody%40example.test&live=true`);
    expect(stranger.items).toEqual([]);
    const guest = await request("POST", "/order-lookup", { number: order.number, email: order.email });
    expect([guest.status, (await guest.json()).number]).toEqual([200, order.number]);
  });
});
