import type { WebhookRecord, WebhookRegistry } from "./webhook-registry.ts";

/** A delivery that waits for the shop's scheduler. It holds no payload: that is built when it is delivered. */
export interface PendingWebhook {
  readonly webhookId: number;
  /** `ping` for the message at a webhook's creation. */
  readonly topic: string;
  /** The order, customer or note it is about; `null` for a ping or an action without argument. */
  readonly argument: number | null;
}

export interface WebhookQueue {
  /** Queues one delivery for each active webhook of the topic; one that already waits for the same argument is not queued again. */
  trigger(topic: string, argument: number | null): void;
  ping(record: WebhookRecord): void;
  pending(): PendingWebhook[];
  /** Takes everything out. */
  take(): PendingWebhook[];
}

export function createWebhookQueue(registry: WebhookRegistry): WebhookQueue {
  let waiting: PendingWebhook[] = [];
  return {
    trigger(topic, argument) {
      for (const record of registry.activeFor(topic)) {
        const known = waiting.some((each) => each.webhookId === record.id && each.topic === topic && each.argument === argument);
        if (!known) waiting.push({ webhookId: record.id, topic, argument });
      }
    },
    ping(record) {
      waiting.push({ webhookId: record.id, topic: "ping", argument: null });
    },
    pending: () => [...waiting],
    take() {
      const taken = waiting;
      waiting = [];
      return taken;
    },
  };
}
