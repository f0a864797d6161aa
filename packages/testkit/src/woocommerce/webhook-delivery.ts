import { createHmac } from "node:crypto";
import { phpJson } from "./php-json.ts";
import { shuffled } from "./shuffle.ts";
import type { PendingWebhook, WebhookQueue } from "./webhook-queue.ts";
import { splitTopic, type WebhookRecord, type WebhookRegistry } from "./webhook-registry.ts";

export interface DeliverWebhooksOptions {
  /** What carries the deliveries. Give the receiver's own handler, wrapped, to stay in one process. */
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Sends every delivery again: once for `true`, or so many times. */
  duplicate?: boolean | number;
  /** Sends in another order than the events happened, the same for the same seed. */
  shuffle?: { seed: number };
  /** Default 60,000, as in WooCommerce. */
  timeoutMs?: number;
}

/** What was sent and how it ended. Nothing is ever sent again, failed or not. */
export interface WebhookDelivery {
  readonly webhookId: number;
  readonly topic: string;
  readonly argument: number | null;
  /** Not unique: a hash of webhook and second. `null` for a ping, which has none. */
  readonly deliveryId: string | null;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  /** `null` when no answer came. */
  readonly status: number | null;
  /** Whether WooCommerce takes it for a success: 200 to 302, so a redirect counts although nobody got the event. */
  readonly succeeded: boolean;
}

export interface DeliveryContext {
  readonly registry: WebhookRegistry;
  readonly queue: WebhookQueue;
  now(): number;
  baseUrl(): string;
  /** The body for an event, from the state of the shop at this moment. */
  payload(topic: string, argument: number | null): unknown;
}

const userAgent = "WooCommerce/10.5.0 Hookshot (WordPress/7.1.4)";

/** Runs the shop's scheduler once: everything that waits is sent, one after the other. */
export async function deliverWebhooks(context: DeliveryContext, options: DeliverWebhooksOptions): Promise<WebhookDelivery[]> {
  const copies = options.duplicate === true ? 2 : 1 + Number(options.duplicate ?? 0);
  const waiting = context.queue.take().flatMap((each) => Array.from({ length: copies }, () => each));
  const ordered = options.shuffle === undefined ? waiting : shuffled(waiting, options.shuffle.seed);
  const done: WebhookDelivery[] = [];
  for (const pending of ordered) {
    // A webhook that was removed meanwhile is gone; one that was disabled meanwhile still sends what waited.
    const record = context.registry.list().find((each) => each.id === pending.webhookId);
    if (record === undefined) continue;
    done.push(pending.topic === "ping" ? await sendPing(record, options) : await sendEvent(context, record, pending, options));
  }
  return done;
}

/** The ping is a form, unsigned and without any `X-WC-*` header; its outcome is thrown away. */
async function sendPing(record: WebhookRecord, options: DeliverWebhooksOptions): Promise<WebhookDelivery> {
  const headers = { "user-agent": userAgent, accept: "*/*", "content-type": "application/x-www-form-urlencoded" };
  const body = `webhook_id=${record.id}`;
  const status = await post(record.deliveryUrl, headers, body, options);
  const { deliveryUrl: url } = record;
  return {
    webhookId: record.id,
    topic: "ping",
    argument: null,
    deliveryId: null,
    url,
    headers,
    body,
    status,
    succeeded: isSuccess(status),
  };
}

async function sendEvent(
  context: DeliveryContext,
  record: WebhookRecord,
  pending: PendingWebhook,
  options: DeliverWebhooksOptions,
): Promise<WebhookDelivery> {
  const body = phpJson(context.payload(pending.topic, pending.argument));
  const [resource, event] = splitTopic(record.topic);
  const deliveryId = createHmac("md5", "fake-salt")
    .update(`${record.id}${Math.floor(context.now() / 1000)}`)
    .digest("hex");
  const headers = {
    "user-agent": userAgent,
    accept: "*/*",
    "content-type": "application/json",
    "x-wc-webhook-source": `${context.baseUrl()}/`,
    "x-wc-webhook-topic": record.topic,
    "x-wc-webhook-resource": resource,
    "x-wc-webhook-event": event,
    "x-wc-webhook-signature": signWebhook(body, record.secret),
    "x-wc-webhook-id": String(record.id),
    "x-wc-webhook-delivery-id": deliveryId,
  };
  const status = await post(record.deliveryUrl, headers, body, options);
  const succeeded = isSuccess(status);
  countOutcome(record, succeeded);
  const { webhookId, topic, argument } = pending;
  return { webhookId, topic, argument, deliveryId, url: record.deliveryUrl, headers, body, status, succeeded };
}

async function post(url: string, headers: Record<string, string>, body: string, options: DeliverWebhooksOptions): Promise<number | null> {
  try {
    const signal = AbortSignal.timeout(options.timeoutMs ?? 60_000);
    const response = await options.fetch(url, { method: "POST", headers, body, redirect: "manual", signal });
    await response.body?.cancel();
    return response.status;
  } catch {
    return null;
  }
}

function isSuccess(status: number | null): boolean {
  return status !== null && status >= 200 && status <= 302;
}

/** The seventh failure in a row disables the webhook; the count itself stops at six and only a success takes it back to zero. */
function countOutcome(record: WebhookRecord, succeeded: boolean): void {
  if (succeeded) record.failureCount = 0;
  else if (record.failureCount > 5) record.status = "disabled";
  else record.failureCount += 1;
}

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#039;": "'" };

/**
 * The value of `X-WC-Webhook-Signature`: base64 of HMAC-SHA256 over the raw body. WooCommerce decodes HTML entities in the secret first,
 * so the secret `a&amp;b` signs as `a&b`.
 */
export function signWebhook(body: string | Uint8Array, secret: string): string {
  const decoded = secret.replace(/&(?:amp|lt|gt|quot|#039);/g, (entity) => entities[entity] ?? entity);
  return createHmac("sha256", decoded).update(body).digest("base64");
}
