import { sha256Hex, verifyHmacSha256 } from "@askonce/adapter-kit";
import { AskonceError, type InboundWebhook, type JsonValue, type Logger, parseJson, type WebhookReceipt } from "@askonce/spec";
import type { MapContext } from "../map/map-context.ts";
import { isPing } from "./ping.ts";
import { readEvent } from "./read-event.ts";

const maxBodyBytes = 8 * 1024 * 1024;

/**
 * Verifies the signature over the untouched bytes, then reads what they say.
 *
 * The key is made of the webhook, its topic, the order and the bytes. WooCommerce's own delivery id is a hash of webhook and second:
 * changes within one second share it, and dropping its duplicates would drop events.
 *
 * @throws AskonceError `WEBHOOK_SIGNATURE_INVALID`, `WEBHOOK_UNREADABLE`
 */
export async function receiveWebhook(
  webhook: InboundWebhook,
  secrets: readonly string[],
  map: MapContext,
  logger: Logger,
): Promise<WebhookReceipt> {
  if (isPing(webhook)) return { events: [] };
  const signature = webhook.headers.get("x-wc-webhook-signature");
  if (!(await verifyHmacSha256(signature, webhook.body, secrets))) throw new AskonceError("WEBHOOK_SIGNATURE_INVALID");
  return readWebhook(webhook, map, logger);
}

/**
 * Reads a webhook whose signature was checked when it came.
 *
 * @throws AskonceError `WEBHOOK_UNREADABLE`
 */
export async function readWebhook(webhook: InboundWebhook, map: MapContext, logger: Logger): Promise<WebhookReceipt> {
  const topic = headerWord(webhook.headers, "x-wc-webhook-topic");
  const webhookId = headerWord(webhook.headers, "x-wc-webhook-id");
  const body = readBody(webhook.body);
  const digest = await sha256Hex(webhook.body);
  const event = readEvent({ topic, body, key: (id) => `${webhookId}:${topic}:${id}:${digest}` }, map, logger);
  if (event === undefined) {
    throw new AskonceError("WEBHOOK_UNREADABLE", { message: "The body does not hold what its topic says", details: { topic } });
  }
  return { events: event === null ? [] : [event] };
}

/** These headers are not signed: anything but a plain word is left out of keys and logs. */
function headerWord(headers: Headers, name: string): string {
  const value = headers.get(name) ?? "";
  return /^[\w.-]{1,120}$/.test(value) ? value : "";
}

function readBody(body: Uint8Array): JsonValue {
  try {
    return parseJson(body, { maxBytes: maxBodyBytes });
  } catch {
    throw new AskonceError("WEBHOOK_UNREADABLE", { message: "The body is not JSON" });
  }
}
