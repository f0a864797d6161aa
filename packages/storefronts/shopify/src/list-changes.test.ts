import { describe, expect, it } from "vitest";
import { type TestShop, testShop } from "../test-support/shop-harness.ts";
import { shopify } from "./shopify.ts";

function connect(shop: TestShop, changesPageSize = 10) {
  const adapter = shopify({ shop: shop.simulator.domain, accessToken: shop.simulator.accessToken, changesPageSize });
  return {
    list: async (since: string | null, cursor: string | null = null) => {
      const page = await adapter.changes?.list({ since, cursor }, shop.context);
      if (!page) throw new TypeError("no changes");
      return page;
    },
  };
}

describe("changes", () => {
  it("say what a page leaves out, and how many there are in all", async () => {
    const shop = testShop();
    const page = await connect(shop).list(null);
    expect(page.snapshots).toHaveLength(10);
    expect(page.total).toBe(shop.simulator.orders().length);
    expect(page.snapshots[0]?.omitted).toEqual(["refunds", "returns", "notes"]);
    expect(page.snapshots[0]?.order.items.length).toBeGreaterThan(0);
    expect(page.deleted).toEqual([]);
    expect(page.gaps).toEqual([]);
  });

  it("go on with the question the run began with, whatever is asked for beside the cursor", async () => {
    const shop = testShop();
    const { list } = connect(shop, 2);
    const since = "2026-11-01T00:00:00Z";
    const first = await list(since);
    const next = await list(null, first.nextCursor);
    expect(shop.requests.at(-1)?.variables.query).toBe(`updated_at:>='${since}'`);
    expect(next.total).toBe(first.total);
  });

  it("refuse a cursor that is not theirs", async () => {
    await expect(connect(testShop()).list(null, "whatever")).rejects.toMatchObject({ code: "VALIDATION_FAILED" });
  });

  it("halve a page that Shopify finds too expensive", async () => {
    const shop = testShop();
    const { fetch } = shop.context;
    const sizes: unknown[] = [];
    shop.context.fetch = (async (input, init) => {
      const { variables } = JSON.parse(String(init?.body)) as { variables: { first?: number } };
      if (variables.first !== undefined) sizes.push(variables.first);
      if ((variables.first ?? 0) > 6) {
        return Response.json({ errors: [{ message: "Query cost is 1200", extensions: { code: "MAX_COST_EXCEEDED" } }] });
      }
      return fetch(input, init);
    }) as typeof fetch;
    expect((await connect(shop, 25).list(null)).snapshots).toHaveLength(6);
    expect(sizes).toEqual([25, 12, 6]);
  });

  it("say that older orders are hidden when the permission is missing, unless nobody asked for older ones", async () => {
    const shop = testShop();
    shop.simulator.grant(shop.simulator.accessToken, ["read_orders", "read_customers", "read_returns"]);
    const { list } = connect(shop);
    const tooOld = [{ field: "orders", reason: "too_old", remedy: "read_all_orders" }];
    expect((await list(null)).gaps).toEqual(tooOld);
    expect((await list("2026-01-01T00:00:00Z")).gaps).toEqual(tooOld);
    expect((await list("2026-11-01T00:00:00Z")).gaps).toEqual([]);
  });
});
