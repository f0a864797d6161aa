import type { DeliveryStatus, Instant, Parcel } from "@askonce/spec";
import type { KnownDelivery } from "./known-delivery.ts";

const hourMs = 3_600_000;

/** Hours without a scan after which a parcel in this state is quiet for too long; states that are not listed may rest. */
const quietAfterHours: Partial<Record<DeliveryStatus, number>> = {
  label_created: 48,
  handed_over: 48,
  in_transit: 72,
  on_hold: 48,
  out_for_delivery: 14,
  returning: 168,
};

/** When the parcel was last seen, and whether that is so long ago that somebody should ask the courier. */
export interface ScanAge {
  /** `null` when it was never scanned. */
  at: Instant | null;
  tooOld: boolean;
}

/** `null` when the question does not arise any more: delivered, returned, cancelled, failed. */
export function scanAge(parcel: Parcel, nowMs: number, known: KnownDelivery | null = null): ScanAge | null {
  if (["delivered", "returned", "cancelled", "failed"].includes(parcel.status)) return null;
  // The server knows the calendars of both ends; the hours below are for what it did not measure.
  if (known) return { at: parcel.lastScanAt, tooOld: known.state.lateness.stalledSince !== null };
  const limitHours = quietAfterHours[parcel.status];
  const since = parcel.lastScanAt ?? parcel.shippedAt;
  const tooOld = limitHours !== undefined && since !== null && nowMs - Date.parse(since) > limitHours * hourMs;
  return { at: parcel.lastScanAt, tooOld };
}
