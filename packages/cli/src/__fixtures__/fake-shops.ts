import { serveRequestHandler } from "@askonce/testkit/server";
import { type FakeShop, generateShop } from "@askonce/testkit/shop-data";
import { createShopifySimulator, type ShopifySimulatorOptions } from "@askonce/testkit/shopify";
import { createFakeWooCommerce, type FakeWooCommerceOptions } from "@askonce/testkit/woocommerce";
import { onTestFinished } from "vitest";

export const keys = { key: `ck_${"7".repeat(40)}`, secret: `cs_${"8".repeat(40)}`, token: "shpat_canary_0123456789abcdef" };

export function inventShop(orders: number): FakeShop {
  return generateShop({ seed: 5, orders, now: new Date().toISOString() });
}

export async function serveWooCommerce(options: FakeWooCommerceOptions) {
  const fake = createFakeWooCommerce({ consumerKey: keys.key, consumerSecret: keys.secret, ...options });
  const server = await serveRequestHandler((request) => fake.handle(request));
  fake.setBaseUrl(server.url);
  onTestFinished(() => server.close());
  return { fake, url: server.url, direct: ["--woocommerce", server.url, "--key", keys.key, "--secret", keys.secret] };
}

export async function serveShopify(options: ShopifySimulatorOptions) {
  const fake = createShopifySimulator({
    clock: { now: () => Date.now() },
    accessTokens: { [keys.token]: ["read_all_orders", "read_orders", "read_customers", "read_fulfillments", "read_returns"] },
    ...options,
  });
  const server = await serveRequestHandler((request) => fake.handle(request));
  onTestFinished(() => server.close());
  return { fake, url: server.url, direct: ["--shopify", server.url, "--token", keys.token] };
}
