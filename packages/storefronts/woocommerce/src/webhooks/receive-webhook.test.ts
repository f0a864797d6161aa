import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { InboundWebhook, StorefrontEvent } from "@askonce/spec";
import {
  recordedWebhookSecret,
  signWebhook,
  wooCommerceRecordingsDirectory,
  wooCommerceWebhookRecordings,
} from "@askonce/testkit/woocommerce";
import { describe, expect, test } from "vitest";
import { openShop } from "../../test/shop.ts";
import { woocommerce } from "../woocommerce.ts";

const recordings = wooCommerceWebhookRecordings();
const inbound = (headers: Headers, body: Uint8Array): InboundWebhook => ({
  method: "POST",
  url: "https://a.example.test/hook",
  headers,
  body,
});
const recorded = (name: string): InboundWebhook => {
  const found = recordings.find((recording) => recording.name.includes(name));
  if (!found) throw new Error(`No recording ${name}`);
  return inbound(new Headers(found.headers), found.body.slice());
};

async function receive(webhook: InboundWebhook, webhookSecrets = [recordedWebhookSecret]): Promise<StorefrontEvent[]> {
  const { adapter, context } = openShop({}, { webhookSecrets });
  return (await adapter.webhooks.receive(webhook, context)).events;
}

function signed(topic: string, body: unknown, secret = recordedWebhookSecret): InboundWebhook {
  const bytes = new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body));
  const headers = { "x-wc-webhook-topic": topic, "x-wc-webhook-id": "7", "x-wc-webhook-signature": signWebhook(bytes, secret) };
  return inbound(new Headers(headers), bytes);
}

describe("recordings", () => {
  test("there are some of every kind", () => expect(recordings.length).toBeGreaterThanOrEqual(20));

  test.each(recordings.map(({ name, headers, body }) => [name, inbound(headers, body)] as const))("%s", async (name, webhook) => {
    const types = (await receive(webhook)).map(({ type }) => type);
    const expected = /order-(created|updated)/.test(name)
      ? ["order.changed"]
      : /order-deleted/.test(name)
        ? ["order.deleted"]
        : /customer-/.test(name)
          ? ["customer.changed"]
          : [];
    expect(types).toEqual(expected);
  });
});

test("a changed order carries itself, its version and what is left out", async () => {
  const [event] = await receive(recorded("013-order-created"));
  expect(event).toMatchObject({
    type: "order.changed",
    ref: "woocommerce:16",
    version: "2026-11-21T17:17:15Z",
    snapshot: { order: { number: "16", status: "open" }, omitted: ["notes", "parcels"] },
  });
  expect(JSON.stringify(event)).not.toMatch(/wc_order_|order-pay/);
});

describe("the key", () => {
  test("differs for changes that share WooCommerce's delivery id, and not for a repetition with another one", async () => {
    const [first, second] = [recorded("014-order-updated"), recorded("018-order-updated")];
    second.headers.set("x-wc-webhook-delivery-id", first.headers.get("x-wc-webhook-delivery-id") ?? "");
    const repeated = recorded("014-order-updated");
    repeated.headers.set("x-wc-webhook-delivery-id", "another");
    const keys = (await Promise.all([first, second, repeated].map((webhook) => receive(webhook)))).map(([event]) => event?.key);
    expect(keys[0]).toBe(keys[2]);
    expect(keys[0]).not.toBe(keys[1]);
  });

  test("holds nothing of unsigned headers but plain words", async () => {
    const webhook = signed("order.deleted", { id: 5 });
    webhook.headers.set("x-wc-webhook-id", "1 someone@example.test");
    expect((await receive(webhook))[0]?.key).toMatch(/^:order\.deleted:5:[0-9a-f]{64}$/);
  });
});

