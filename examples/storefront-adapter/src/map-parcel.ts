import type { Checkpoint, DeliveryStatus, Parcel } from "@askonce/spec";
import { mapRows } from "./map-order-parts.ts";
import type { Settings } from "./options.ts";
import { readLink } from "./read-link.ts";
import type { VendorParcel, VendorScan } from "./vendor-schemas.ts";

/** The courier's words, as the shop repeats them. */
const scanStatuses = new Map<string, DeliveryStatus>([
  ["printed", "label_created"],
  ["collected", "handed_over"],
  ["moving", "in_transit"],
  ["held-up", "on_hold"],
  ["on-the-van", "out_for_delivery"],
  ["nobody-home", "delivery_attempted"],
  ["waits-at-point", "ready_for_pickup"],
  ["received", "delivered"],
  ["given-up", "failed"],
]);
/** The shop's own words: that it packed and sent something, and no more than that. */
const stageStatuses = new Map<string, DeliveryStatus>([
  ["packed", "label_created"],
  ["sent", "handed_over"],
]);

export function mapParcel(parcel: VendorParcel, settings: Settings): Parcel {
  const checkpoints = (parcel.trail ?? []).map(mapScan).sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  const last = checkpoints[0];
  // Only a courier's word makes a parcel delivered; a shop's "sent" or a day somebody typed in does not.
  const status = last?.status ?? stageStatuses.get(parcel.stage ?? "") ?? "unknown";
  return {
    id: parcel.uid,
    fulfillmentId: null,
    carrier: parcel.courier?.name ?? null,
    trackingNumber: parcel.courier?.code ?? null,
    trackingUrl: readLink(parcel.courier?.link, settings.url),
    status,
    rawStatus: last?.rawStatus ?? parcel.stage,
    leg: "forward",
    exceptions: [],
    items: mapRows(parcel.contents),
    shippedAt: parcel.sent?.at ?? null,
    promisedAt: parcel.promised?.at ?? null,
    estimatedAt: parcel.expected?.at ?? null,
    deliveredAt: status === "delivered" ? (parcel.arrived?.at ?? last?.at ?? null) : null,
    // A printed label is not a scan.
    lastScanAt: checkpoints.find((checkpoint) => checkpoint.status !== "label_created")?.at ?? null,
    checkpoints,
    source: "corner",
  };
}

function mapScan(scan: VendorScan): Checkpoint {
  return {
    id: scan.n,
    at: scan.when.at,
    zone: scan.when.zone,
    status: scanStatuses.get(scan.word) ?? "unknown",
    leg: "forward",
    exceptions: [],
    rawStatus: scan.word,
    text: scan.says,
    city: scan.town,
    countryCode: scan.land,
    by: "carrier",
  };
}
