import type { Checkpoint, DeliveryStatus, Parcel } from "@askonce/spec";
import type { VendorParcel } from "./vendor-order.ts";

const deliveryStatuses: Readonly<Record<string, DeliveryStatus>> = {
  labelCreated: "label_created",
  pickedUp: "handed_over",
  inTransit: "in_transit",
  delayed: "in_transit",
  outForDelivery: "out_for_delivery",
  attemptFailed: "delivery_attempted",
  readyForPickup: "ready_for_pickup",
  delivered: "delivered",
  failed: "failed",
};

/** A parcel of the memory shop in askonce's words. Only a tracking event says where it is: that it was sent says nothing of the kind. */
export function mapParcel(parcel: VendorParcel): Parcel {
  const checkpoints = parcel.events.map(mapCheckpoint).sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const last = checkpoints[0];
  const status = last?.status ?? "handed_over";
  return {
    id: String(parcel.id),
    fulfillmentId: null,
    carrier: emptyToNull(parcel.carrier),
    trackingNumber: emptyToNull(parcel.trackingNumber),
    trackingUrl: emptyToNull(parcel.trackingUrl),
    status,
    rawStatus: last?.rawStatus ?? null,
    leg: "forward",
    exceptions: [],
    items: parcel.items.map((item) => ({ lineItemId: String(item.itemId), quantity: item.quantity })),
    shippedAt: parcel.shippedAt,
    promisedAt: parcel.promisedAt,
    estimatedAt: parcel.estimatedAt,
    deliveredAt: status === "delivered" ? (parcel.deliveredAt ?? last?.at ?? null) : null,
    lastScanAt: last?.at ?? null,
    checkpoints,
    source: "memory",
  };
}

function mapCheckpoint(event: VendorParcel["events"][number]): Checkpoint {
  return {
    id: `${event.at}-${event.status}`,
    at: event.at,
    zone: null,
    status: deliveryStatuses[event.status] ?? "unknown",
    leg: "forward",
    exceptions: [],
    rawStatus: event.status,
    text: emptyToNull(event.text),
    city: emptyToNull(event.city),
    countryCode: emptyToNull(event.countryCode),
    by: "carrier",
  };
}

export function emptyToNull(text: string): string | null {
  return text === "" ? null : text;
}
