import { encodeBase64, hmacSha256 } from "@askonce/adapter-kit";
import type { InboundWebhook } from "@askonce/spec";
import { recordingLogger } from "@askonce/testkit";
import { shopifyWebhookExample } from "@askonce/testkit/shopify";
import { describe, expect, it } from "vitest";
import { type ReceiveOptions, receiveWebhook } from "./receive.ts";

const options: ReceiveOptions = { adapterId: "shopify", shopDomain: "example.myshopify.com", secrets: ["old-secret", "hush-hush"] };
const order = "shopify:gid://shopify/Order/820982911946154508";
const returnedOrder = "shopify:gid://shopify/Order/4783296544821";

interface Signed {
  topic: string;
  body: string;
  headers?: Record<string, string>;
  secret?: string;
  family?: "classic" | "events";
}

async function signed({ topic, body, headers = {}, secret = "hush-hush", family = "classic" }: Signed): Promise<InboundWebhook> {
  const prefix = family === "classic" ? "X-Shopify-" : "shopify-";
  const bytes = new TextEncoder().encode(body);
  const all = new Headers({
    [`${prefix}Hmac-Sha256`]: encodeBase64(await hmacSha256(secret, bytes)),
    [`${prefix}Topic`]: topic,
    [`${prefix}Shop-Domain`]: "example.myshopify.com",
    [`${prefix}API-Version`]: "2026-10",
    [`${prefix}Webhook-Id`]: "webhook-1",
    ...(family === "classic" ? { "X-Shopify-Event-Id": "event-1" } : {}),
  });
  for (const [name, value] of Object.entries(headers)) value === "" ? all.delete(name) : all.set(name, value);
  return { method: "POST", url: "https://askonce.test/webhooks", headers: all, body: bytes };
}

async function receive(webhook: Signed, changes: Partial<ReceiveOptions> = {}) {
  return (await receiveWebhook(await signed(webhook), { ...options, ...changes }, { logger: recordingLogger() })).events;
}

/** The published examples lost the last digits of their ids; written as Shopify writes them, they have them. */
function exampleBody(topic: string): string {
  return JSON.stringify(shopifyWebhookExample(topic).payload).replaceAll("820982911946154500", "820982911946154508");
}

/** Every topic there is a recorded example for, with what it means: type and reference, or a problem's code, or nothing. */
const meanings: [topic: string, ...events: [type: string, about: string][]][] = [
  ["app/scopes_update", ["source.problem", "scopes_changed"]],
  ["app/uninstalled", ["source.problem", "uninstalled"]],
  ["bulk_operations/finish"],
  ["customers/create", ["customer.changed", "shopify:gid://shopify/Customer/706405506930370084"]],
  ["customers/data_request", ["source.problem", "customers/data_request"]],
  ["customers/delete", ["customer.changed", "shopify:gid://shopify/Customer/706405506930370084"]],
  ["customers/merge", ["customer.changed", "shopify:gid://shopify/Customer/1"], ["customer.changed", "shopify:gid://shopify/Customer/2"]],
  ["customers/redact", ["source.problem", "customers/redact"]],
  ["customers/update", ["customer.changed", "shopify:gid://shopify/Customer/706405506930370084"]],
  ["disputes/create", ["order.changed", order]],
  ["disputes/update", ["order.changed", order]],
  ["draft_orders/create"],
  ["fulfillment_events/create", ["order.changed", order]],
  ["fulfillment_events/delete", ["order.changed", order]],
  ["fulfillment_holds/added"],
  ["fulfillment_holds/released"],
  ["fulfillment_orders/cancelled"],
  ["fulfillment_orders/placed_on_hold"],
  ["fulfillments/create", ["order.changed", order]],
  ["fulfillments/update", ["order.changed", order]],
  ["order_transactions/create", ["order.changed", order]],
  ["orders/cancelled", ["order.changed", order]],
  ["orders/create", ["order.changed", order]],
  ["orders/delete", ["order.deleted", order]],
  ["orders/edited", ["order.changed", order]],
  ["orders/fulfilled", ["order.changed", order]],
  ["orders/link_requested", ["order.changed", order]],
  ["orders/paid", ["order.changed", order]],
  ["orders/partially_fulfilled", ["order.changed", order]],
  // Published with null in the place of every id.
  ["orders/risk_assessment_changed"],
  ["orders/updated", ["order.changed", order]],
  ["refunds/create", ["order.changed", order]],
  ["returns/approve", ["order.changed", returnedOrder]],
  ["returns/cancel", ["order.changed", returnedOrder]],
  ["returns/close", ["order.changed", returnedOrder]],
  ["returns/decline", ["order.changed", returnedOrder]],
  // Published empty.
  ["returns/process"],
  ["returns/reopen", ["order.changed", returnedOrder]],
  ["returns/request", ["order.changed", returnedOrder]],
  // Names no order: its change comes with orders/updated, or with the next reconciliation.
  ["returns/update"],
  ["reverse_deliveries/attach_deliverable"],
  ["reverse_fulfillment_orders/dispose"],
  ["shop/redact", ["source.problem", "shop/redact"]],
  ["shop/update"],
];

