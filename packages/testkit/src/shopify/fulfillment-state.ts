import type { FulfillmentEventRecord, FulfillmentRecord } from "./records.ts";

/**
 * Adds an event to a fulfillment and moves its state as recorded from the real API: the display status is that of the event that
 * happened last, IN_TRANSIT and DELIVERED set their instants, an estimate is copied. A cancelled fulfillment takes events too.
 */
export function applyEvent(fulfillment: FulfillmentRecord, event: FulfillmentEventRecord): void {
  fulfillment.events.push(event);
  if (event.createdAt > fulfillment.updatedAt) fulfillment.updatedAt = event.createdAt;
  if (event.estimatedDeliveryAt !== null) fulfillment.estimatedDeliveryAt = event.estimatedDeliveryAt;
  if (event.status === "IN_TRANSIT" && fulfillment.inTransitAt === null) fulfillment.inTransitAt = event.happenedAt;
  if (event.status === "DELIVERED") fulfillment.deliveredAt = event.happenedAt;
  if (fulfillment.status === "CANCELLED") return;
  const latest = latestEvent(fulfillment);
  if (latest) fulfillment.displayStatus = latest.status;
}

/** The event that happened last; among simultaneous ones the one added last. */
function latestEvent(fulfillment: FulfillmentRecord): FulfillmentEventRecord | undefined {
  let latest: FulfillmentEventRecord | undefined;
  for (const event of fulfillment.events) if (!latest || event.happenedAt >= latest.happenedAt) latest = event;
  return latest;
}
