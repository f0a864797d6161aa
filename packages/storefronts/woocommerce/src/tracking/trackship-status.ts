import type { DeliveryStatus, Parcel } from "@askonce/spec";

export interface CarrierStatus {
  status: DeliveryStatus;
  leg: Parcel["leg"];
  exceptions: Parcel["exceptions"];
}

/**
 * TrackShip's words. `exception` says only that something is wrong, so it is never read as damage or loss; `failure` is a failed attempt.
 * Its technical states (`pending_trackship`, `carrier_unsupported`, `invalid_tracking`, `insufficient_balance`, `connection_issue`, …) are
 * the plugin's own troubles and tell nothing about a parcel, like every word that is not in the table.
 */
const statuses: Readonly<Record<string, DeliveryStatus>> = {
  pre_transit: "label_created",
  in_transit: "in_transit",
  out_for_delivery: "out_for_delivery",
  available_for_pickup: "ready_for_pickup",
  on_hold: "on_hold",
  delivered: "delivered",
  failure: "delivery_attempted",
  exception: "on_hold",
  return_to_sender: "returning",
  label_cancelled: "cancelled",
};

export function mapTrackshipStatus(word: string): CarrierStatus {
  const status = Object.hasOwn(statuses, word) ? (statuses[word] ?? "unknown") : "unknown";
  const returning = status === "returning";
  return {
    status,
    leg: returning ? "return" : "forward",
    exceptions: returning ? [{ kind: "returned_to_sender", by: "carrier", at: null }] : [],
  };
}
