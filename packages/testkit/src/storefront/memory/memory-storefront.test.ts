import { type AdapterContext, AskonceError, orderSchema } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { generateShop } from "../../shop-data/index.ts";
import { conformanceShop } from "../conformance-shop.ts";
import { recordingLogger } from "../recording-logger.ts";
import type { MemoryStorefrontOptions } from "./memory-options.ts";
import { memoryStorefront } from "./memory-storefront.ts";

const now = "2026-11-21T10:00:00.000Z";

const context: AdapterContext = {
  signal: new AbortController().signal,
  logger: recordingLogger(),
  clock: { now: () => Date.parse(now), sleep: () => Promise.reject(new Error("nothing has to wait")) },
  fetch: () => Promise.reject(new Error("nothing goes to the network")),
  idempotencyKey: "memory-storefront-test",
  priority: "agent",
};

describe("memoryStorefront", () => {
  it("reads every order of a generated shop in the process, without network and without waiting", async () => {
    const shop = generateShop({ seed: 7, orders: 150, now });
    const { adapter, ref } = memoryStorefront(shop);
    const statuses = new Set<string>();
    for (const { id, number } of shop.orders) {
      const order = await adapter.getOrder(ref(id), context);
      expect(orderSchema.safeParse(order).error).toBeUndefined();
      expect(order?.number).toBe(number);
      for (const parcel of order?.parcels ?? []) statuses.add(parcel.status);
    }
    expect([...statuses]).toEqual(expect.arrayContaining(["delivered", "in_transit", "ready_for_pickup", "delivery_attempted"]));
    expect(statuses).not.toContain("unknown");
  });

  it("shows an update with a newer version, and leaves the shop it was made from alone", async () => {
    const { shop, orders } = conformanceShop();
    const { id } = orders["order-delivered"];
    const storefront = memoryStorefront(shop);
    const before = await storefront.adapter.getOrder(storefront.ref(id), context);
    storefront.updateOrder(id, { customerNote: "Please ring" });
    const after = await storefront.adapter.getOrder(storefront.ref(id), context);
    expect(after?.customerNote).toBe("Please ring");
    expect(Date.parse(after?.updatedAt ?? "")).toBeGreaterThan(Date.parse(before?.updatedAt ?? ""));
    expect(orders["order-delivered"].customerNote).toBe("");
    storefront.updateOrder(id, { customerNote: "Please ring twice" });
    const again = await storefront.adapter.getOrder(storefront.ref(id), context);
    expect(Date.parse(again?.updatedAt ?? "")).toBeGreaterThan(Date.parse(after?.updatedAt ?? ""));
  });

  it("forgets a deleted order everywhere", async () => {
    const { shop, guestOrder } = conformanceShop();
    const storefront = memoryStorefront(shop);
    storefront.deleteOrder(guestOrder.id);
    expect(await storefront.adapter.getOrder(storefront.ref(guestOrder.id), context)).toBeNull();
    expect((await storefront.adapter.findOrders({ email: guestOrder.email }, context)).orders).toEqual([]);
    const page = await storefront.adapter.changes?.list({ since: null, cursor: null }, context);
    expect(page?.total).toBe(shop.orders.length - 1);
    expect(() => storefront.webhook("order.changed", guestOrder.id)).toThrow(RangeError);
  });

  it("sends webhooks that its adapter reads, with the order as it is now", async () => {
    const { shop, guestOrder } = conformanceShop();
    const storefront = memoryStorefront(shop, { id: "corner-shop", webhookSecret: "corner-secret" });
    storefront.updateOrder(guestOrder.id, { status: "cancelled", cancelledAt: now });
    const receipt = await storefront.adapter.webhooks?.receive(storefront.webhook("order.changed", guestOrder.id), context);
    expect(receipt?.events).toMatchObject([
      { type: "order.changed", ref: `corner-shop:${guestOrder.id}`, snapshot: { order: { status: "cancelled" }, omitted: [] } },
    ]);
    const stranger = memoryStorefront(shop, { webhookSecret: "another-secret" }).webhook("order.changed", guestOrder.id);
    await expect(storefront.adapter.webhooks?.receive(stranger, context)).rejects.toMatchObject({ code: "WEBHOOK_SIGNATURE_INVALID" });
  });

  it("keeps two of them apart", async () => {
    const { shop, guestOrder } = conformanceShop();
    const [one, two] = [memoryStorefront(shop), memoryStorefront(shop)];
    one.deleteOrder(guestOrder.id);
    expect(await two.adapter.getOrder(two.ref(guestOrder.id), context)).not.toBeNull();
  });

  it("names what is wrong with its options and repeats no value", () => {
    const options = { accessToken: "abc", colour: "s3cret-value" } as MemoryStorefrontOptions;
    let error: unknown;
    try {
      memoryStorefront(conformanceShop().shop, options);
    } catch (thrown) {
      error = thrown;
    }
    expect(AskonceError.is(error, "CONFIGURATION_INVALID")).toBe(true);
    expect(String(error)).toContain("accessToken");
    expect(String(error)).toContain("colour");
    expect(JSON.stringify([String(error), error])).not.toContain("s3cret-value");
  });
});
