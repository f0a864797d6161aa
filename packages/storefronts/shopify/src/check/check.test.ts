import type { CheckItem } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { type TestShop, testShop } from "../../test-support/shop-harness.ts";
import type { ShopifyOptions } from "../options.ts";
import { shopify } from "../shopify.ts";
import { checkClock } from "./check-clock.ts";
import { neededTopics } from "./check-webhooks.ts";

async function check(
  shop: TestShop,
  options: Partial<ShopifyOptions> = {},
): Promise<{ ok: boolean; item: (id: string) => CheckItem | undefined }> {
  const { simulator } = shop;
  const adapter = shopify({
    shop: simulator.domain,
    accessToken: simulator.accessToken,
    webhookSecrets: [simulator.apiSecret],
    ...options,
  } as ShopifyOptions);
  const report = await adapter.check(shop.context);
  return { ok: report.ok, item: (id) => report.checks.find((candidate) => candidate.id === id) };
}

describe("check", () => {
  it("names the permissions that are missing, and what is lost without the others", async () => {
    const shop = testShop();
    shop.simulator.grant(shop.simulator.accessToken, ["read_orders"]);
    const { ok, item } = await check(shop);
    expect(ok).toBe(false);
    expect(item("scopes")).toMatchObject({
      state: "failed",
      detail: "Missing: read_customers.",
      remedy: expect.stringContaining("read_customers") as string,
    });
    expect(item("scope-read-returns")?.state).toBe("warning");
    expect(item("scope-read-all-orders")).toMatchObject({ state: "warning", detail: expect.stringContaining("60 days") as string });
  });

  it("takes a write permission for its read permission", async () => {
    const shop = testShop();
    shop.simulator.grant(shop.simulator.accessToken, ["write_orders", "write_customers"]);
    expect((await check(shop)).item("scopes")?.state).toBe("ok");
  });

  it("names the personal data that Shopify keeps back", async () => {
    const { ok, item } = await check(testShop({ protectedDataApproved: ["name", "address"] }));
    expect(ok).toBe(true);
    expect(item("protected-data")).toMatchObject({ state: "warning", detail: "Shopify does not give out: email, phone." });
  });

  it("says that an old version answers as another one", async () => {
    const { item } = await check(testShop(), { apiVersion: "2025-10" });
    expect(item("api-version")).toMatchObject({ state: "warning", detail: expect.stringContaining("2026-04 answers") as string });
  });

  it("says that the webhooks of a shop set to another domain would be refused", async () => {
    const { item } = await check(testShop(), { shop: "other.myshopify.com", endpoint: "https://proxy.example.test" });
    expect(item("credentials")).toMatchObject({
      state: "warning",
      remedy: expect.stringContaining("askonce-test.myshopify.com") as string,
    });
  });

  it("says which webhooks are not subscribed to, and that there is no secret", async () => {
    expect((await check(testShop())).item("webhooks")).toMatchObject({
      state: "warning",
      detail: expect.stringContaining("orders/updated") as string,
    });
    expect((await check(testShop(), { webhookSecrets: [] })).item("webhooks")?.remedy).toContain("webhookSecrets");
    const shop = testShop();
    shop.rewrite((answer) => {
      const nodes = neededTopics.map((topic) => ({ topic: topic.toUpperCase().replace("/", "_"), uri: "https://askonce.test" }));
      return answer.includes("webhookSubscriptions") ? JSON.stringify({ data: { webhookSubscriptions: { nodes } } }) : answer;
    });
    expect((await check(shop)).item("webhooks")?.state).toBe("ok");
  });

  it("says how much of the limit is left", async () => {
    const { item } = await check(testShop({ bucket: { maximumAvailable: 2_000, restoreRate: 100 } }));
    expect(item("throttle")).toMatchObject({ state: "ok", detail: expect.stringMatching(/of 2000 points/) as string });
  });

  it("goes on when one look fails", async () => {
    const shop = testShop();
    shop.rewrite((answer) => (answer.includes("webhookSubscriptions") ? "<p>Log in</p>" : answer));
    const { ok, item } = await check(shop);
    expect(ok).toBe(true);
    expect(item("webhooks")).toMatchObject({ state: "skipped", detail: expect.stringContaining("ADAPTER_BAD_RESPONSE") as string });
    expect(item("scopes")?.state).toBe("ok");
  });

  it("reports a clock that is off", () => {
    const now = Date.parse("2026-11-21T10:00:00Z");
    expect(checkClock(now, now - 59_000).state).toBe("ok");
    expect(checkClock(now, now + 600_000)).toMatchObject({ state: "warning", detail: "This clock and Shopify's are 600 seconds apart." });
  });
});
