import { createHash } from "node:crypto";
import type { PayloadSettings } from "./rest-format.ts";
import { restJson } from "./rest-json.ts";
import { type WebhookSubject, webhookPayload } from "./webhook-payloads.ts";

/** A webhook waiting for delivery. */
export interface QueuedWebhook {
  /** For example `orders/updated`. */
  topic: string;
  /** The body as it stood when the change happened. */
  body: string;
  /** The body of the same topic and resource before this change; `null` when there was none. */
  previousBody: string | null;
  /** The global id of what the webhook is about; empty where there is none. */
  subjectId: string;
  /** The same for every delivery of this event. */
  eventId: string;
  webhookId: string;
  triggeredAt: string;
}

/** Webhooks in the order in which the changes happened. */
export interface WebhookQueue {
  announce(topic: string, subject: WebhookSubject): void;
  /** Notes what a resource looks like before its first change, so that a stale delivery has a body. */
  remember(topic: string, subject: WebhookSubject): void;
  pending(): readonly QueuedWebhook[];
  /** Empties the queue and returns what was in it. */
  take(): QueuedWebhook[];
}

export function createWebhookQueue(settings: PayloadSettings, now: () => number): WebhookQueue {
  let queue: QueuedWebhook[] = [];
  let count = 0;
  const lastBodies = new Map<string, string>();
  const render = (topic: string, subject: WebhookSubject): { body: string; subjectId: string; key: string } => {
    const payload = webhookPayload(subject, settings);
    const subjectId = typeof payload.admin_graphql_api_id === "string" ? payload.admin_graphql_api_id : String(payload.id ?? "");
    return { body: restJson(payload), subjectId, key: `${topic.split("/")[0] ?? ""} ${subjectId}` };
  };
  return {
    remember(topic, subject) {
      const { body, key } = render(topic, subject);
      if (!lastBodies.has(key)) lastBodies.set(key, body);
    },
    announce(topic, subject) {
      count += 1;
      const { body, subjectId, key } = render(topic, subject);
      queue.push({
        topic,
        body,
        previousBody: lastBodies.get(key) ?? null,
        subjectId,
        eventId: stableUuid(`event ${settings.store.shop.domain} ${count}`),
        webhookId: stableUuid(`webhook ${settings.store.shop.domain} ${count}`),
        triggeredAt: new Date(now()).toISOString(),
      });
      lastBodies.set(key, body);
    },
    pending: () => queue,
    take() {
      const taken = queue;
      queue = [];
      return taken;
    },
  };
}

/** A UUID that is the same in every run, so that a failing test can be repeated. */
function stableUuid(seed: string): string {
  const hex = createHash("sha256").update(seed).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
