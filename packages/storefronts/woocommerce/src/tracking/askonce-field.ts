import type { Checkpoint } from "@askonce/spec";
import { zonedInstant } from "../map/instants.ts";
import { trackingLink } from "../map/link.ts";
import type { AskonceField } from "../schemas/askonce-field.ts";
import { type FoundParcel, foundParcel, type TrackingSource } from "./tracking-source.ts";

type Shipment = AskonceField["shipments"][number];

/** The field that the askonce plugin adds to orders: every tracking plugin of the shop, read on the inside. */
export const askonceFieldSource: TrackingSource = {
  name: "askonce",
  read: ({ order }) => (order.askonce?.shipments ?? []).map(readShipment),
};

function readShipment(shipment: Shipment): FoundParcel {
  const isReturn = shipment.status === "returning" || shipment.status === "returned";
  const checkpoint = lastEvent(shipment, isReturn);
  return foundParcel({
    source: shipment.source ?? "askonce",
    sourceId: shipment.id,
    carrier: shipment.carrierName ?? shipment.carrier,
    trackingNumber: shipment.trackingNumber,
    trackingUrl: trackingLink(shipment.trackingUrl, shipment.trackingNumber),
    status: shipment.status,
    rawStatus: shipment.statusText,
    leg: isReturn ? "return" : "forward",
    items: shipment.items,
    shippedAt: zonedInstant(shipment.shippedAt),
    promisedAt: zonedInstant(shipment.promisedAt),
    estimatedAt: zonedInstant(shipment.estimatedDelivery),
    deliveredAt: zonedInstant(shipment.deliveredAt),
    lastScanAt: zonedInstant(shipment.lastEventAt),
    checkpoints: checkpoint === null ? [] : [checkpoint],
  });
}

/** The plugin hands on the newest event only. Its id is its time, so that the same event is the same checkpoint. */
function lastEvent(shipment: Shipment, isReturn: boolean): Checkpoint | null {
  const at = zonedInstant(shipment.lastEventAt);
  if (at === null || shipment.lastEvent === null) return null;
  return {
    id: `${at}-${shipment.status}`,
    at,
    zone: null,
    status: shipment.status,
    leg: isReturn ? "return" : "forward",
    exceptions: [],
    rawStatus: shipment.statusText,
    text: shipment.lastEvent,
    city: shipment.locker?.city ?? null,
    countryCode: null,
    by: "carrier",
  };
}
