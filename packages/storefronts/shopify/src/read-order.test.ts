import { describe, expect, it } from "vitest";
import { testShop } from "../test-support/shop-harness.ts";
import { shopify } from "./shopify.ts";

describe("getOrder", () => {
  it("reads a global id with a query part, and digits, as the same order", async () => {
    const shop = testShop({ largeIds: true });
    const adapter = shopify({ shop: shop.simulator.domain, accessToken: shop.simulator.accessToken });
    const gid = shop.simulator.findOrder("20001")?.id ?? "";
    const digits = gid.split("/").at(-1) ?? "";
    expect(BigInt(digits) > 2n ** 53n).toBe(true);
    for (const vendorId of [gid, `${gid}?model_name=Order`, digits]) {
      expect((await adapter.getOrder(`shopify:${vendorId}`, shop.context))?.ref).toBe(`shopify:${gid}`);
    }
  });

  it("asks nothing for a reference of another adapter, of another type, or of no form", async () => {
    const shop = testShop();
    const adapter = shopify({ id: "shop-two", shop: shop.simulator.domain, accessToken: shop.simulator.accessToken });
    const gid = shop.simulator.findOrder("20001")?.id ?? "";
    for (const ref of [`shopify:${gid}`, "shop-two:gid://shopify/Customer/1", "shop-two:gid://shopify/Order/1 OR 1", "shop-two", "x"]) {
      expect(await adapter.getOrder(ref, shop.context)).toBeNull();
    }
    expect(shop.requests).toEqual([]);
    expect((await adapter.getOrder(`shop-two:${gid}`, shop.context))?.ref).toBe(`shop-two:${gid}`);
  });

  it("follows the pages of an order with many items", async () => {
    const shop = testShop();
    const adapter = shopify({ shop: shop.simulator.domain, accessToken: shop.simulator.accessToken });
    let pages = 0;
    // The first page claims more; the pages after it are cut from the simulator's.
    shop.rewrite((answer) => {
      const parsed = JSON.parse(answer) as { data?: { order?: { lineItems?: { nodes: { id: string }[]; pageInfo: object } } } };
      const items = parsed.data?.order?.lineItems;
      if (!items) return answer;
      pages++;
      const nodes = (items.nodes.length > 0 ? items.nodes : firstNodes).map((node) => ({ ...node, id: `${node.id}${pages}` }));
      firstNodes = nodes;
      return JSON.stringify({
        ...parsed,
        data: { order: { ...parsed.data?.order, lineItems: { nodes, pageInfo: { hasNextPage: pages < 3, endCursor: cursor } } } },
      });
    });
    let firstNodes: { id: string }[] = [];
    const cursor = Buffer.from(JSON.stringify({ last_id: "1", last_value: 99 })).toString("base64");
    const order = await adapter.getOrder(`shopify:${shop.simulator.findOrder("20008")?.id}`, shop.context);
    expect(order?.items).toHaveLength(6);
    expect(order?.gaps).toEqual([]);
  });

  it("says so when there are more items than it is willing to fetch", async () => {
    const shop = testShop();
    const adapter = shopify({ shop: shop.simulator.domain, accessToken: shop.simulator.accessToken });
    const cursor = Buffer.from(JSON.stringify({ last_id: "1", last_value: 99 })).toString("base64");
    shop.rewrite((answer) => answer.replace(/("lineItems":\{.*?"pageInfo":)\{[^}]*\}/s, `$1{"hasNextPage":true,"endCursor":"${cursor}"}`));
    const order = await adapter.getOrder(`shopify:${shop.simulator.findOrder("20008")?.id}`, shop.context);
    expect(order?.gaps).toEqual([{ field: "items", reason: "truncated", remedy: null }]);
    expect(shop.requests.filter(({ query }) => query.includes("AskonceOrderItems"))).toHaveLength(5);
  });
});
