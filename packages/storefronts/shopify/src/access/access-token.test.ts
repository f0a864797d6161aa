import { describe, expect, it } from "vitest";
import { type TestShop, testShop } from "../../test-support/shop-harness.ts";
import { shopify } from "../shopify.ts";

function connect(shop: TestShop, apiSecret = shop.simulator.apiSecret) {
  const { simulator } = shop;
  const adapter = shopify({ shop: simulator.domain, credentials: { apiKey: simulator.apiKey, apiSecret } });
  const ref = `shopify:${simulator.findOrder("20008")?.id}`;
  const tokenRequests = (): number => shop.requests.filter(({ url }) => url.endsWith("/admin/oauth/access_token")).length;
  return { adapter, ref, read: () => adapter.getOrder(ref, shop.context), tokenRequests };
}

const hourMs = 3_600_000;

describe("client credentials", () => {
  it("asks for one token, however many calls wait for it", async () => {
    const shop = testShop();
    const { read, tokenRequests } = connect(shop);
    const orders = await Promise.all([read(), read(), read(), read()]);
    expect(orders.map((order) => order?.number)).toEqual(["20008", "20008", "20008", "20008"]);
    expect(tokenRequests()).toBe(1);
  });

  it("renews five minutes before the end, and not earlier", async () => {
    const shop = testShop();
    const { read, tokenRequests } = connect(shop);
    await read();
    shop.context.clock.advance(24 * hourMs - 6 * 60_000);
    await read();
    expect(tokenRequests()).toBe(1);
    shop.context.clock.advance(2 * 60_000);
    await read();
    expect(tokenRequests()).toBe(2);
  });

  it("renews a token that was revoked before its time, and tries once more", async () => {
    const shop = testShop();
    const { adapter, ref, read, tokenRequests } = connect(shop);
    await read();
    let refusals = 2;
    const refusing: typeof fetch = async (input, init) => {
      if (refusals-- > 0) return Response.json({ errors: "[API] Invalid API key or access token" }, { status: 401 });
      return shop.context.fetch(input, init);
    };
    // Both queries of the read meet the refusal; together they ask for one new token.
    expect((await adapter.getOrder(ref, { ...shop.context, fetch: refusing }))?.number).toBe("20008");
    expect(tokenRequests()).toBe(2);
  });

  it("does not ask for tokens over and over when the new one is refused, too", async () => {
    const shop = testShop();
    const { adapter, ref, tokenRequests } = connect(shop);
    const refusing: typeof fetch = async (input, init) =>
      String(input).endsWith("graphql.json") ? Response.json({ errors: "no" }, { status: 401 }) : shop.context.fetch(input, init);
    const call = adapter.getOrder(ref, { ...shop.context, fetch: refusing });
    await expect(call).rejects.toMatchObject({ code: "ADAPTER_UNAUTHORIZED" });
    expect(tokenRequests()).toBeLessThanOrEqual(4);
  });

  it("wrong credentials are ADAPTER_UNAUTHORIZED, and check() says so", async () => {
    const shop = testShop();
    const { adapter, read } = connect(shop, "not-the-secret");
    await expect(read()).rejects.toMatchObject({ code: "ADAPTER_UNAUTHORIZED" });
    const report = await adapter.check(shop.context);
    expect(report.ok).toBe(false);
    expect(JSON.stringify(report)).not.toContain("not-the-secret");
  });

  it("a caller who gives up does not take the token from those who wait with them", async () => {
    const shop = testShop();
    const { adapter, ref, tokenRequests } = connect(shop);
    const controller = new AbortController();
    const { fetch } = shop.context;
    let isFirst = true;
    const slow: typeof fetch = async (input, init) => {
      if (isFirst && String(input).endsWith("access_token")) {
        isFirst = false;
        await new Promise((_resolve, reject) => init?.signal?.addEventListener("abort", () => reject(init.signal?.reason)));
      }
      return fetch(input, init);
    };
    const impatient = adapter.getOrder(ref, { ...shop.context, fetch: slow, signal: controller.signal });
    const patient = adapter.getOrder(ref, { ...shop.context, fetch: slow });
    controller.abort(new Error("gone"));
    await expect(impatient).rejects.toThrow("gone");
    expect((await patient)?.number).toBe("20008");
    expect(tokenRequests()).toBe(1);
  });

  it("never asks for one while a webhook is received", async () => {
    const shop = testShop();
    const { adapter, tokenRequests } = connect(shop);
    const webhook = { method: "POST", url: "https://askonce.test/webhooks", headers: new Headers(), body: new Uint8Array([1]) };
    await expect(adapter.webhooks?.receive(webhook, shop.context)).rejects.toMatchObject({ code: "WEBHOOK_SIGNATURE_INVALID" });
    expect(tokenRequests()).toBe(0);
  });
});
