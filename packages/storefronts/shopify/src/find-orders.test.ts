import { describe, expect, it } from "vitest";
import { type TestShop, testShop } from "../test-support/shop-harness.ts";
import { shopify } from "./shopify.ts";

function connect(shop: TestShop, countryCode?: string) {
  const { simulator } = shop;
  const adapter = shopify({ shop: simulator.domain, accessToken: simulator.accessToken, ...(countryCode ? { countryCode } : {}) });
  return {
    adapter,
    find: async (query: { orderNumber?: string; email?: string; phone?: string }) => {
      const found = await adapter.findOrders(query, shop.context);
      return { numbers: found.orders.map((order) => order.number), gaps: found.gaps, orders: found.orders };
    },
  };
}

describe("a search of which Shopify drops a part", () => {
  it("is ADAPTER_UNSAFE_SEARCH: the list holds everybody's orders", async () => {
    const shop = testShop();
    const { find } = connect(shop);
    shop.rewrite((answer) => {
      const parsed = JSON.parse(answer) as { extensions: Record<string, unknown> };
      const search = [
        { path: ["orders"], query: "", warnings: [{ field: "email", message: "Invalid search field", code: "invalid_field" }] },
      ];
      return JSON.stringify({ ...parsed, extensions: { ...parsed.extensions, search } });
    });
    await expect(find({ email: "gianni.bertolucci@example.test" })).rejects.toMatchObject({
      code: "ADAPTER_UNSAFE_SEARCH",
      details: { dropped: [{ field: "email", code: "invalid_field" }] },
    });
  });

  it("asks Shopify to say how it read the search", async () => {
    const shop = testShop();
    const asked: (string | null)[] = [];
    const { fetch } = shop.context;
    const listening: typeof fetch = (input, init) => {
      asked.push(new Headers(init?.headers).get("shopify-search-query-debug"));
      return fetch(input, init);
    };
    await connect(shop).adapter.findOrders({ orderNumber: "20008" }, { ...shop.context, fetch: listening });
    expect(asked[0]).toBe("1");
  });

  it("does not give out a stranger's order even when Shopify finds one and says nothing", async () => {
    const shop = testShop();
    const { find } = connect(shop);
    // As if the filter had silently gone.
    const { fetch } = shop.context;
    shop.context.fetch = (input, init) => {
      const sent = JSON.parse(String(init?.body)) as { variables: Record<string, unknown> };
      if ("query" in sent.variables) sent.variables.query = "";
      return fetch(input, { ...init, body: JSON.stringify(sent) });
    };
    expect((await find({ email: "nobody@example.test" })).numbers).toEqual([]);
    expect((await find({ orderNumber: "20008", email: "nobody@example.test" })).numbers).toEqual([]);
    expect((await find({ phone: "+40799999999" })).numbers).toEqual([]);
  });
});

describe("order numbers", () => {
  it.each(["#20008", "20008", " 20008 ", "no. 20008"])("%j is found", async (orderNumber) => {
    expect((await connect(testShop()).find({ orderNumber })).numbers).toEqual(["20008"]);
  });

  it("with a prefix are found as written, and by their digits when nobody else has them", async () => {
    const shop = testShop();
    shop.rewrite((answer) => answer.replaceAll('"name":"#20008"', '"name":"UK-20008"'));
    const { find } = connect(shop);
    expect((await find({ orderNumber: "20008" })).numbers).toEqual(["UK-20008"]);
    expect((await find({ orderNumber: "RO-20008" })).numbers).toEqual([]);
  });

  it("come with refunds and returns when few orders are found", async () => {
    const { orders } = await connect(testShop()).find({ orderNumber: "20014" });
    expect(orders[0]?.refunds).toHaveLength(1);
    expect(orders[0]?.gaps).toEqual([]);
  });

  it("that are many say that refunds and returns were not asked for", async () => {
    const { orders } = await connect(testShop()).find({ email: "ilinca.marinescu@example.test" });
    expect(orders.length).toBeGreaterThan(3);
    expect(orders[0]?.gaps.map((gap) => [gap.field, gap.reason])).toEqual([
      ["refunds", "not_fetched"],
      ["returns", "not_fetched"],
    ]);
  });
});

describe("e-mail addresses", () => {
  it("find a customer's orders that were placed with another address", async () => {
    const shop = testShop();
    const order = shop.simulator.findOrder("20008");
    shop.simulator.updateOrder(order?.id ?? "", { email: "other.address@example.test" });
    const { numbers } = await connect(shop).find({ email: "ILINCA.Marinescu@example.test" });
    expect(numbers).toContain("20008");
    expect(shop.requests.at(-1)?.variables.query).toMatch(/^email:"ilinca\.marinescu@example\.test" OR customer_id:"\d+"$/);
  });
});

