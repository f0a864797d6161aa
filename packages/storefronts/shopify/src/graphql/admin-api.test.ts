import { describe, expect, it } from "vitest";
import { type TestShop, testShop } from "../../test-support/shop-harness.ts";
import { shopify } from "../shopify.ts";

function connect(shop: TestShop, apiVersion = "2026-10") {
  const { simulator } = shop;
  const adapter = shopify({ shop: simulator.domain, accessToken: simulator.accessToken, apiVersion });
  const ref = `shopify:${simulator.findOrder("20008")?.id}`;
  return { adapter, read: () => adapter.getOrder(ref, shop.context) };
}

describe("throttling", () => {
  it("is seen although it comes with status 200, and waited for as long as the bucket needs", async () => {
    const shop = testShop();
    shop.simulator.throttleNext(1);
    const order = await connect(shop).read();
    expect(order?.number).toBe("20008");
    // The bucket was empty: the points of one of the two queries come back at 100 a second.
    expect(Math.max(...shop.context.clock.waits)).toBeGreaterThanOrEqual(500);
    expect(shop.context.clock.waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(10_000);
  });

  it("takes Retry-After: 2.0 for two seconds", async () => {
    const shop = testShop();
    shop.simulator.failNext({ status: 429, retryAfter: "2.0" });
    expect(await connect(shop).read()).not.toBeNull();
    expect(shop.context.clock.waits).toContain(2_000);
  });

  it("lets background work wait while agents are served", async () => {
    const shop = testShop({ bucket: { maximumAvailable: 2_000, restoreRate: 100 } });
    const { adapter, read } = connect(shop);
    for (let page = 0; page < 8; page++)
      await adapter.changes?.list({ since: null, cursor: null }, { ...shop.context, priority: "background" });
    expect(shop.context.clock.waits.length).toBeGreaterThan(0);
    const before = shop.context.clock.waits.length;
    await read();
    expect(shop.context.clock.waits.length).toBe(before);
  });

  it("does not count what Shopify refused", async () => {
    const shop = testShop();
    const { read } = connect(shop);
    // More than the whole bucket, in no time at all.
    for (let round = 0; round < 15; round++) {
      shop.simulator.answerHtmlNext(2);
      await expect(read()).rejects.toMatchObject({ code: "ADAPTER_BAD_RESPONSE" });
      shop.simulator.clearFaults();
    }
    const waitsBefore = shop.context.clock.waits.length;
    await read();
    expect(shop.context.clock.waits.length).toBe(waitsBefore);
  });
});

describe("answers", () => {
  it("a refused token is ADAPTER_UNAUTHORIZED, once", async () => {
    const shop = testShop();
    shop.simulator.revoke(shop.simulator.accessToken);
    await expect(connect(shop).read()).rejects.toMatchObject({ code: "ADAPTER_UNAUTHORIZED" });
    expect(shop.requests).toHaveLength(2);
  });

  it("a page for people is ADAPTER_BAD_RESPONSE", async () => {
    const shop = testShop();
    shop.simulator.answerHtmlNext(9);
    await expect(connect(shop).read()).rejects.toMatchObject({ code: "ADAPTER_BAD_RESPONSE" });
  });

  it("an error inside Shopify is tried again, and is not an empty order", async () => {
    const shop = testShop();
    const inside = JSON.stringify({ errors: [{ message: "Internal error", extensions: { code: "INTERNAL_SERVER_ERROR" } }] });
    let left = 2;
    shop.rewrite((answer) => (left-- > 0 ? inside : answer));
    expect((await connect(shop).read())?.number).toBe("20008");
    shop.rewrite(() => inside);
    await expect(connect(shop).read()).rejects.toMatchObject({ code: "ADAPTER_UNAVAILABLE", retryable: true });
  });

  it("a document Shopify refuses is ADAPTER_REJECTED with its code, without its message", async () => {
    const shop = testShop();
    shop.rewrite(() => JSON.stringify({ errors: [{ message: "secret@example.test", extensions: { code: "undefinedField" } }] }));
    const error = await connect(shop)
      .read()
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "ADAPTER_REJECTED", details: { codes: ["undefinedField"] } });
    expect(JSON.stringify(error)).not.toContain("secret@");
  });

  it("another version than the one asked for is logged once", async () => {
    const shop = testShop();
    const { read } = connect(shop, "2026-01");
    await read();
    await read();
    const warnings = shop.context.logger.entries.filter((entry) => entry.level === "warn");
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.fields).toEqual({ asked: "2026-01", answered: "2026-04" });
  });
});

describe("missing permissions", () => {
  it("a customer that may not be read is a gap, and the order stays", async () => {
    const shop = testShop();
    shop.simulator.grant(shop.simulator.accessToken, ["read_orders", "read_returns", "read_all_orders"]);
    const order = await connect(shop).read();
    expect(order?.items.length).toBeGreaterThan(0);
    expect(order?.customer).toBeNull();
    expect(order?.gaps).toEqual([{ field: "customer", reason: "scope_missing", remedy: "read_customers" }]);
  });

  it("returns that may not be read are a gap, and order and refunds stay", async () => {
    const shop = testShop();
    shop.simulator.grant(shop.simulator.accessToken, ["read_orders", "read_customers", "read_all_orders"]);
    const { adapter } = connect(shop);
    const order = await adapter.getOrder(`shopify:${shop.simulator.findOrder("20014")?.id}`, shop.context);
    expect(order?.refunds).toHaveLength(1);
    expect(order?.returns).toEqual([]);
    expect(order?.gaps).toEqual([{ field: "returns", reason: "scope_missing", remedy: "read_returns" }]);
  });

  it("without read_orders it is ADAPTER_FORBIDDEN naming the scope, and not 'there is none'", async () => {
    const shop = testShop();
    shop.simulator.grant(shop.simulator.accessToken, ["read_customers"]);
    const { adapter, read } = connect(shop);
    await expect(read()).rejects.toMatchObject({ code: "ADAPTER_FORBIDDEN", details: { missing: ["read_orders"] } });
    await expect(adapter.findOrders({ orderNumber: "20008" }, shop.context)).rejects.toMatchObject({ code: "ADAPTER_FORBIDDEN" });
    await expect(adapter.changes?.list({ since: null, cursor: null }, shop.context)).rejects.toMatchObject({ code: "ADAPTER_FORBIDDEN" });
  });

  it("personal data that is not approved is empty and explained, and everything else is there", async () => {
    const shop = testShop({ protectedDataApproved: false });
    const order = await connect(shop).read();
    expect(order).toMatchObject({ number: "20008", email: null, phone: null, customer: { name: null, email: null } });
    expect(order?.shippingAddress).toMatchObject({ name: null, line1: null, city: "Cluj-Napoca", countryCode: "RO" });
    expect(order?.parcels[0]?.checkpoints[0]).toMatchObject({ rawStatus: "DELIVERED", city: null });
    const redacted = order?.gaps.filter((gap) => gap.reason === "redacted").map((gap) => gap.field) ?? [];
    expect(redacted).toEqual(expect.arrayContaining(["email", "phone", "shippingAddress.name", "shippingAddress.line1", "customer.name"]));
    expect(order?.gaps.every((gap) => gap.reason === "redacted")).toBe(true);
  });
});
