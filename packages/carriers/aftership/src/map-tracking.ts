import { carryReturnLeg, createCheckpoint, latestOf, readLocalTime, sortCheckpoints, statusOnLeg } from "@askonce/adapter-kit";
import type { Checkpoint, TrackedParcel } from "@askonce/spec";
import { countryCodeOf } from "./country-code.ts";
import { readEstimates } from "./estimates.ts";
import { type AftershipReading, readStatus } from "./read-status.ts";
import type { AftershipCheckpoint, AftershipTracking } from "./tracking-schema.ts";

/** A tracking in our words; `null` when AfterShip has nothing on it yet, which it answers for every number it was just told of. */
export function mapTracking(tracking: AftershipTracking, timeZone: string, now: number): TrackedParcel | null {
  const scans = tracking.checkpoints.map((checkpoint) => mapCheckpoint(checkpoint, tracking, timeZone));
  const given = scans.flatMap(({ checkpoint }) => (checkpoint === null ? [] : [checkpoint]));
  const checkpoints = carryReturnLeg(sortCheckpoints(given, "oldest_first"));
  const headline = readStatus(tracking.tag, tracking.subtag);
  const estimates = readEstimates(tracking, timeZone);
  const unknownCodes = [...new Set([...headline.unknownCodes, ...scans.flatMap(({ unknownCodes: codes }) => codes)])];
  const state = stateOf(tracking, headline, checkpoints, timeZone, now);
  if (state.status === "unknown" && state.exceptions.length === 0 && checkpoints.length + estimates.length + unknownCodes.length === 0) {
    return null;
  }
  return {
    trackingNumber: tracking.tracking_number,
    ...state,
    checkpoints,
    estimates,
    pieces: [],
    pickupPoint:
      state.status === "ready_for_pickup" && tracking.pickup_location !== null ? { id: null, name: tracking.pickup_location } : null,
    pickupUntil: null,
    returnTrackingNumber: tracking.return_shipment?.tracking_number ?? null,
    unknownCodes,
  };
}

/**
 * AfterShip's headline where it says something, because it is made from more than the scans; otherwise what the scans say. A headline of
 * "no news for 30 days" is an exception and not a place.
 */
function stateOf(tracking: AftershipTracking, headline: AftershipReading, checkpoints: Checkpoint[], timeZone: string, now: number) {
  const scanned = latestOf(checkpoints, now);
  const { reading } = headline;
  const leg = isReturn(tracking) || tracking.return_to_sender === true || reading?.leg === "return" ? "return" : scanned.leg;
  const speaks = reading !== null && reading.status !== "unknown";
  const status = statusOnLeg(speaks ? reading.status : scanned.status, leg);
  const agrees = !speaks || status === statusOnLeg(scanned.status, leg);
  const statusAt = agrees ? scanned.statusAt : (checkpoints[0]?.at ?? null);
  const deliveredAt = scanned.deliveredAt ?? readLocalTime(tracking.shipment_delivery_date, "iso", timeZone)?.at ?? statusAt;
  return {
    status,
    leg,
    // What the scans say was wrong is over when the headline is already somewhere else.
    exceptions: [...new Set([...(agrees ? scanned.exceptions : []), ...(reading?.exceptions ?? [])])],
    rawStatus: headline.rawStatus ?? scanned.rawStatus,
    statusAt,
    deliveredAt: status === "delivered" ? deliveredAt : null,
  };
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
