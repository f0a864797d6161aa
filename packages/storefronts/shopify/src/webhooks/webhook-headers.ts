/** What the headers of a webhook say; `null` where one is missing. */
export interface WebhookHeaders {
  signature: string | null;
  topic: string | null;
  shopDomain: string | null;
  /** The same for a change's duplicates, also over several subscriptions. */
  eventId: string | null;
  /** The same for the repeated attempts of one delivery. */
  webhookId: string | null;
  /** Next-Gen Events only. */
  action: string | null;
}

/**
 * Reads either family of headers: `X-Shopify-…` of classic webhooks, `shopify-…` of Next-Gen Events (since 2026-10). A request has to be
 * one of the two throughout, so that a signature of the one never vouches for the topic of the other.
 */
export function readWebhookHeaders(headers: Headers): WebhookHeaders {
  const prefix = headers.has("shopify-hmac-sha256") ? "shopify-" : "x-shopify-";
  const read = (name: string): string | null => headers.get(`${prefix}${name}`)?.trim() || null;
  return {
    signature: read("hmac-sha256"),
    topic: read("topic"),
    shopDomain: read("shop-domain")?.toLowerCase() ?? null,
    eventId: read("event-id"),
    webhookId: read("webhook-id"),
    action: read("action"),
  };
}
