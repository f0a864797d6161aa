import { describe, expect, test } from "vitest";
import { openShop } from "../../test/shop.ts";
import { testContext } from "../../test/test-context.ts";

const refsOf = ({ orders }: { orders: { ref: string }[] }): string[] => orders.map(({ ref }) => ref);

describe("by number", () => {
  test("the id is asked for directly when it is the number", async () => {
    const { adapter, context, paths } = openShop();
    expect(refsOf(await adapter.findOrders({ orderNumber: " #22 " }, context))).toEqual(["woocommerce:22"]);
    expect(paths()).toEqual(["orders/22"]);
  });

  test("a number that a plugin gave is found by search, and the order with that id is not mistaken for it", async () => {
    const { fake, adapter, context } = openShop();
    fake.updateOrder(24, { number: "22" });
    fake.updateOrder(22, { number: "RO-2022/A" });
    expect(refsOf(await adapter.findOrders({ orderNumber: "22" }, context))).toEqual(["woocommerce:24"]);
    expect(refsOf(await adapter.findOrders({ orderNumber: "ro-2022/a" }, context))).toEqual(["woocommerce:22"]);
    expect(refsOf(await adapter.findOrders({ orderNumber: "RO-2022" }, context))).toEqual([]);
  });

  test("together with an e-mail both must match", async () => {
    const { adapter, context } = openShop();
    expect(refsOf(await adapter.findOrders({ orderNumber: "22", email: "GUEST@example.test" }, context))).toEqual(["woocommerce:22"]);
    expect(refsOf(await adapter.findOrders({ orderNumber: "22", email: "ana@example.test" }, context))).toEqual([]);
  });
});

describe("by e-mail", () => {
  test("all orders, newest first, of guests too", async () => {
    const { adapter, context } = openShop();
    expect(refsOf(await adapter.findOrders({ email: "Ana@Example.test" }, context))).toEqual([
      "woocommerce:24",
      "woocommerce:23",
      "woocommerce:17",
      "woocommerce:16",
    ]);
    expect(refsOf(await adapter.findOrders({ email: "guest@example.test" }, context))).toEqual(["woocommerce:22"]);
  });

  test("an address that contains another one is somebody else's", async () => {
    const { fake, adapter, context } = openShop();
    const order = fake.orders.get(22);
    if (order) fake.updateOrder(22, { billing: { ...order.billing, email: "diana@example.test" } });
    expect(refsOf(await adapter.findOrders({ email: "ana@example.test" }, context))).not.toContain("woocommerce:22");
    expect(refsOf(await adapter.findOrders({ email: "na@example.test" }, context))).toEqual([]);
  });

  test("an account's orders are found although another address stands on the bill", async () => {
    const { fake, adapter, context } = openShop();
    const order = fake.orders.get(24);
    if (order) fake.updateOrder(24, { billing: { ...order.billing, email: "office@example.test" } });
    expect(refsOf(await adapter.findOrders({ email: "ana@example.test" }, context))).toContain("woocommerce:24");
  });

  test("without the right to see customers there is a gap, and the orders of the bill's address", async () => {
    const { fake, adapter } = openShop();
    const context = testContext(async (input, init) => {
      const request = new Request(input, init);
      if (!request.url.includes("/customers")) return fake.handle(request);
      return Response.json({ code: "woocommerce_rest_cannot_view", message: "", data: { status: 403 } }, { status: 403 });
    });
    const found = await adapter.findOrders({ email: "ana@example.test" }, context);
    expect(found.orders).toHaveLength(4);
    expect(found.gaps).toEqual([{ field: "customers", reason: "scope_missing", remedy: "Give the key's user the right to list users" }]);
  });

  test("an order that cannot be read is a gap, and the others are found", async () => {
    const { fake, adapter } = openShop();
    const context = testContext(async (input, init) => {
      const response = await fake.handle(new Request(input, init));
      if (!new URL(String(input instanceof Request ? input.url : input)).pathname.endsWith("/orders")) return response;
      const rows = (await response.json()) as { id: number }[];
      return Response.json(
        rows.map((row) => (row.id === 23 ? { ...row, date_created_gmt: null } : row)),
        { headers: response.headers },
      );
    });
    const found = await adapter.findOrders({ email: "ana@example.test" }, context);
    expect(refsOf(found)).toEqual(["woocommerce:24", "woocommerce:17", "woocommerce:16"]);
    expect(found.gaps).toEqual([{ field: "orders", reason: "failed", remedy: null }]);
  });

  test("at most twenty, and it says that there are more", async () => {
    const { fake, adapter } = openShop();
    const one = fake.orders.get(22);
    const many = Array.from({ length: 30 }, (_, index) => ({ ...one, id: 100 + index, number: String(100 + index) }));
    const context = testContext(async (input) =>
      String(input).includes("/customers") ? Response.json([]) : Response.json(many, { headers: { "x-wp-total": "30" } }),
    );
    const found = await adapter.findOrders({ email: "guest@example.test" }, context);
    expect(found.orders).toHaveLength(20);
    expect(found.orders[0]?.ref).toBe("woocommerce:129");
    expect(found.gaps).toEqual([{ field: "orders", reason: "truncated", remedy: null }]);
  });
});

describe("by phone", () => {
  test.each(["+40 722 000 000", "0040722000000", "(+40) 722-000-000"])("%s is the number on the bill", async (phone) => {
    const { adapter, context } = openShop();
    expect(refsOf(await adapter.findOrders({ phone, email: "ana@example.test" }, context))).toHaveLength(4);
    expect(refsOf(await adapter.findOrders({ phone }, context)).length).toBeGreaterThan(4);
  });

  test("a national number needs the shop's country", async () => {
    const without = openShop();
    const found = await without.adapter.findOrders({ phone: "0722000000" }, without.context);
    expect(found).toEqual({
      orders: [],
      gaps: [{ field: "phone", reason: "not_fetched", remedy: expect.stringContaining("+40722123456") }],
    });
    const withCountry = openShop({}, { countryCode: "RO" });
    expect((await withCountry.adapter.findOrders({ phone: "0722 000 000" }, withCountry.context)).orders.length).toBeGreaterThan(4);
  });

  test("a fragment never matches, although a bill has one", async () => {
    const { adapter, context } = openShop({}, { countryCode: "RO" });
    expect((await adapter.findOrders({ phone: "0722" }, context)).orders).toEqual([]);
  });
});

test.each([{}, { email: "not an address" }, { orderNumber: "  #  " }, { orderNumber: "22", email: "" }])(
  "nothing is asked for %j",
  async (query) => {
    const { adapter, context, paths } = openShop();
    expect((await adapter.findOrders(query, context)).orders).toEqual([]);
    expect(paths()).toEqual([]);
  },
);

test("what a search does not carry is marked as not fetched", async () => {
  const { adapter, context } = openShop();
  const { orders } = await adapter.findOrders({ orderNumber: "23" }, context);
  expect(orders[0]?.gaps.map(({ field, reason }) => [field, reason])).toEqual([
    ["notes", "not_fetched"],
    ["refunds", "not_fetched"],
  ]);
});
