import { carryReturnLeg, createCheckpoint, latestOf, sortCheckpoints, statusOnLeg } from "@askonce/adapter-kit";
import type { Checkpoint, TrackedParcel } from "@askonce/spec";
import type { SeventeentrackEvent, TrackedNumber } from "./answer-schema.ts";
import { readEstimate } from "./estimates.ts";
import { readEventTime } from "./event-time.ts";
import { readEventStatus, readStatus, type SeventeentrackReading } from "./read-status.ts";

/** A number in our words; `null` when no courier has told 17TRACK anything of it. */
export function mapNumber(tracked: TrackedNumber, timeZone: string, now: number): TrackedParcel | null {
  const info = tracked.track_info;
  const providers = info?.tracking?.providers ?? [];
  const scans = providers.flatMap(({ provider, events }) => events.map((event) => mapEvent(event, provider?.key ?? null, timeZone)));
  const checkpoints = carryReturnLeg(sortCheckpoints(scans.flatMap(({ checkpoint }) => (checkpoint === null ? [] : [checkpoint]))));
  const headline = readStatus(info?.latest_status?.status ?? null, info?.latest_status?.sub_status ?? null);
  const estimates = readEstimate(info?.time_metrics?.estimated_delivery_date, timeZone);
  const unknownCodes = [...new Set([...headline.unknownCodes, ...scans.flatMap(({ unknownCodes: codes }) => codes)])];
  const state = stateOf(headline, checkpoints, now);
  if (state.status === "unknown" && state.exceptions.length === 0 && checkpoints.length + estimates.length + unknownCodes.length === 0) {
    return null;
  }
  return {
    trackingNumber: tracked.number,
    ...state,
    checkpoints,
    estimates,
    pieces: [],
    pickupPoint: null,
    pickupUntil: null,
    returnTrackingNumber: null,
    unknownCodes,
  };
}

/** 17TRACK's headline where it says something; otherwise what the events say. "No news for long" is an exception and not a place. */
function stateOf(headline: SeventeentrackReading, checkpoints: Checkpoint[], now: number) {
  const scanned = latestOf(checkpoints, now);
  const { reading } = headline;
  const leg = reading?.leg === "return" ? "return" : scanned.leg;
  const speaks = reading !== null && reading.status !== "unknown";
  const status = statusOnLeg(speaks ? reading.status : scanned.status, leg);
  const agrees = !speaks || status === statusOnLeg(scanned.status, leg);
  const statusAt = agrees ? scanned.statusAt : (checkpoints[0]?.at ?? null);
  return {
    status,
    leg,
    // What the events say was wrong is over when the headline is already somewhere else.
    exceptions: [...new Set([...(agrees ? scanned.exceptions : []), ...(reading?.exceptions ?? [])])],
    rawStatus: headline.rawStatus ?? scanned.rawStatus,
    statusAt,
    deliveredAt: status === "delivered" ? (scanned.deliveredAt ?? statusAt) : null,
  };
}

function mapEvent(event: SeventeentrackEvent, provider: string | number | null, timeZone: string) {
  const { reading, rawStatus, unknownCodes } = readEventStatus(event.sub_status, event.stage);
  const time = readEventTime(event, timeZone);
  if (time === null) return { checkpoint: null, unknownCodes };
  const checkpoint = createCheckpoint({
    // Without a code only its words tell an event from another one of the same minute.
    idParts: [provider, time.at, rawStatus, event.location, rawStatus === null ? event.description : null],
    time,
    reading,
    rawStatus,
    text: event.description,
    city: event.address?.city ?? event.location,
    countryCode: event.address?.country,
  });
  return { checkpoint, unknownCodes };
}
