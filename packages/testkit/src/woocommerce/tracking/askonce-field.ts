import type { FakeOrder, FakeParcel, FakeParcelEvent } from "../../shop-data/shop.ts";
import type { AskonceField, AskonceShipment } from "../model.ts";
import { slug } from "../slug.ts";
import { trackshipStatus } from "./shipment-tracking.ts";

/** The words of the delivery model, into which the plugin translates what its tracking source says. */
const statuses: Record<FakeParcelEvent["status"], string> = {
  labelCreated: "label_created",
  pickedUp: "handed_over",
  inTransit: "in_transit",
  outForDelivery: "out_for_delivery",
  attemptFailed: "delivery_attempted",
  readyForPickup: "ready_for_pickup",
  delivered: "delivered",
  delayed: "in_transit",
  failed: "failed",
};

/** The REST field of the askonce plugin: the only place that carries promised days and the last event. */
export function askonceField(order: FakeOrder): AskonceField {
  return { schema: 1, shipments: order.parcels.map(renderShipment), flags: [] };
}

function seconds(instant: string | null): string | null {
  return instant === null ? null : `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

function renderShipment(parcel: FakeParcel): AskonceShipment {
  const last = parcel.events.at(-1);
  return {
    id: String(parcel.id),
    source: "trackship",
    carrier: slug(parcel.carrier),
    carrierName: parcel.carrier,
    trackingNumber: parcel.trackingNumber,
    trackingUrl: parcel.trackingUrl,
    status: last === undefined ? "unknown" : statuses[last.status],
    statusText: trackshipStatus(parcel),
    shippedAt: seconds(parcel.shippedAt),
    estimatedDelivery: seconds(parcel.estimatedAt ?? parcel.promisedAt),
    deliveredAt: seconds(parcel.deliveredAt),
    lastEvent: last?.text ?? null,
    lastEventAt: seconds(last?.at ?? null),
    locker: last?.status === "readyForPickup" ? { name: `${parcel.carrier} ${last.city}`, city: last.city } : null,
    items: parcel.items.map((item) => ({ lineItemId: item.itemId, quantity: item.quantity })),
  };
}
