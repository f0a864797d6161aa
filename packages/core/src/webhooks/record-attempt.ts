import type { WebhookDisabledReason } from "@askonce/spec";
import type { Transaction } from "kysely";
import { systemCaller } from "../caller.ts";
import type { UnitOfWork } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";
import { type DeliveryRow, discardPending } from "./deliveries.sql.ts";
import { deliverJob } from "./delivery-jobs.ts";
import { readEndpoint } from "./endpoints.sql.ts";
import { nextAttempt } from "./retry-schedule.ts";
import type { Attempt } from "./send-webhook.ts";
import type { WebhooksAccess } from "./webhooks-access.ts";

/** How many pending deliveries are discarded in the transaction that ends an endpoint; the rest is the next job's. */
export const discardedAtOnce = 1000;
/** The time of the last success is not written for each of a hundred deliveries in a second. */
const lastDeliveredResolutionMs = 1000;

/**
 * Writes down how an attempt went, and what follows: the next attempt, the end of the delivery, or the end of the endpoint. An attempt that
 * was recorded already, or whose delivery was given up meanwhile, changes nothing there.
 *
 * The endpoint is always written before the delivery, so that no two transactions wait for each other.
 */
export async function recordAttempt(access: WebhooksAccess, delivery: DeliveryRow, attempt: Attempt): Promise<void> {
  const { store, platform } = access;
  const now = platform.clock.now();
  const attempts = delivery.attempts + 1;
  const tried = {
    attempts,
    first_attempt_at: delivery.first_attempt_at ?? now,
    last_status: attempt.status,
    last_problem: attempt.problem,
  };
  if (attempt.outcome === "delivered") {
    await store.write(async (transaction) => {
      await markWorking(transaction, delivery, now);
      await updateDelivery(transaction, delivery, { ...tried, state: "delivered", finished_at: now });
    });
    return;
  }
  const next = attempt.outcome === "gone" ? null : nextAttempt(attempts, store.agreedNow(), Math.random, attempt.retryAfterMs);
  const { endpoint_id: endpointId, id: deliveryId } = delivery;
  platform.logger.info("A webhook was not delivered", { endpointId, deliveryId, attempts, status: attempt.status, final: next === null });
  if (next !== null) {
    await store.write(async (transaction) => {
      await markFailing(transaction, delivery, now);
      await updateDelivery(transaction, delivery, { ...tried, next_attempt_at: next });
    });
    return;
  }
  await store.transact(systemCaller, async (unit) => {
    await markFailing(unit.database, delivery, now);
    const endpoint = await readEndpoint(unit.database, store.shopId, delivery.endpoint_id);
    const isActive = endpoint !== undefined && endpoint.state === "active" && endpoint.deleted_at === null;
    // Nothing has succeeded from this delivery's first attempt to its last: the whole schedule.
    const isFailing = endpoint?.failing_since !== null && (endpoint?.failing_since ?? now) <= tried.first_attempt_at;
    const reason = attempt.outcome === "gone" ? "gone" : isFailing ? "failing" : null;
    if (isActive && reason !== null) await disable(access, unit, delivery.endpoint_id, reason, now);
    await updateDelivery(unit.database, delivery, { ...tried, state: "failed", finished_at: now });
    if (isActive && reason === "gone") await discard(access, unit, delivery.endpoint_id, now);
  });
}

/** Ends a delivery whose event cannot be read. */
export async function giveUp({ store, platform }: WebhooksAccess, delivery: DeliveryRow): Promise<void> {
  const ended = { state: "failed", last_problem: "NOT_FOUND", finished_at: platform.clock.now() } as const;
  await store.write((transaction) => updateDelivery(transaction, delivery, ended));
}

/** Discards what waits for an endpoint that is gone or deleted; more than one transaction's worth is left to a job. */
export async function discard(access: WebhooksAccess, unit: UnitOfWork, endpointId: string, now: number): Promise<void> {
  const discarded = await discardPending(unit.database, access.store.shopId, endpointId, now, discardedAtOnce);
  if (discarded === discardedAtOnce) await access.jobs.enqueueIn(unit, deliverJob(endpointId, 0, now));
}

async function disable(
  { store, platform }: WebhooksAccess,
  unit: UnitOfWork,
  endpointId: string,
  reason: WebhookDisabledReason,
  now: number,
): Promise<void> {
  await unit.database
    .updateTable("webhook_endpoints")
    .set({ state: "disabled", disabled_reason: reason, disabled_at: now })
    .where("shop_id", "=", store.shopId)
    .where("id", "=", endpointId)
    .execute();
  unit.emit("webhook_endpoint.disabled", { kind: "webhookEndpoint", id: endpointId }, { endpointId, reason });
  platform.logger.warn("A webhook endpoint was disabled", { endpointId, reason });
}

async function updateDelivery(
  transaction: Transaction<Tables>,
  delivery: DeliveryRow,
  values: Partial<Omit<DeliveryRow, "shop_id" | "endpoint_id" | "id">>,
): Promise<void> {
  await transaction
    .updateTable("webhook_deliveries")
    .set(values)
    .where("shop_id", "=", delivery.shop_id)
    .where("endpoint_id", "=", delivery.endpoint_id)
    .where("id", "=", delivery.id)
    .where("state", "=", "pending")
    .where("attempts", "=", delivery.attempts)
    .execute();
}

async function markWorking(transaction: Transaction<Tables>, delivery: DeliveryRow, now: number): Promise<void> {
  await transaction
    .updateTable("webhook_endpoints")
    .set({ last_delivered_at: now, failing_since: null })
    .where("shop_id", "=", delivery.shop_id)
    .where("id", "=", delivery.endpoint_id)
    .where((where) =>
      where.or([
        where("failing_since", "is not", null),
        where("last_delivered_at", "is", null),
        where("last_delivered_at", "<", now - lastDeliveredResolutionMs),
      ]),
    )
    .execute();
}

async function markFailing(transaction: Transaction<Tables>, delivery: DeliveryRow, now: number): Promise<void> {
  await transaction
    .updateTable("webhook_endpoints")
    .set({ failing_since: now })
    .where("shop_id", "=", delivery.shop_id)
    .where("id", "=", delivery.endpoint_id)
    .where("failing_since", "is", null)
    .execute();
}