describe("Shopify's recorded examples", () => {
  it("are all here", () => {
    expect(new Set(meanings.map(([topic]) => topic)).size).toBe(44);
  });

  it.each(meanings)("%s", async (topic, ...expected) => {
    const events = await receive({ topic, body: exampleBody(topic) });
    const seen = events.map((event) => [event.type, "ref" in event ? event.ref : event.code]);
    expect(seen).toEqual(expected);
    expect(new Set(events.map((event) => event.key)).size).toBe(events.length);
    for (const event of events) expect(event.key).toContain(topic);
  });

  it("take the order from its global id where the digits were lost", async () => {
    const damaged = JSON.stringify(shopifyWebhookExample("orders/updated").payload);
    expect(damaged).toContain('"id":820982911946154500');
    expect(await receive({ topic: "orders/updated", body: damaged })).toMatchObject([{ ref: order }]);
  });
});

describe("ids", () => {
  it("beyond 2^53 keep all their digits", async () => {
    expect(await receive({ topic: "orders/delete", body: '{"id":820982911946154508}' })).toMatchObject([
      { type: "order.deleted", ref: order },
    ]);
    expect(await receive({ topic: "refunds/create", body: '{"id":1,"order_id":820982911946154508}' })).toMatchObject([{ ref: order }]);
  });

  it("of an edit are found where Shopify puts them", async () => {
    const body = '{"order_edit":{"id":78912328793,"order_id":820982911946154508}}';
    expect(await receive({ topic: "orders/edited", body })).toMatchObject([{ ref: order }]);
  });
});

describe("versions", () => {
  it("are instants in UTC, of orders only", async () => {
    const body = '{"admin_graphql_api_id":"gid://shopify/Order/1","updated_at":"2026-11-21T05:00:00-05:00"}';
    expect(await receive({ topic: "orders/updated", body })).toMatchObject([{ version: "2026-11-21T10:00:00Z", snapshot: null }]);
    const ofFulfillment = '{"order_id":1,"admin_graphql_api_id":"gid://shopify/Fulfillment/2","updated_at":"2026-11-21T05:00:00-05:00"}';
    expect(await receive({ topic: "fulfillments/update", body: ofFulfillment })).toMatchObject([
      { ref: "shopify:gid://shopify/Order/1", version: null },
    ]);
  });
});

describe("keys", () => {
  const body = '{"admin_graphql_api_id":"gid://shopify/Order/1"}';
  const keyOf = async (changes: Partial<Signed>) => (await receive({ topic: "orders/updated", body, ...changes }))[0]?.key;

  it("are the same for one event, delivered again or to a second subscription", async () => {
    expect(await keyOf({ headers: { "X-Shopify-Webhook-Id": "webhook-2" } })).toBe(await keyOf({}));
  });

  it("are others for another event and for another topic of the same event", async () => {
    const keys = [
      await keyOf({}),
      await keyOf({ headers: { "X-Shopify-Event-Id": "event-2" } }),
      await keyOf({ topic: "orders/fulfilled" }),
    ];
    expect(new Set(keys).size).toBe(3);
  });

  it("fall back to the delivery, and then to the body", async () => {
    const noEvent = { "X-Shopify-Event-Id": "" };
    expect(await keyOf({ headers: noEvent })).toBe("example.myshopify.com:orders/updated:webhook-1");
    const noIds = { ...noEvent, "X-Shopify-Webhook-Id": "" };
    expect(await keyOf({ headers: noIds })).toBe(await keyOf({ headers: noIds }));
    expect(await keyOf({ headers: noIds })).not.toBe(await keyOf({ headers: noIds, body: `${body} ` }));
  });
});