describe("phone numbers", () => {
  it("find a customer by their number, and guests by the order's", async () => {
    const { find } = connect(testShop());
    expect((await find({ phone: "+40 712 000 101" })).numbers).toContain("20008");
    expect((await find({ phone: "0039 333 100 0303" })).numbers).toEqual(["2031"]);
  });

  it("in national form need the shop's country, and say so without it", async () => {
    const shop = testShop();
    expect((await connect(shop, "RO").find({ phone: "0712 000 101" })).numbers).toContain("20008");
    const found = await connect(shop).find({ phone: "0712 000 101" });
    expect(found.numbers).toEqual([]);
    expect(found.gaps).toEqual([{ field: "phone", reason: "not_fetched", remedy: expect.stringContaining("country") as string }]);
  });

  it("in an address count, in the spelling of its country", async () => {
    const shop = testShop();
    const order = shop.simulator.findOrder("20005");
    shop.simulator.updateOrder(order?.id ?? "", { phone: null });
    shop.rewrite((answer) => answer.replaceAll("+40712000202", "0712000202"));
    expect((await connect(shop).find({ phone: "+40712000202" })).numbers).toEqual(["20005"]);
  });
});

describe("missing permissions", () => {
  it("without customers, orders are still found by their own e-mail", async () => {
    const shop = testShop();
    shop.simulator.grant(shop.simulator.accessToken, ["read_orders", "read_returns", "read_all_orders"]);
    const found = await connect(shop).find({ email: "gianni.bertolucci@example.test" });
    expect(found.numbers).toHaveLength(2);
    expect(found.gaps).toEqual([{ field: "customer", reason: "scope_missing", remedy: "read_customers" }]);
  });

  it("what cannot be compared is not given out, and said", async () => {
    const shop = testShop({ protectedDataApproved: ["name", "address", "phone"] });
    const { find } = connect(shop);
    const found = await find({ orderNumber: "20008", email: "ilinca.marinescu@example.test" });
    expect(found.numbers).toEqual([]);
    expect(found.gaps).toEqual([{ field: "email", reason: "redacted", remedy: expect.stringContaining("protected") as string }]);
    expect((await find({ orderNumber: "20008" })).numbers).toEqual(["20008"]);
  });

  it("a list that Shopify failed at is a failure to try again, not a missing permission", async () => {
    const shop = testShop();
    const errors = [{ message: "Internal error", path: ["orders"], extensions: { code: "INTERNAL_SERVER_ERROR" } }];
    shop.rewrite(() => JSON.stringify({ data: { orders: null, ordersCount: { count: 3, precision: "EXACT" } }, errors }));
    const { adapter } = connect(shop);
    await expect(adapter.changes?.list({ since: null, cursor: null }, shop.context)).rejects.toMatchObject({ code: "ADAPTER_UNAVAILABLE" });
  });
});

describe("nothing found", () => {
  it("may mean too old, which is said when the permission is missing", async () => {
    const shop = testShop();
    shop.simulator.grant(shop.simulator.accessToken, ["read_orders", "read_customers", "read_returns"]);
    const { find } = connect(shop);
    expect((await find({ orderNumber: "77" })).gaps).toEqual([{ field: "orders", reason: "too_old", remedy: "read_all_orders" }]);
    expect((await find({ orderNumber: "20008" })).gaps).toEqual([]);
  });

  it("is certain with the permission, and asks for the permissions once", async () => {
    const shop = testShop();
    const { find } = connect(shop);
    expect((await find({ orderNumber: "77" })).gaps).toEqual([]);
    expect((await find({ orderNumber: "78" })).gaps).toEqual([]);
    expect(shop.requests.filter(({ query }) => query.includes("AskonceInstallation"))).toHaveLength(1);
  });

  it("of nothing asks nothing", async () => {
    const shop = testShop();
    expect((await connect(shop).find({})).numbers).toEqual([]);
    expect(shop.requests).toEqual([]);
  });
});

describe("customers", () => {
  it("are found by e-mail or phone, and not by one of two that do not belong together", async () => {
    const shop = testShop();
    const { adapter } = connect(shop);
    const find = async (query: { email?: string; phone?: string }) =>
      ((await adapter.customers?.findCustomers(query, shop.context)) ?? []).map((customer) => customer.name);
    expect(await find({ email: "Ilinca.Marinescu@example.test" })).toEqual(["Ilinca Marinescu"]);
    expect(await find({ phone: "+40 712 000 101" })).toEqual(["Ilinca Marinescu"]);
    expect(await find({ email: "ilinca.marinescu@example.test", phone: "+40799999999" })).toEqual([]);
    expect(await find({})).toEqual([]);
  });

  it("are read by their reference", async () => {
    const shop = testShop();
    const { adapter } = connect(shop);
    const ref = `shopify:${shop.simulator.findOrder("20008")?.customerId}`;
    expect(await adapter.customers?.getCustomer(ref, shop.context)).toMatchObject({ ref, language: "ro", since: "2025-03-02T09:30:00Z" });
    expect(await adapter.customers?.getCustomer("shopify:gid://shopify/Customer/999", shop.context)).toBeNull();
  });
});
