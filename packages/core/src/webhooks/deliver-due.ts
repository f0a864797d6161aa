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
  const { store, platform } = access;
  const database = await store.ready();
  while (await run.mayGoOn()) {
    const endpoint = await readEndpoint(database, store.shopId, endpointId);
    if (!endpoint) return;
    if (isOver(endpoint)) {
      const now = platform.clock.now();
      const discarded = await store.write((transaction) => discardPending(transaction, store.shopId, endpointId, now, discardedAtOnce));
      if (discarded < discardedAtOnce) return;
      continue;
    }
    if (endpoint.state !== "active") return;
    const due = await dueDeliveries(database, store.shopId, endpointId, platform.clock.now(), rowsAtOnce);
    if (due.length === 0) return;
    const takers = endpoint.failing_since === null ? width : widthOfFailing;
    let goesOn = true;
    const take = async () => {
      for (let delivery = due.shift(); delivery && goesOn; delivery = due.shift()) {
        if (!(await deliverOne(access, delivery, run, takers === widthOfFailing))) goesOn = false;
      }
    };
    // All of them end before a failure of one is handed on: nobody goes on sending behind the back of the caller.
    const ends = await Promise.allSettled(Array.from({ length: takers }, take));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
    if (!goesOn && !(await run.mayGoOn())) return;
  }
}

/** Nothing will ever be sent there again. */
export function isOver(endpoint: EndpointRow): boolean {
  return endpoint.deleted_at !== null || endpoint.disabled_reason === "gone";
}

/** @returns whether the next delivery to the endpoint may be sent */
async function deliverOne(access: WebhooksAccess, delivery: DeliveryRow, run: DeliveryRun, isFailing: boolean): Promise<boolean> {
  const { store } = access;
  const database = await store.ready();
  const giveBack = await run.slots.take(delivery.endpoint_id, isFailing);
  let attempt: Attempt | null;
  try {
    if (!(await run.mayGoOn())) return false;
    // Read when it is sent and not when it was listed: its owner may have changed or removed it since.
    const endpoint = await readEndpoint(database, store.shopId, delivery.endpoint_id);
    if (endpoint?.state !== "active" || endpoint.deleted_at !== null) return false;
    const [event] = await readEventsAfter(database, store.shopId, delivery.sequence - 1, 1);
    attempt = event?.id === delivery.event_id ? await sendWebhook(access, endpoint, delivery.id, messageOf(event), run.signal) : null;
  } catch (error) {
    if (run.signal.aborted) return false;
    throw error;
  } finally {
    giveBack();
  }
  // An event that is not in the log any more cannot be sent.
  if (attempt) await recordAttempt(access, delivery, attempt);
  else await giveUp(access, delivery);
  return true;
}

function messageOf(event: AskonceEvent): WebhookMessage {
  return { id: event.id, type: event.type, timestamp: event.occurredAt, data: event };
}
