import type { StorefrontAdapterV1 } from "@askonce/spec";
import type { StorefrontConfig } from "../config/config.ts";
import type { Terminal } from "../output/terminal.ts";

/**
 * Makes a storefront's adapter from its configuration. Only the adapter that is asked for is loaded: each one brings a vendor's client.
 *
 * @param countryCode the shop's, for storefronts that name none
 * @throws AskonceError `CONFIGURATION_INVALID` naming the fields
 */
export async function makeStorefront(
  config: StorefrontConfig,
  countryCode: string | undefined,
  terminal: Terminal,
): Promise<StorefrontAdapterV1> {
  if (!("adapter" in config)) return config;
  const given = [...(config.webhookSecrets ?? [])].filter((secret): secret is string => typeof secret === "string" && secret !== "");
  const secrets = given.length === 0 ? {} : { webhookSecrets: given };
  const country = countryCode === undefined ? {} : { countryCode };
  for (const secret of given) terminal.hide(secret);

  if (config.adapter === "woocommerce") {
    const { adapter: _, webhookSecrets: __, consumerKey = "", consumerSecret = "", ...options } = config;
    terminal.hide(consumerKey);
    terminal.hide(consumerSecret);
    const { woocommerce } = await import("@askonce/woocommerce");
    return woocommerce({ ...country, ...options, ...secrets, consumerKey, consumerSecret });
  }
  const { adapter: _, webhookSecrets: __, accessToken, ...options } = config;
  terminal.hide(accessToken);
  terminal.hide(options.credentials?.apiSecret);
  const { shopify } = await import("@askonce/shopify");
  // Without credentials an empty token is handed on, so that it is the token that the adapter misses.
  return shopify({ ...country, ...options, ...secrets, ...(options.credentials ? {} : { accessToken: accessToken ?? "" }) });
}
