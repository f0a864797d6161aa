import { type InboundWebhook, parseSourceRef, sourceRef } from "@askonce/spec";
import {
  type ConformanceShop,
  conformanceShop,
  personalDataOf,
  runWithVitest,
  type StorefrontDescriptor,
  type StorefrontHarness,
  type StorefrontSetup,
  scenariosFromShop,
  storefrontCases,
} from "@askonce/testkit";
import { createShopifySimulator, defaultScopes, type ShopifySimulator } from "@askonce/testkit/shopify";
import { describe, it } from "vitest";
import type { ShopifyOptions } from "./options.ts";
import { shopify } from "./shopify.ts";

const accessToken = "shpat_conformance_token";
const apiSecret = "conformance-api-secret";

const descriptor: StorefrontDescriptor = {
  name: "@askonce/shopify",
  create: createHarness,
  unknownOption: {
    field: "colour",
    create: () => shopify({ shop: "example.myshopify.com", accessToken, colour: "red" } as ShopifyOptions),
  },
  limits: [
    { field: "parcel.promisedAt", reason: "The Admin API keeps no day that was promised at checkout on a fulfillment." },
    { field: "order.notes", reason: "The API gives the order's one note, which is the buyer's; remarks in the timeline cannot be read." },
  ],
  skip: [
    { case: "private-notes", reason: "Shopify's order has one note, the buyer's; the timeline's remarks cannot be read by apps." },
    { case: "webhook-ping", reason: "Shopify sends nothing to try an address." },
  ],
};

runWithVitest(storefrontCases(descriptor), { describe, it });

function createHarness(setup: StorefrontSetup): StorefrontHarness {
  const conformance = conformanceShop();
  // Three decimals are in the tests of the mapping; the simulator knows currencies with two and with none.
  conformance.orders["money-other-decimals"].currency = "JPY";
  const simulator = createShopifySimulator({
    shop: conformance.shop,
    // Every id is above 2^53, as those of Shopify's own test deliveries.
    largeIds: true,
    clock: setup.clock,
    accessTokens: { [accessToken]: defaultScopes },
    apiSecret,
  });
  const ref = (order: { id: number }): string =>
    sourceRef("shopify", simulator.orderOf(order.id)?.id ?? `gid://shopify/Order/58240${order.id}`);
  return {
    adapter: shopify({
      shop: simulator.domain,
      accessToken: setup.credentials === "valid" ? accessToken : "shpat_some_other_token",
      webhookSecrets: [apiSecret],
      changesPageSize: setup.changesPageSize,
      ...(setup.timeoutMs === null ? {} : { timeoutMs: setup.timeoutMs }),
    }),
    fetch: oddShop(simulator, conformance),
    scenarios: scenariosFromShop(conformance, {
      ref,
      expect: { "unknown-status": { fulfillmentStatus: "unknown", rawStatus: "TELEPORTED" } },
    }),
    webhooks: webhookFixtures(simulator, conformance),
    changes: {
      refs: conformance.shop.orders.map(ref),
      touch: (touched) => simulator.updateOrder(parseSourceRef(touched)?.vendorId ?? "", { tags: ["touched"] }),
    },
    secrets: [accessToken, apiSecret],
    personal: personalDataOf(conformance),
    close: () => {},
  };
}

/** What is odd about an order is odd in Shopify's own format, as a newer version of the API would send it. */
function oddShop(simulator: ShopifySimulator, { orders }: ConformanceShop): typeof globalThis.fetch {
  const gidOf = (name: "unknown-status" | "extra-fields" | "missing-optional-fields"): string =>
    simulator.orderOf(orders[name].id)?.id ?? "";
  return async (input, init) => {
    const response = await simulator.fetch(input as string, init);
    if (response.status !== 200) return response;
    const answer = JSON.parse(await response.text(), (_key, value: unknown) => {
      if (typeof value !== "object" || value === null || !("id" in value) || !("name" in value)) return value;
      if (value.id === gidOf("unknown-status")) return { ...value, displayFulfillmentStatus: "TELEPORTED" };
      if (value.id === gidOf("extra-fields")) return { ...value, loyalty: { points: 12, tier: null }, items: [] };
      if (value.id === gidOf("missing-optional-fields")) {
        return {
          ...value,
          phone: null,
          note: null,
          billingAddress: null,
          shippingLine: null,
          paymentGatewayNames: [],
        };
      }
      return value;
    }) as unknown;
    return new Response(JSON.stringify(answer), { status: 200, headers: response.headers });
  };
}

function webhookFixtures(simulator: ShopifySimulator, { orders }: ConformanceShop): NonNullable<StorefrontHarness["webhooks"]> {
  const id = simulator.orderOf(orders["order-delivered"].id)?.id ?? "";
  const secrets = { right: apiSecret, wrong: "not-the-api-secret" };

  /** Lets the simulator send what it has to send, and keeps the one with the topic. */
  async function sent(topic: string, secret: string): Promise<InboundWebhook> {
    let last: InboundWebhook | null = null;
    await simulator.deliverWebhooks({
      url: "https://askonce.test/webhooks",
      topics: [topic],
      secret,
      fetch: async (request) => {
        const body = new Uint8Array(await request.arrayBuffer());
        last = { method: request.method, url: request.url, headers: new Headers(request.headers), body };
        return new Response(null, { status: 200 });
      },
    });
    if (last === null) throw new TypeError(`The simulator sent no ${topic}`);
    return last;
  }

  let first: Promise<InboundWebhook> | null = null;
  const changed = async (): Promise<InboundWebhook> => {
    if (first === null) {
      simulator.updateOrder(id, { note: "Please ring twice" });
      first = sent("orders/updated", secrets.right);
    }
    const webhook = await first;
    return { ...webhook, headers: new Headers(webhook.headers), body: webhook.body.slice() };
  };

  return {
    ref: sourceRef("shopify", id),
    // A repeated delivery has the same event, and a new id of the delivery.
    redelivery: async () => {
      const again = await changed();
      again.headers.set("x-shopify-webhook-id", "11111111-2222-4333-8444-555555555555");
      return again;
    },
    async delivery(kind) {
      switch (kind) {
        case "orderChanged":
          return changed();
        case "secondChange":
          await changed();
          simulator.updateOrder(id, { note: "Please ring three times" });
          return sent("orders/updated", secrets.right);
        case "orderDeleted":
          simulator.deleteOrder(id);
          return sent("orders/delete", secrets.right);
        case "ping":
          return null;
        case "malformed":
          return signedBody(await changed(), '{"id":');
        case "wrongSecret":
          simulator.updateOrder(id, { note: "Please ring twice" });
          return sent("orders/updated", secrets.wrong);
        case "unsigned": {
          const unsigned = await changed();
          unsigned.headers.delete("x-shopify-hmac-sha256");
          return unsigned;
        }
      }
    },
  };
}

async function signedBody(webhook: InboundWebhook, text: string): Promise<InboundWebhook> {
  const { encodeBase64, hmacSha256 } = await import("@askonce/adapter-kit");
  const body = new TextEncoder().encode(text);
  webhook.headers.set("x-shopify-hmac-sha256", encodeBase64(await hmacSha256(apiSecret, body)));
  return { ...webhook, body };
}
