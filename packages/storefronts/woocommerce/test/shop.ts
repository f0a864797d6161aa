import { createFakeWooCommerce, type FakeWooCommerce, type FakeWooCommerceOptions } from "@askonce/testkit/woocommerce";
import type { WooCommerceOptions } from "../src/options.ts";
import { woocommerce } from "../src/woocommerce.ts";
import { fetchFrom, type TestContext, testContext } from "./test-context.ts";

type Adapter = ReturnType<typeof woocommerce>;

/** A fake shop, the adapter for it and a context that reaches only it. */
export function openShop(
  fakeOptions: FakeWooCommerceOptions = {},
  options: Partial<WooCommerceOptions> = {},
): { fake: FakeWooCommerce; adapter: Required<Adapter>; context: TestContext; paths(): string[] } {
  const fake = createFakeWooCommerce(fakeOptions);
  const { baseUrl: url, consumerKey, consumerSecret } = fake;
  const adapter = woocommerce({ url, consumerKey, consumerSecret, ratePerSecond: 1000, webhookSecrets: ["shh-secret-1"], ...options });
  return {
    fake,
    adapter: adapter as Required<Adapter>,
    context: testContext(fetchFrom(fake)),
    paths: () => fake.requests().map(({ address }) => address.split("?")[0]?.replace("/wp-json/wc/v3/", "") ?? ""),
  };
}