describe("the signature", () => {
  const refused = { code: "WEBHOOK_SIGNATURE_INVALID" };

  test("is about the bytes: one more, one less, one changed", async () => {
    const { body, headers } = recorded("014-order-updated");
    const altered = body.slice();
    altered[10] = (altered[10] ?? 0) ^ 1;
    for (const bytes of [altered, body.slice(0, -1), new Uint8Array([...body, 32])]) {
      await expect(receive(inbound(headers, bytes))).rejects.toMatchObject(refused);
    }
  });

  test.each([null, "", "not base64!", btoa("short")])("%j is none", async (signature) => {
    const webhook = recorded("014-order-updated");
    if (signature === null) webhook.headers.delete("x-wc-webhook-signature");
    else webhook.headers.set("x-wc-webhook-signature", signature);
    await expect(receive(webhook)).rejects.toMatchObject(refused);
  });

  test("may come from any of several secrets, so that one can be exchanged", async () => {
    expect(await receive(recorded("014-order-updated"), ["new-secret", recordedWebhookSecret])).toHaveLength(1);
    await expect(receive(recorded("014-order-updated"), ["new-secret"])).rejects.toMatchObject(refused);
  });

  test("is made with the secret's decoded form, whichever form was copied", async () => {
    for (const copied of ["a&amp;b&#039;c", "a&b'c"])
      expect(await receive(signed("order.deleted", { id: 5 }, "a&amp;b&#039;c"), [copied])).toHaveLength(1);
  });
});

describe("a ping", () => {
  const ping = (text: string) =>
    inbound(new Headers({ "content-type": "application/x-www-form-urlencoded" }), new TextEncoder().encode(text));

  test("is accepted without a signature", async () => expect(await receive(ping("webhook_id=12"))).toEqual([]));

  test.each(["webhook_id=1&x=2", "webhook_id=", 'webhook_id=1{"id":5}', `webhook_id=${"1".repeat(70)}`])("%s is none", async (text) => {
    await expect(receive(ping(text))).rejects.toMatchObject({ code: "WEBHOOK_SIGNATURE_INVALID" });
  });
});

describe("a signed body that is an error", () => {
  test("says that the webhook's owner lost the right to read", async () => {
    const body = readFileSync(join(wooCommerceRecordingsDirectory(), "webhooks", "payload-when-webhook-user-lost-rights.json"), "utf8");
    expect(await receive(signed("order.updated", body))).toMatchObject([{ type: "source.problem", code: "webhook_owner_lost_access" }]);
  });

  test("about an order that is gone is not worth a problem", async () => {
    const body = { code: "woocommerce_rest_shop_order_invalid_id", message: "Invalid ID.", data: { status: 404 } };
    expect(await receive(signed("order.updated", body))).toEqual([]);
  });
});

describe("a topic that does not fit its body", () => {
  const order = () => JSON.parse(new TextDecoder().decode(recorded("014-order-updated").body)) as Record<string, unknown>;
  const customer = () => JSON.parse(new TextDecoder().decode(recorded("customer-updated").body)) as Record<string, unknown>;

  test("is unreadable: the topic is not signed, so a customer must not become an order, nor an order a deletion", async () => {
    const product = { id: 5, name: "x", date_modified_gmt: "2026-11-21T17:17:15" };
    const cases: [string, unknown][] = [
      ["order.updated", customer()],
      ["order.updated", product],
      ["order.updated", { id: 21 }],
      ["order.deleted", order()],
      ["order.updated", []],
      ["order.updated", null],
      ["order.updated", "{"],
      ["customer.updated", [1]],
    ];
    for (const [topic, body] of cases)
      await expect(receive(signed(topic, body)), topic).rejects.toMatchObject({ code: "WEBHOOK_UNREADABLE" });
  });

  test("an order that cannot be read as a whole is still a hint", async () => {
    const events = await receive(signed("order.updated", { ...order(), total: "a lot" }));
    expect(events).toMatchObject([{ type: "order.changed", snapshot: null, version: expect.any(String) }]);
  });

  test("an order in the trash is deleted", async () => {
    expect(await receive(signed("order.updated", { ...order(), status: "trash" }))).toMatchObject([{ type: "order.deleted" }]);
  });

  test.each(["product.updated", "coupon.created", "action.woocommerce_order_note_added", "", "order.exploded"])(
    "%j is ignored",
    async (topic) => {
      expect(await receive(signed(topic, order()))).toEqual([]);
    },
  );
});

test("without a secret there is nothing that could receive", () => {
  expect(woocommerce({ url: "https://s.example.test", consumerKey: "ck", consumerSecret: "cs" }).webhooks).toBeUndefined();
});

test("an id beyond 2^53 keeps its digits", async () => {
  expect(await receive(signed("order.deleted", '{"id":820982911946154507}'))).toMatchObject([{ ref: "woocommerce:820982911946154507" }]);
});
