import type { AdapterContext } from "@askonce/spec";
import { conformanceClock, conformanceNow, conformanceShop, recordingLogger } from "@askonce/testkit/storefront";
import { describe, expect, it, onTestFinished } from "vitest";
import { corner } from "./corner.ts";
import { createCornerShop } from "./corner-shop.ts";

const { shop, orders } = conformanceShop();
const broken = String(orders["order-delivered"].id);
const token = "corner-token-1";

/** What the suite cannot ask of every shop. */
function openShop(path = "/api") {
  const clock = conformanceClock(Date.parse(conformanceNow));
  onTestFinished(() => clock.stop());
  const fake = createCornerShop(shop, { token, webhookSecret: "unused", pageSize: 100, now: clock.now, uid: ({ id }) => String(id) });
  const context: AdapterContext = {
    signal: new AbortController().signal,
    logger: recordingLogger(),
    clock,
    fetch: (input, init) => fake.handle(new Request(input, init)),
    idempotencyKey: "corner-1",
    priority: "agent",
  };
  return { fake, context, adapter: corner({ url: `https://corner.example.test${path}`, token, countryCode: "RO" }) };
}

describe("corner", () => {
  it("lists the others when one order cannot be read, and says so", async () => {
    const { fake, context, adapter } = openShop();
    fake.amend(broken, (order) => ({ ...order, times: { ...order.times, placed: "yesterday" } }));
    const page = await adapter.changes?.list({ since: null, cursor: null }, context);
    expect(page?.snapshots).toHaveLength(shop.orders.length - 1);
    expect(page?.gaps).toEqual([{ field: "orders", reason: "failed", remedy: null }]);
    await expect(adapter.getOrder(`corner:${broken}`, context)).rejects.toMatchObject({
      code: "ADAPTER_BAD_RESPONSE",
      details: { paths: ["times.placed: custom"] },
    });
  });

  it("does not take a day that somebody typed in for a delivery", async () => {
    const { fake, context, adapter } = openShop();
    fake.amend(broken, (order) => ({ ...order, parcels: order.parcels.map((parcel) => ({ ...parcel, trail: [] })) }));
    const parcel = (await adapter.getOrder(`corner:${broken}`, context))?.parcels[0];
    expect(parcel).toMatchObject({ status: "handed_over", rawStatus: "sent", deliveredAt: null, lastScanAt: null });
  });

  it("keeps the instant and the offset of a local time", async () => {
    const { context, adapter } = openShop();
    const order = await adapter.getOrder(`corner:${orders["order-delivered"].id}`, context);
    expect(order?.placedAt).toBe(orders["order-delivered"].placedAt);
    expect(order?.parcels[0]?.checkpoints[0]).toMatchObject({ zone: "+02:00", at: orders["order-delivered"].parcels[0]?.deliveredAt });
  });

  it("finds by a phone number written without its country", async () => {
    const { context, adapter } = openShop();
    const found = await adapter.findOrders({ phone: "0712 000 202" }, context);
    expect(found.orders.map((order) => order.ref)).toContain(`corner:${orders["unicode-and-diacritics"].id}`);
  });

  it("says that there were more orders than it gives", async () => {
    const { fake, context, adapter } = openShop();
    for (const { id } of shop.orders)
      fake.amend(String(id), (order) => ({ ...order, buyer: { ...order.buyer, mail: "one@example.test" } }));
    const found = await adapter.findOrders({ email: "one@example.test" }, context);
    expect(found.orders).toHaveLength(20);
    expect(found.gaps).toEqual([{ field: "orders", reason: "truncated", remedy: null }]);
  });

  it("asks for no path that an id of the shop cannot lead to", async () => {
    const { context, adapter } = openShop();
    for (const id of ["..", "../status", "8?x=1"]) expect(await adapter.getOrder(`corner:${id}`, context)).toBeNull();
  });

  it("tells a wrong address from wrong credentials", async () => {
    const { context, adapter } = openShop("/elsewhere");
    const { ok, checks } = await adapter.check(context);
    expect([ok, checks[0]?.remedy]).toEqual([false, "Correct the option url"]);
  });
});
