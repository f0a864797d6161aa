import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { call } from "./__fixtures__/call.ts";
import { tinyOrder, tinyShop } from "./__fixtures__/tiny-shop.ts";
import { createFakeWooCommerce, type FakeWooCommerce } from "./fake.ts";
import type { FakeWooCommerceOptions } from "./options.ts";
import { wooCommerceRecording, wooCommerceWebhookRecordings } from "./recordings.ts";

const hook = "https://receiver.example.test/hook";

interface Received {
  url: string;
  headers: Headers;
  body: string;
}

/** A receiver that answers with the given statuses in turn, the last one for ever; `null` is no answer at all. */
function receiver(...statuses: (number | null)[]): { received: Received[]; fetch: (url: string, init: RequestInit) => Promise<Response> } {
  const received: Received[] = [];
  return {
    received,
    async fetch(url, init) {
      received.push({ url, headers: new Headers(init.headers), body: String(init.body) });
      const status = (statuses.length > 1 ? statuses.shift() : statuses[0]) ?? (statuses.length === 0 ? 200 : null);
      if (status === null) throw new TypeError("fetch failed");
      return new Response(null, { status });
    },
  };
}

async function ready(topics: string[], options: FakeWooCommerceOptions = {}): Promise<FakeWooCommerce> {
  const fake = createFakeWooCommerce(options);
  for (const topic of topics) fake.addWebhook({ topic, deliveryUrl: hook, secret: "s3cret" });
  await fake.deliverWebhooks(receiver(200));
  return fake;
}

test("creating one: 201, active whatever was asked, the recorded properties, no secret, a Location", async () => {
  const fake = createFakeWooCommerce();
  const { status, json, headers } = await call<Record<string, unknown>>(fake, "wc/v3/webhooks", {
    method: "POST",
    body: { topic: "order.restored", delivery_url: hook, secret: "hidden", status: "paused" },
  });
  const recorded = wooCommerceRecording("errors/webhook-no-secret") as object;
  expect(status).toBe(201);
  expect(Object.keys(json)).toEqual(Object.keys(recorded));
  expect(json).toMatchObject({ status: "active", hooks: ["untrashed_post", "woocommerce_untrash_order"], date_modified: null });
  expect(headers.get("location")).toBe("https://127.0.0.1:8843/wp-json/wc/v3/webhooks/1");
  const list = await call(fake, "wc/v3/webhooks");
  expect(list.text + JSON.stringify(json)).not.toContain("hidden");
  expect(list.headers.get("x-wp-total")).toBe("1");
  expect(fake.webhooks()[0]?.secret).toBe("hidden");
});

