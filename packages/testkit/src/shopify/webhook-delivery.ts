import { createHmac } from "node:crypto";
import type { AdminVersion } from "./introspection.ts";
import type { QueuedWebhook } from "./webhook-queue.ts";

/** The two sets of headers Shopify signs deliveries with. */
export type WebhookHeaderFamily = "classic" | "events";

/** How queued webhooks are delivered. */
export interface DeliveryOptions {
  /** Sends one delivery, for example `globalThis.fetch` or a handler of the code under test. */
  fetch: (request: Request) => Promise<Response>;
  url: string;
  /** Share of deliveries that come twice, 0 to 1; default 0. */
  duplicate?: number;
  /** Share of deliveries that swap places with another, 0 to 1; default 0. `true` means all. */
  shuffle?: number | boolean;
  /** Share of deliveries that carry the body from before the change, as late retries do, 0 to 1; default 0. `true` means all. */
  stalePayload?: number | boolean;
  /** Decides what is doubled, moved and stale; default 1. The same seed gives the same deliveries. */
  seed?: number;
  /** Default `classic`, the `X-Shopify-…` headers. */
  headers?: WebhookHeaderFamily;
  /** Only these topics; the others are dropped. Default: all. */
  topics?: readonly string[];
  /** Signs with another secret, to test the refusal. */
  secret?: string;
}

/** One delivery and how it was answered. */
export interface Delivery {
  topic: string;
  eventId: string;
  webhookId: string;
  body: string;
  stale: boolean;
  /** HTTP status of the answer; 0 when sending failed. */
  status: number;
}

/** What a delivery says about its shop. */
export interface DeliverySettings {
  secret: string;
  domain: string;
  version: AdminVersion;
}

/** Signs and sends webhooks one after another. Answers other than 2xx are reported and not tried again. */
export async function deliver(queued: readonly QueuedWebhook[], options: DeliveryOptions, settings: DeliverySettings): Promise<Delivery[]> {
  const random = seeded(options.seed ?? 1);
  const chosen = queued.filter((webhook) => options.topics === undefined || options.topics.includes(webhook.topic));
  const planned = chosen.flatMap((webhook) => {
    const stale = webhook.previousBody !== null && random() < share(options.stalePayload);
    const delivery = { webhook, stale, body: stale ? (webhook.previousBody ?? webhook.body) : webhook.body };
    return random() < (options.duplicate ?? 0) ? [delivery, delivery] : [delivery];
  });
  for (let index = planned.length - 1; index > 0; index -= 1) {
    if (random() >= share(options.shuffle)) continue;
    const other = Math.floor(random() * (index + 1));
    const [moved, swapped] = [planned[index], planned[other]];
    if (moved && swapped) [planned[index], planned[other]] = [swapped, moved];
  }

  const deliveries: Delivery[] = [];
  for (const { webhook, stale, body } of planned) {
    const request = signedWebhook({ ...webhook, body }, options, settings);
    const status = await options.fetch(request).then(
      (response) => response.status,
      () => 0,
    );
    deliveries.push({ topic: webhook.topic, eventId: webhook.eventId, webhookId: webhook.webhookId, body, stale, status });
  }
  return deliveries;
}

function signedWebhook(webhook: QueuedWebhook, options: DeliveryOptions, settings: DeliverySettings): Request {
  const hmac = createHmac("sha256", options.secret ?? settings.secret)
    .update(webhook.body, "utf8")
    .digest("base64");
  const headers: Record<string, string> =
    options.headers === "events"
      ? {
          "shopify-hmac-sha256": hmac,
          "shopify-topic": eventTopic(webhook.topic),
          "shopify-action": eventAction(webhook.topic),
          "shopify-handle": webhook.topic.replace("/", "-"),
          "shopify-shop-domain": settings.domain,
          "shopify-api-version": settings.version,
          "shopify-webhook-id": webhook.webhookId,
          "shopify-triggered-at": webhook.triggeredAt,
        }
      : {
          "X-Shopify-Hmac-Sha256": hmac,
          "X-Shopify-Topic": webhook.topic,
          "X-Shopify-Shop-Domain": settings.domain,
          "X-Shopify-API-Version": settings.version,
          "X-Shopify-Webhook-Id": webhook.webhookId,
          "X-Shopify-Event-Id": webhook.eventId,
          "X-Shopify-Triggered-At": webhook.triggeredAt,
        };
  return new Request(options.url, { method: "POST", body: webhook.body, headers: { ...headers, "Content-Type": "application/json" } });
}

/** Events name the resource's type, not the old topic: `orders/updated` is the topic `Order` with the action `update`. */
function eventTopic(topic: string): string {
  const resource = (topic.split("/")[0] ?? "").replace(/s$/, "");
  return resource.replace(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

function eventAction(topic: string): string {
  const action = topic.split("/")[1] ?? "";
  return action === "updated" ? "update" : action;
}

function share(given: number | boolean | undefined): number {
  return typeof given === "boolean" ? Number(given) : (given ?? 0);
}

/** Mulberry32: small, and the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
