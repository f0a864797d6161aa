import { AskonceError, type EventType, type WebhookDelivery } from "@askonce/spec";
import type { Caller } from "../caller.ts";
import { type DeliveryRow, insertDeliveries, newDelivery, toDelivery } from "./deliveries.sql.ts";
import { deliverJob } from "./delivery-jobs.ts";
import { findActiveEndpoint } from "./endpoints.sql.ts";
import type { WebhooksAccess } from "./webhooks-access.ts";

/** Sends a delivery once more, or one that is pending at once. */
export async function retryDelivery(
  access: WebhooksAccess,
  endpointId: string,
  deliveryId: string,
  caller: Caller,
): Promise<WebhookDelivery> {
  const { store, platform } = access;
  const { shopId } = store;
  // One after the other with every other change of the shop, so that two clicks are one delivery.
  const row = await store.transact(caller, async (unit) => {
    const { database } = unit;
    await findActiveEndpoint(database, shopId, endpointId);
    const ofEndpoint = () =>
      database.selectFrom("webhook_deliveries").selectAll().where("shop_id", "=", shopId).where("endpoint_id", "=", endpointId);
    const asked = await ofEndpoint().where("id", "=", deliveryId).executeTakeFirst();
    if (!asked) throw new AskonceError("WEBHOOK_DELIVERY_NOT_FOUND");
    const pending = (await ofEndpoint().where("event_id", "=", asked.event_id).execute()).find((one) => one.state === "pending");
    const now = platform.clock.now();
    await access.jobs.enqueueIn(unit, deliverJob(endpointId, 0, now));
    if (pending) {
      const dueAt = Math.min(pending.next_attempt_at, store.agreedNow());
      await database
        .updateTable("webhook_deliveries")
        .set({ next_attempt_at: dueAt })
        .where("shop_id", "=", shopId)
        .where("endpoint_id", "=", endpointId)
        .where("id", "=", pending.id)
        .execute();
      return { ...pending, next_attempt_at: dueAt };
    }
    const event = { id: asked.event_id, type: asked.event_type as EventType, sequence: asked.sequence };
    const repeated = newDelivery(platform, shopId, endpointId, event, { replay: platform.createId("whr"), replayOf: asked.id });
    await insertDeliveries(database, [repeated]);
    return repeated as DeliveryRow;
  });
  access.wakeJobs();
  return toDelivery(row);
}
