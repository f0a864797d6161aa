import {
  carryReturnLeg,
  createCheckpoint,
  createTrackedParcel,
  isBlankParcel,
  readLocalTime,
  sortCheckpoints,
  stateByHeadline,
  statusOnLeg,
} from "@askonce/adapter-kit";
import type { TrackedParcel } from "@askonce/spec";
import { countryCodeOf } from "./country-code.ts";
import { readEstimates } from "./estimates.ts";
import { readStatus } from "./read-status.ts";
import type { AftershipCheckpoint, AftershipTracking } from "./tracking-schema.ts";

/** A tracking in our words; `null` when AfterShip has nothing on it yet, which it answers for every number it was just told of. */
export function mapTracking(tracking: AftershipTracking, timeZone: string, now: number): TrackedParcel | null {
  const scans = tracking.checkpoints.map((checkpoint) => mapCheckpoint(checkpoint, tracking, timeZone));
  const checkpoints = carryReturnLeg(
    sortCheckpoints(
      scans.flatMap(({ checkpoint }) => checkpoint ?? []),
      "oldest_first",
    ),
  );
  const headline = {
    ...readStatus(tracking.tag, tracking.subtag),
    isReturn: isReturn(tracking) || tracking.return_to_sender === true,
    deliveredAt: readLocalTime(tracking.shipment_delivery_date, "iso", timeZone)?.at ?? null,
  };
  const state = stateByHeadline(headline, checkpoints, now);
  const place = state.status === "ready_for_pickup" ? tracking.pickup_location : null;
  const parcel = createTrackedParcel({
    trackingNumber: tracking.tracking_number,
    ...state,
    checkpoints,
    estimates: readEstimates(tracking, timeZone),
    pickupPoint: place === null ? null : { id: null, name: place },
    returnTrackingNumber: tracking.return_shipment?.tracking_number ?? null,
    unknownCodes: [headline, ...scans].flatMap(({ unknownCodes }) => unknownCodes),
  });
  return isBlankParcel(parcel) ? null : parcel;
}

function mapCheckpoint(scan: AftershipCheckpoint, tracking: AftershipTracking, timeZone: string) {
  const { reading, rawStatus, unknownCodes } = readStatus(scan.tag, scan.subtag);
  const time = readLocalTime(scan.checkpoint_time, "iso", timeZone);
  if (time === null) return { checkpoint: null, unknownCodes };
  const onLeg =
    reading !== null && isReturn(tracking)
      ? { ...reading, leg: "return" as const, status: statusOnLeg(reading.status, "return") }
      : reading;
  const checkpoint = createCheckpoint({
    idParts: scan.hash === null ? [scan.slug, scan.checkpoint_time, rawStatus, scan.location ?? scan.city] : ["hash", scan.hash],
    time,
    reading: onLeg,
    rawStatus,
    text: scan.message,
    city: scan.city ?? scan.location,
    countryCode: countryCodeOf(scan.country_region),
    // Somebody pressed "mark as completed": that is no scan of the courier.
    by: scan.source === "user" ? "agent" : "carrier",
  });
  return { checkpoint, unknownCodes };
}

function isReturn(tracking: AftershipTracking): boolean {
  return tracking.shipment_direction === "return";
}
