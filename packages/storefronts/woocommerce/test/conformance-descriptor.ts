import type { InboundWebhook } from "@askonce/spec";
import {
  type ConformanceShop,
  conformanceShop,
  personalDataOf,
  type StorefrontDescriptor,
  type StorefrontHarness,
  type StorefrontSetup,
  scenariosFromShop,
  type WebhookKind,
} from "@askonce/testkit/storefront";
import { createFakeWooCommerce, type FakeWooCommerce, signWebhook, type WooOrder } from "@askonce/testkit/woocommerce";
import type { WooCommerceOptions } from "../src/options.ts";
import { woocommerce } from "../src/woocommerce.ts";

const consumerKey = "ck_conformance_5d1f0c9a7b3e4826";
const consumerSecret = "cs_conformance_1a2b3c4d5e6f7081";
const webhookSecret = "conformance <webhook> & 'secret'";
const url = "https://shop.example.test/store";
const deliveryUrl = "https://askonce.example.test/webhooks/woocommerce";
/** A vendor's id that a JavaScript number would change. */
const hugeId = "820982911946154507";

/** The adapter with the askonce plugin in the shop, behind which the fake has everything a WooCommerce shop can know. */
export const wooCommerceDescriptor: StorefrontDescriptor = {
  name: "@askonce/woocommerce",
  create: createHarness,
  unknownOption: {
    field: "consumerSecrets",
    create: () => woocommerce({ url, consumerKey, consumerSecret, consumerSecrets: "x" } as WooCommerceOptions),
  },
  limits: [
    { field: "order.cancelReason", reason: "WooCommerce does not ask why an order is cancelled." },
    { field: "order.presentment", reason: "WooCommerce keeps one currency for an order, the one the buyer paid in." },
    { field: "parcel.promisedAt", reason: "WooCommerce keeps no promised day; the plugin reads the courier's estimate." },
  ],
};

function createHarness(setup: StorefrontSetup): StorefrontHarness {
  const conformance = conformanceShop();
  const fake = createFakeWooCommerce({
    shop: conformance.shop,
    baseUrl: url,
    consumerKey,
    consumerSecret,
    webhookSecret,
    trackingSource: "askonce",
    orderCurrency: "shop",
    clock: setup.clock,
  });
  const bigOne = conformance.orders["ids-beyond-2-53"].id;
  const ref = (order: { id: number }): string => `woocommerce:${order.id === bigOne ? hugeId : order.id}`;
  makeOdd(fake, conformance);
  return {
    adapter: woocommerce({
      url,
      consumerKey,
      consumerSecret: setup.credentials === "valid" ? consumerSecret : "cs_conformance_some_other_secret",
      webhookSecrets: [webhookSecret],
      countryCode: "RO",
      changesPageSize: setup.changesPageSize,
      ...(setup.timeoutMs === null ? {} : { timeoutMs: setup.timeoutMs }),
    }),
    fetch: fetchWithHugeId(fake, bigOne),
    scenarios: scenariosFromShop(conformance, {
      ref,
      // Without rounds: the field of the plugin carries the newest event and one estimate.
      expectAll: (expected, order) => ({
        ...expected,
        ...(expected.parcels === undefined
          ? {}
          : {
              parcels: expected.parcels.map((parcel, index) => ({
                ...parcel,
                estimatedAt: order.parcels[index]?.estimatedAt ?? order.parcels[index]?.promisedAt ?? null,
                ...(parcel.checkpointTexts === undefined ? {} : { checkpointTexts: parcel.checkpointTexts.slice(0, 1) }),
              })),
            }),
      }),
      expect: { "unknown-status": { status: "unknown", rawStatus: "teleported" } },
    }),
    webhooks: webhookFixtures(fake, conformance),
    changes: {
      refs: conformance.shop.orders.map(ref),
      touch: (touched) => {
        fake.updateOrder(touched.endsWith(hugeId) ? bigOne : Number(touched.split(":")[1]), {});
      },
    },
    secrets: [consumerKey, consumerSecret, webhookSecret, "some_other_secret", "order-pay", ...orderSecrets(fake)],
    personal: personalDataOf(conformance),
    close: () => {},
  };
}

/** Everything in an order that opens it, or that nobody needs to know about its buyer. */
function orderSecrets(fake: FakeWooCommerce): string[] {
  return fake.orders.list().flatMap((order) => [order.order_key, order.customer_ip_address, order.customer_user_agent]);
}

function makeOdd(fake: FakeWooCommerce, { orders }: ConformanceShop): void {
  fake.updateOrder(orders["unknown-status"].id, { status: "teleported" });
  const extra = orders["extra-fields"].id;
  const order = fake.orders.get(extra);
  const line_items = order?.line_items.map((line) => ({ ...line, carbon: { grams: 310, origin: ["IT"] } })) ?? [];
  fake.updateOrder(extra, { line_items, loyalty: { points: 12, tier: null } } as Partial<WooOrder>);
  fake.updateOrder(orders["missing-optional-fields"].id, { meta_data: [], askonce: undefined } as unknown as Partial<WooOrder>);
  threeDecimals(fake, orders["money-other-decimals"]);
}

