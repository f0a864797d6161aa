import type { InboundWebhook } from "@askonce/spec";

/**
 * WooCommerce tries a new address with a form, `webhook_id=1`: unsigned, without any of its headers. It has to be answered with 2xx and
 * says nothing that could be trusted.
 */
export function isPing(webhook: InboundWebhook): boolean {
  if (webhook.headers.has("x-wc-webhook-signature") || webhook.body.byteLength > 64) return false;
  return /^webhook_id=\d{1,20}$/.test(new TextDecoder().decode(webhook.body).trim());
}