describe("Next-Gen Events", () => {
  const body = JSON.stringify({
    topic: "Order",
    action: "update",
    handle: "order-status",
    data: { order: { id: "gid://shopify/Order/7" } },
  });

  it("come with their own headers", async () => {
    const events = await receive({ topic: "Order", body, family: "events", headers: { "shopify-action": "update" } });
    expect(events).toEqual([
      {
        type: "order.changed",
        key: "example.myshopify.com:Order:webhook-1",
        ref: "shopify:gid://shopify/Order/7",
        version: null,
        snapshot: null,
      },
    ]);
  });

  it("say with their action that an order is gone", async () => {
    const events = await receive({ topic: "Order", body, family: "events", headers: { "shopify-action": "delete" } });
    expect(events).toMatchObject([{ type: "order.deleted", ref: "shopify:gid://shopify/Order/7" }]);
  });
});

describe("refusals", () => {
  const body = '{"admin_graphql_api_id":"gid://shopify/Order/1","updated_at":"2026-11-21T05:00:00-05:00"}';

  it("any of the secrets will do, while one is rotated", async () => {
    expect(await receive({ topic: "orders/updated", body, secret: "old-secret" })).toHaveLength(1);
    await expect(receive({ topic: "orders/updated", body, secret: "older-secret" })).rejects.toMatchObject({
      code: "WEBHOOK_SIGNATURE_INVALID",
    });
  });

  it("a signature in the other family's header does not vouch for this one's topic", async () => {
    const webhook = await signed({ topic: "orders/updated", body });
    webhook.headers.set("shopify-topic", "Order");
    webhook.headers.set("shopify-hmac-sha256", "AAAA");
    await expect(receiveWebhook(webhook, options, { logger: recordingLogger() })).rejects.toMatchObject({
      code: "WEBHOOK_SIGNATURE_INVALID",
    });
  });

  it("another shop of the same app", async () => {
    const headers = { "X-Shopify-Shop-Domain": "other.myshopify.com" };
    await expect(receive({ topic: "orders/updated", body, headers })).rejects.toMatchObject({ code: "WEBHOOK_UNREADABLE" });
    expect(await receive({ topic: "orders/updated", body, headers }, { shopDomain: null })).toHaveLength(1);
  });

  it("missing headers, and bodies that are no object", async () => {
    await expect(receive({ topic: "orders/updated", body, headers: { "X-Shopify-Topic": "" } })).rejects.toMatchObject({
      code: "WEBHOOK_UNREADABLE",
    });
    for (const wrong of ["[]", "null", "{", '"x"']) {
      await expect(receive({ topic: "orders/updated", body: wrong })).rejects.toMatchObject({ code: "WEBHOOK_UNREADABLE" });
    }
  });

  it("a topic that was exchanged, which no signature covers, deletes nothing", async () => {
    expect(await receive({ topic: "orders/delete", body })).toMatchObject([
      { type: "order.changed", ref: "shopify:gid://shopify/Order/1" },
    ]);
  });

  it("a body that names nothing is logged without its content", async () => {
    const logger = recordingLogger();
    const webhook = await signed({ topic: "orders/updated", body: '{"email":"somebody@example.test"}' });
    expect(await receiveWebhook(webhook, options, { logger })).toEqual({ events: [] });
    expect(JSON.stringify(logger.entries)).toContain("orders/updated");
    expect(JSON.stringify(logger.entries)).not.toContain("somebody");
  });
});