/** A shop that sells in dinars has three decimals in its settings; the fake is one with two. */
function threeDecimals(fake: FakeWooCommerce, order: ConformanceShop["orders"]["money-other-decimals"]): void {
  const text = (amountMinor: number): string => (amountMinor / 1000).toFixed(3);
  const gross = order.items.map((item) => item.unitPriceMinor * item.quantity);
  const line_items = fake.orders.get(order.id)?.line_items.map((line, index) => {
    const amount = text(gross[index] ?? 0);
    return { ...line, subtotal: amount, total: amount };
  });
  const total = text(gross.reduce((sum, amount) => sum + amount, order.shippingMinor));
  fake.updateOrder(order.id, { ...(line_items === undefined ? {} : { line_items }), total, shipping_total: text(order.shippingMinor) });
}

/** On the wire the id is a number, which the fake, made of JavaScript numbers, cannot hold. */
function fetchWithHugeId(fake: FakeWooCommerce, id: number): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const address = request.url.replace(`/orders/${hugeId}`, `/orders/${id}`);
    const response = await fake.handle(address === request.url ? request : new Request(address, request));
    const text = (await response.text()).replaceAll(`"id":${id},"parent_id":`, `"id":${hugeId},"parent_id":`);
    return new Response(text, { status: response.status, headers: response.headers });
  };
}

function webhookFixtures(fake: FakeWooCommerce, { orders }: ConformanceShop): NonNullable<StorefrontHarness["webhooks"]> {
  const { id } = orders["order-delivered"];
  let changed: InboundWebhook | null = null;
  const firstChange = async (): Promise<InboundWebhook> => {
    changed ??= await change(fake, id, "Ring twice");
    return copy(changed);
  };
  return {
    ref: `woocommerce:${id}`,
    redelivery: async () => {
      const again = await firstChange();
      again.headers.set("x-wc-webhook-delivery-id", "0123456789abcdef0123456789abcdef");
      return again;
    },
    delivery: async (kind: WebhookKind) => {
      const first = await firstChange();
      switch (kind) {
        case "orderChanged":
          return first;
        case "secondChange": {
          const second = await change(fake, id, "Ring three times");
          // WooCommerce's delivery id is a hash of webhook and second, so changes of one second share it.
          second.headers.set("x-wc-webhook-delivery-id", first.headers.get("x-wc-webhook-delivery-id") ?? "");
          return second;
        }
        case "orderDeleted":
          fake.trashOrder(id);
          return await lastDelivery(fake, "order.deleted");
        case "ping":
          return await lastDelivery(fake, "ping");
        case "malformed":
          return signed(first, new TextEncoder().encode('{"id":'), webhookSecret);
        case "wrongSecret":
          return signed(first, first.body, "not the webhook's secret");
        case "unsigned":
          first.headers.delete("x-wc-webhook-signature");
          return first;
      }
    },
  };
}

async function change(fake: FakeWooCommerce, id: number, note: string): Promise<InboundWebhook> {
  fake.addWebhook({ topic: "order.updated", deliveryUrl });
  fake.updateOrder(id, { customer_note: note });
  const webhook = await lastDelivery(fake, "order.updated");
  // Always the same webhook, as a shop would have it.
  webhook.headers.set("x-wc-webhook-id", "1");
  return webhook;
}

/** Runs the shop's scheduler and catches what it sends. */
async function lastDelivery(fake: FakeWooCommerce, topic: string): Promise<InboundWebhook> {
  if (topic === "order.deleted") {
    fake.addWebhook({ topic, deliveryUrl });
    fake.restoreOrder(8);
    fake.trashOrder(8);
  }
  if (topic === "ping") fake.addWebhook({ topic: "order.created", deliveryUrl });
  const caught: InboundWebhook[] = [];
  await fake.deliverWebhooks({
    fetch: async (address, init) => {
      const request = new Request(address, init);
      caught.push({ method: request.method, url: address, headers: request.headers, body: new Uint8Array(await request.arrayBuffer()) });
      return new Response(null, { status: 200 });
    },
  });
  const found = caught.findLast(({ headers }) => (headers.get("x-wc-webhook-topic") ?? "ping") === topic);
  if (found === undefined) throw new Error(`The fake sent no ${topic}`);
  return found;
}

function copy(webhook: InboundWebhook): InboundWebhook {
  return { ...webhook, headers: new Headers(webhook.headers), body: webhook.body.slice() };
}

function signed(webhook: InboundWebhook, body: Uint8Array, secret: string): InboundWebhook {
  const result = { ...copy(webhook), body };
  result.headers.set("x-wc-webhook-signature", signWebhook(body, secret));
  return result;
}
