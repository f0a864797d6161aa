import type { Checkpoint, DeliveryStatus, Instant, Parcel, TrackedParcel, TrackedPiece } from "@askonce/spec";
import type { FoldParcelInput } from "../parcel-state.ts";
import type { ParcelReport } from "../parcel-reports.ts";

export function checkpoint(status: DeliveryStatus, at: Instant, more: Partial<Checkpoint> = {}): Checkpoint {
  return {
    id: `${status}@${at}`,
    at,
    zone: null,
    status,
    leg: status === "returning" || status === "returned" ? "return" : "forward",
    exceptions: [],
    rawStatus: status.toUpperCase(),
    text: null,
    city: null,
    countryCode: null,
    by: "carrier",
    ...more,
  };
}

export function piece(trackingNumber: string, checkpoints: readonly Checkpoint[], more: Partial<TrackedPiece> = {}): TrackedPiece {
  const newest = checkpoints[0];
  return {
    trackingNumber,
    status: newest?.status ?? "unknown",
    leg: newest?.leg ?? "forward",
    exceptions: newest?.exceptions ?? [],
    rawStatus: newest?.rawStatus ?? null,
    statusAt: newest?.at ?? null,
    deliveredAt: newest?.status === "delivered" ? newest.at : null,
    checkpoints: [...checkpoints],
    ...more,
  };
}

/** What a courier says that knows these checkpoints, newest first. */
export function tracked(checkpoints: readonly Checkpoint[], more: Partial<TrackedParcel> = {}): TrackedParcel {
  return {
    ...piece("T1", checkpoints),
    estimates: [],
    pieces: [],
    pickupPoint: null,
    pickupUntil: null,
    returnTrackingNumber: null,
    unknownCodes: [],
    ...more,
  };
}

export function report(of: TrackedParcel | null, more: Partial<ParcelReport> = {}): ParcelReport {
  return { source: "courier", by: "carrier", tracked: of, fetchedAt: "2026-11-20T12:00:00Z", problem: null, ...more };
}

export function reported(more: Partial<Parcel> = {}): Parcel {
  return {
    id: "parcel",
    fulfillmentId: null,
    carrier: "Courier",
    trackingNumber: "T1",
    trackingUrl: null,
    status: "label_created",
    rawStatus: "fulfilled",
    leg: "forward",
    exceptions: [],
    items: [],
    shippedAt: "2026-11-16T10:00:00Z",
    promisedAt: null,
    estimatedAt: null,
    deliveredAt: null,
    lastScanAt: null,
    checkpoints: [],
    source: "shop-plugin",
    ...more,
  };
}

/** An order of 16 November, looked at on the 20th at noon. */
export function situation(reports: readonly ParcelReport[], more: Partial<FoldParcelInput> = {}): FoldParcelInput {
  return {
    reported: reported(),
    reportedBy: { source: "shop", fetchedAt: "2026-11-20T11:00:00Z" },
    reports,
    claims: [],
    placedAt: "2026-11-16T08:00:00Z",
    zone: "Europe/Bucharest",
    now: Date.parse("2026-11-20T12:00:00Z"),
    ...more,
  };
}

/** A parcel's way from label to delivery, newest first. */
export const life = [
  checkpoint("delivered", "2026-11-19T10:00:00Z"),
  checkpoint("out_for_delivery", "2026-11-19T06:00:00Z"),
  checkpoint("in_transit", "2026-11-18T02:00:00Z"),
  checkpoint("handed_over", "2026-11-17T15:00:00Z"),
  checkpoint("label_created", "2026-11-16T10:00:00Z"),
];