test("a bad topic is the recorded 400; a secret left out becomes the shop's own", async () => {
  const fake = createFakeWooCommerce({ webhookSecret: "the shop's" });
  const create = (topic: string): Promise<{ status: number; json: unknown }> =>
    call(fake, "wc/v3/webhooks", { method: "POST", body: { topic, delivery_url: hook } });
  for (const topic of ["order.exploded", "orders", "", "action.something"]) {
    expect([(await create(topic)).status, (await create(topic)).json], topic).toEqual([
      400,
      wooCommerceRecording("errors/webhook-bad-topic"),
    ]);
  }
  expect((await create("action.woocommerce_order_note_added")).status).toBe(201);
  expect(fake.webhooks()[0]?.secret).toBe("the shop's");
  expect(createFakeWooCommerce().addWebhook({ topic: "order.updated", deliveryUrl: hook }).secret).toMatch(/^(?=.*["'])(?=.*`).{50}$/);
});

test("get, update, list by status and delete", async () => {
  const fake = await ready(["order.updated", "order.created"]);
  expect((await call(fake, "wc/v3/webhooks/1")).json).toMatchObject({ id: 1, topic: "order.updated" });
  expect((await call(fake, "wc/v3/webhooks/9")).status).toBe(404);
  expect((await call(fake, "wc/v3/webhooks/1", { method: "PUT", body: { status: "paused" } })).json).toMatchObject({ status: "paused" });
  expect((await call(fake, "wc/v3/webhooks?status=paused")).json).toMatchObject([{ id: 1 }]);
  expect((await call(fake, "wc/v3/webhooks/1", { method: "DELETE" })).status).toBe(501);
  expect((await call(fake, "wc/v3/webhooks/1?force=true", { method: "DELETE" })).status).toBe(200);
  expect(fake.webhooks().map(({ id }) => id)).toEqual([2]);
});

test("the ping is a form without signature, as recorded, and its failure has no effect", async () => {
  const fake = createFakeWooCommerce();
  fake.addWebhook({ topic: "order.updated", deliveryUrl: hook });
  const dead = receiver(null);
  const [delivery] = await fake.deliverWebhooks(dead);
  const [ping] = wooCommerceWebhookRecordings();
  expect(delivery).toMatchObject({ topic: "ping", body: new TextDecoder().decode(ping?.body), status: null });
  expect(dead.received[0]?.headers.get("content-type")).toBe(ping?.headers.get("content-type"));
  expect([...(dead.received[0]?.headers.keys() ?? [])].filter((name) => name.startsWith("x-wc"))).toEqual([]);
  expect(fake.webhooks()[0]).toMatchObject({ status: "active", failureCount: 0 });
});

test("an event has the recorded headers and a signature over the bytes", async () => {
  const fake = await ready(["order.updated"]);
  fake.updateOrder(16, {});
  const { received, fetch } = receiver(200);
  await fake.deliverWebhooks({ fetch });
  const recorded = wooCommerceWebhookRecordings().find(({ name }) => name === "014-order-updated");
  const names = [...(recorded?.headers.keys() ?? [])].filter((name) => name.startsWith("x-wc") || name === "user-agent");
  for (const name of names) expect(received[0]?.headers.has(name), name).toBe(true);
  expect(received[0]?.headers.get("user-agent")).toBe(recorded?.headers.get("user-agent"));
  expect(Object.fromEntries(received[0]?.headers ?? [])).toMatchObject({
    "x-wc-webhook-source": "https://127.0.0.1:8843/",
    "x-wc-webhook-topic": "order.updated",
    "x-wc-webhook-resource": "order",
    "x-wc-webhook-event": "updated",
    "x-wc-webhook-id": "1",
    "x-wc-webhook-signature": createHmac("sha256", "s3cret")
      .update(received[0]?.body ?? "")
      .digest("base64"),
  });
  expect(received[0]?.body).toContain('"payment_url":"https:\\/\\/127.0.0.1:8843\\/checkout\\/order-pay\\/16\\/');
});

test("delivery ids collide within a second and differ in the next", async () => {
  let now = Date.parse("2026-11-21T18:00:00.100Z");
  const fake = await ready(["order.updated"], { clock: { now: () => now } });
  for (const id of [16, 17, 18, 19, 20, 21, 22, 23]) fake.updateOrder(id, {});
  const eight = await fake.deliverWebhooks(receiver(200));
  expect(new Set(eight.map(({ argument }) => argument)).size).toBe(8);
  expect(new Set(eight.map(({ deliveryId }) => deliveryId)).size).toBe(1);
  expect(eight[0]?.deliveryId).toMatch(/^[0-9a-f]{32}$/);
  now += 1_000;
  fake.updateOrder(16, {});
  expect((await fake.deliverWebhooks(receiver(200)))[0]?.deliveryId).not.toBe(eight[0]?.deliveryId);
});

test("updates coalesce: the body is made at delivery, with the last state", async () => {
  const fake = await ready(["order.updated"]);
  for (const status of ["on-hold", "processing", "completed"]) fake.updateOrder(16, { status });
  expect(fake.pendingWebhooks()).toEqual([{ webhookId: 1, topic: "order.updated", argument: 16 }]);
  const deliveries = await fake.deliverWebhooks(receiver(200));
  expect(deliveries.map(({ body }) => JSON.parse(body).status)).toEqual(["completed"]);
  expect(fake.pendingWebhooks()).toEqual([]);
});

test("order.created can arrive with the status the order has by then", async () => {
  const fake = await ready(["order.created"], { shop: tinyShop() });
  fake.addShopOrder(tinyOrder({ id: 300, refunds: [] }));
  fake.addRefund(300, { amountMinor: 37696 });
  const [delivery] = await fake.deliverWebhooks(receiver(200));
  expect(JSON.parse(delivery?.body ?? "")).toMatchObject({ id: 300, status: "refunded" });
});

test("what fires what: refund and empty update do, a note and a forced deletion do not, the trash sends only the id", async () => {
  const fake = await ready(["order.created", "order.updated", "order.deleted", "order.restored"]);
  const topics = async (): Promise<string[]> =>
    (await fake.deliverWebhooks(receiver(200))).map(({ topic, body }) => `${topic} ${body.slice(0, 9)}`);
  fake.addNote(16, { text: "Colet lovit" });
  expect(await topics()).toEqual([]);
  fake.addRefund(17, { amountMinor: 100 });
  expect(await topics()).toEqual(['order.updated {"id":17,']);
  fake.updateOrder(18, {});
  expect(await topics()).toEqual(['order.updated {"id":18,']);
  fake.trashOrder(21);
  expect(await topics()).toEqual(['order.deleted {"id":21}']);
  fake.restoreOrder(21);
  expect(await topics()).toEqual(['order.restored {"id":21,']);
  fake.forceDeleteOrder(21);
  expect(await topics()).toEqual([]);
});

test("a note is heard only by a webhook on the action, and without the order's id", async () => {
  const fake = await ready(["action.woocommerce_order_note_added"]);
  const before = fake.orders.get(16)?.date_modified;
  const note = fake.addNote(16, { text: "x" });
  const [delivery] = await fake.deliverWebhooks(receiver(200));
  expect(delivery?.body).toBe(`{"action":"woocommerce_order_note_added","arg":${note.id}}`);
  expect(fake.orders.get(16)?.date_modified).toBe(before);
});

test("nothing is sent twice: what failed is lost", async () => {
  const fake = await ready(["order.updated"]);
  fake.updateOrder(16, {});
  expect(await fake.deliverWebhooks(receiver(500))).toMatchObject([{ status: 500, succeeded: false }]);
  expect(await fake.deliverWebhooks(receiver(200))).toEqual([]);
});

test.each([
  [200, true],
  [204, true],
  [301, true],
  [302, true],
  [303, false],
  [307, false],
  [404, false],
  [500, false],
  [null, false],
])("an answer of %s counts as a success: %s", async (status, succeeded) => {
  const fake = await ready(["order.updated"]);
  fake.updateOrder(16, {});
  expect(await fake.deliverWebhooks(receiver(status))).toMatchObject([{ status, succeeded }]);
});

test("the seventh failure in a row disables it; active again keeps the count, so one more failure disables it again", async () => {
  const fake = await ready(["order.updated"]);
  const fail = async (): Promise<string | undefined> => {
    fake.updateOrder(16, {});
    await fake.deliverWebhooks(receiver(500));
    return `${fake.webhooks()[0]?.status} ${fake.webhooks()[0]?.failureCount}`;
  };
  for (let count = 1; count <= 6; count += 1) expect(await fail()).toBe(`active ${count}`);
  expect(await fail()).toBe("disabled 6");
  fake.updateOrder(17, {});
  expect(fake.pendingWebhooks()).toEqual([]);
  expect((await call(fake, "wc/v3/webhooks/1")).json).toMatchObject({ status: "disabled" });
  await call(fake, "wc/v3/webhooks/1", { method: "PUT", body: { status: "active" } });
  expect(fake.webhooks()[0]).toMatchObject({ status: "active", failureCount: 6 });
  expect(await fail()).toBe("disabled 6");
});

test("a success takes the count back to zero", async () => {
  const fake = await ready(["order.updated"]);
  for (const id of [16, 17, 18]) fake.updateOrder(id, {});
  await fake.deliverWebhooks(receiver(500, 500, 200));
  expect(fake.webhooks()[0]?.failureCount).toBe(0);
});

test("when the owner loses rights, a signed error is sent under the usual topic, as recorded; deletions still arrive", async () => {
  const fake = await ready(["order.updated", "order.deleted"]);
  fake.loseRights();
  fake.updateOrder(16, {});
  fake.trashOrder(21);
  const { received, fetch } = receiver(200);
  await fake.deliverWebhooks({ fetch });
  expect(JSON.parse(received[0]?.body ?? "")).toEqual(wooCommerceRecording("webhooks/payload-when-webhook-user-lost-rights"));
  expect(received[0]?.headers.get("x-wc-webhook-signature")).toBe(
    createHmac("sha256", "s3cret")
      .update(received[0]?.body ?? "")
      .digest("base64"),
  );
  expect(received[1]?.body).toBe('{"id":21}');
  fake.regainRights();
  fake.updateOrder(16, {});
  expect((await fake.deliverWebhooks(receiver(200)))[0]?.body).toMatch(/^\{"id":16,/);
});

test("an update of an order that is deleted before the delivery sends the error of the read", async () => {
  const fake = await ready(["order.updated"]);
  fake.updateOrder(16, {});
  fake.forceDeleteOrder(16);
  const [delivery] = await fake.deliverWebhooks(receiver(200));
  expect(JSON.parse(delivery?.body ?? "")).toEqual(wooCommerceRecording("errors/order-404"));
});

test("duplicates and shuffling, the same for the same seed", async () => {
  const order = async (seed: number | null): Promise<(number | null)[]> => {
    const fake = await ready(["order.updated"]);
    for (const id of [16, 17, 18, 19, 20, 21, 22, 23]) fake.updateOrder(id, {});
    const options = seed === null ? {} : { shuffle: { seed } };
    return (await fake.deliverWebhooks({ ...receiver(200), duplicate: true, ...options })).map(({ argument }) => argument);
  };
  const plain = await order(null);
  expect(plain).toEqual([16, 16, 17, 17, 18, 18, 19, 19, 20, 20, 21, 21, 22, 22, 23, 23]);
  const shuffled = await order(4);
  expect(shuffled).not.toEqual(plain);
  expect([...shuffled].sort()).toEqual(plain);
  expect(await order(4)).toEqual(shuffled);
  expect(await order(5)).not.toEqual(shuffled);
});

test("a neutral order moves on: its parcel is rendered anew, what was added at run time stays", async () => {
  const fake = await ready(["order.updated"], {
    shop: tinyShop(),
    trackingSource: "trackship",
    clock: { now: () => Date.parse("2026-11-21T12:00:00Z") },
  });
  fake.addNote(101, { text: "kept" });
  fake.addRefund(101, { amountMinor: 100, reason: "kept" });
  const order = fake.updateShopOrder(101, (neutral) => ({
    ...neutral,
    parcels: neutral.parcels.map((parcel) => ({
      ...parcel,
      events: [
        ...parcel.events,
        { at: "2026-11-21T11:00:00.000Z", status: "failed" as const, text: "Deteriorat", city: "Cluj", countryCode: "RO" },
      ],
    })),
  }));
  expect(order.meta_data.find(({ key }) => key === "ts_shipment_status")?.value).toEqual([
    { status: "exception" },
    { status: "exception" },
  ]);
  expect(order.date_modified_gmt).toBe("2026-11-21T12:00:00");
  expect(order.refunds.map(({ reason }) => reason)).toEqual(["kept", "Deteriorat"]);
  expect(fake.orders.notes(101).map(({ note }) => note)).toContain("kept");
  expect(fake.orders.refunds(101)).toHaveLength(2);
  expect(() => createFakeWooCommerce().updateShopOrder(16, (neutral) => neutral)).toThrow("no neutral orders");
});
