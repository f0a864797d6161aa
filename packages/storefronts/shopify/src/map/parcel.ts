import type { DeliveryStatus, Instant, Parcel } from "@askonce/spec";
import type { FulfillmentAnswer, TrackingAnswer } from "../documents/fulfillment-answer.ts";
import { mapCheckpoints } from "./checkpoint.ts";
import { deliveryWord } from "./delivery-status.ts";
import { instantOrNull } from "./instant.ts";
import { linkOrNull, textOrNull } from "./text.ts";

/** One parcel for each tracking number of a fulfillment; one without a number when there is none; none for what is not sent by post. */
export function mapParcels(fulfillment: FulfillmentAnswer): Parcel[] {
  if (fulfillment.requiresShipping === false) return [];
  const seen = new Set<string>();
  const tracked = (fulfillment.trackingInfo ?? []).filter((tracking) => {
    const number = textOrNull(tracking.number);
    if (number === null || seen.has(number)) return false;
    seen.add(number);
    return true;
  });
  // A link or a courier without a number is still something to show.
  const boxes = tracked.length > 0 ? tracked : [(fulfillment.trackingInfo ?? [])[0] ?? {}];
  return boxes.map((tracking) => mapParcel(fulfillment, tracking, boxes.length === 1));
}

/** @param isAlone whether what Shopify says of the fulfillment is about this parcel only */
function mapParcel(fulfillment: FulfillmentAnswer, tracking: Partial<TrackingAnswer>, isAlone: boolean): Parcel {
  const number = textOrNull(tracking.number);
  const checkpoints = mapCheckpoints(fulfillment.events?.nodes ?? []);
  const rawStatus = fulfillment.displayStatus ?? fulfillment.status ?? null;
  const isCancelled = fulfillment.status === "CANCELLED";
  const word = isCancelled ? { status: "cancelled" as const } : deliveryWord(rawStatus);
  const deliveredAt = instantOrNull(fulfillment.deliveredAt) ?? lastOf(checkpoints, "delivered");
  const scans = checkpoints.filter((checkpoint) => deliveryWord(checkpoint.rawStatus).isScan);
  const inTransitAt = instantOrNull(fulfillment.inTransitAt);
  const estimates = [...(fulfillment.events?.nodes ?? [])]
    .sort((one, other) => Date.parse(other.happenedAt) - Date.parse(one.happenedAt))
    .flatMap((event) => instantOrNull(event.estimatedDeliveryAt) ?? []);
  return {
    id: number === null ? fulfillment.id : `${fulfillment.id}:${number}`.slice(0, 300),
    fulfillmentId: fulfillment.id,
    carrier: textOrNull(tracking.company),
    trackingNumber: number,
    trackingUrl: linkOrNull(tracking.url),
    status: word.status,
    rawStatus,
    leg: word.leg ?? "forward",
    exceptions: word.exception
      ? [{ kind: word.exception, by: "carrier", at: checkpoints.find((one) => one.rawStatus === rawStatus)?.at ?? null }]
      : [],
    items: isAlone ? itemsOf(fulfillment) : [],
    // The moment the shop said that it is on its way. Nothing earlier is known: a label is not a parcel.
    shippedAt: isCancelled ? null : instantOrNull(fulfillment.createdAt),
    promisedAt: null,
    estimatedAt: instantOrNull(fulfillment.estimatedDeliveryAt) ?? estimates[0] ?? null,
    deliveredAt: word.status === "delivered" ? deliveredAt : null,
    lastScanAt: latest([scans[0]?.at ?? null, inTransitAt, word.status === "delivered" ? deliveredAt : null]),
    checkpoints,
    source: "shopify-fulfillment",
  };
}

function itemsOf(fulfillment: FulfillmentAnswer): Parcel["items"] {
  return (fulfillment.fulfillmentLineItems?.nodes ?? []).flatMap((line) =>
    line.lineItem ? [{ lineItemId: line.lineItem.id, quantity: line.quantity ?? 0 }] : [],
  );
}

function lastOf(checkpoints: Parcel["checkpoints"], status: DeliveryStatus): Instant | null {
  return checkpoints.find((checkpoint) => checkpoint.status === status)?.at ?? null;
}

function latest(instants: readonly (Instant | null)[]): Instant | null {
  return instants.reduce((best, at) => (at !== null && (best === null || Date.parse(at) > Date.parse(best)) ? at : best), null);
}
