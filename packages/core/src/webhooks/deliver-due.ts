import type { AskonceEvent } from "@askonce/spec";
import { readEventsAfter } from "../events/event-log.ts";
import { type DeliveryRow, discardPending, dueDeliveries } from "./deliveries.sql.ts";
import { type EndpointRow, readEndpoint } from "./endpoints.sql.ts";
import { discardedAtOnce, giveUp, recordAttempt } from "./record-attempt.ts";
import { type Attempt, sendWebhook, type WebhookMessage } from "./send-webhook.ts";
import type { Slots } from "./slots.ts";
import type { WebhooksAccess } from "./webhooks-access.ts";

export interface DeliveryRun {
  slots: Slots;
  /** Whether this process may go on, which ends with its lease and with its stop. */
  mayGoOn(): Promise<boolean>;
  /** Resolves when there may be more to send. */
  more(): Promise<void>;
  /** Cuts off what is under way; its attempt is not recorded and made again later. */
  signal: AbortSignal;
}

const rowsAtOnce = 20;
/** Requests to one endpoint at a time. */
const width = 2;
/** One that fails is asked once at a time: there is little to win, and each request may take until its time-out. */
const widthOfFailing = 1;

/** Sends what is due at an endpoint until nothing is, and discards what waits for one that is gone or deleted. */
export async function deliverDue(access: WebhooksAccess, endpointId: string, run: DeliveryRun): Promise<void> {
  const { store } = access;
  const database = await store.ready();
  const underWay = new Map<string, Promise<unknown>>();
  const failures: unknown[] = [];
  let next: DeliveryRow[] = [];

  const begin = (delivery: DeliveryRow, isFailing: boolean) => {
    const sending = deliverOne(access, delivery, run, isFailing)
      .catch((error: unknown) => failures.push(error))
      .finally(() => underWay.delete(delivery.id));
    underWay.set(delivery.id, sending);
  };
  try {
    while (failures.length === 0 && (await run.mayGoOn())) {
      const endpoint = await readEndpoint(database, store.shopId, endpointId);
      if (endpoint && isOver(endpoint)) return await discardAll(access, endpointId);
      if (endpoint?.state !== "active") return;
      // Asked for before it is looked, so that nothing comes between.
      const more = run.more();
      if (next.length === 0) {
        // As of before the query: one that ends while it runs may be in its result as if it had not.
        const excluded = new Set(underWay.keys());
        const limit = rowsAtOnce + excluded.size;
        const due = await dueDeliveries(database, store.shopId, endpointId, store.agreedNow(), limit);
        next = due.filter((delivery) => !excluded.has(delivery.id));
      }
      const isFailing = endpoint.failing_since !== null;
      const room = (isFailing ? widthOfFailing : width) - underWay.size;
      for (const delivery of next.splice(0, Math.max(0, room))) begin(delivery, isFailing);
      if (underWay.size === 0) return;
      await Promise.race([...underWay.values(), ...(next.length === 0 ? [more] : [])]);
    }
  } finally {
    // All of them end before the caller hears of the end: nobody goes on sending behind its back.
    await Promise.all(underWay.values());
  }
  if (failures.length > 0) throw failures[0];
}

async function discardAll({ store, platform }: WebhooksAccess, endpointId: string): Promise<void> {
  for (let discarded = discardedAtOnce; discarded === discardedAtOnce; ) {
    discarded = await store.write((transaction) =>
      discardPending(transaction, store.shopId, endpointId, platform.clock.now(), discardedAtOnce),
    );
  }
}

/** Nothing will ever be sent there again. */
export function isOver(endpoint: EndpointRow): boolean {
  return endpoint.deleted_at !== null || endpoint.disabled_reason === "gone";
}

/** Makes one attempt and records it, unless it may not be made any more. */
async function deliverOne(access: WebhooksAccess, delivery: DeliveryRow, run: DeliveryRun, isFailing: boolean): Promise<void> {
  const { store } = access;
  const database = await store.ready();
  const giveBack = await run.slots.take(delivery.endpoint_id, isFailing);
  let attempt: Attempt | null;
  try {
    if (!(await run.mayGoOn())) return;
    // Read when it is sent and not when it was listed: its owner may have changed or removed it since.
    const endpoint = await readEndpoint(database, store.shopId, delivery.endpoint_id);
    if (endpoint?.state !== "active" || endpoint.deleted_at !== null) return;
    const [event] = await readEventsAfter(database, store.shopId, delivery.sequence - 1, 1);
    attempt = event?.id === delivery.event_id ? await sendWebhook(access, endpoint, delivery.id, messageOf(event), run.signal) : null;
  } catch (error) {
    if (run.signal.aborted) return;
    throw error;
  } finally {
    giveBack();
  }
  // An event that is not in the log any more cannot be sent.
  if (attempt) await recordAttempt(access, delivery, attempt);
  else await giveUp(access, delivery);
}

function messageOf(event: AskonceEvent): WebhookMessage {
  return { id: event.id, type: event.type, timestamp: event.occurredAt, data: event };
}
