import {
  carryReturnLeg,
  createCheckpoint,
  createTrackedParcel,
  isBlankParcel,
  type LocalTime,
  latestOf,
  readLocalTime,
  sortCheckpoints,
  stateByHeadline,
  statusOnLeg,
  type WordReading,
} from "@askonce/adapter-kit";
import { type Checkpoint, deliveryStatusRules, type TrackedParcel } from "@askonce/spec";
import { readEstimates } from "./estimates.ts";
import { readStatus } from "./read-status.ts";
import type { EasypostDetail, EasypostTracker } from "./tracker-schema.ts";

/** A tracker in our words; `null` when the courier has told EasyPost nothing yet, or does not know the number. */
export function mapTracker(tracker: EasypostTracker, timeZone: string, now: number): TrackedParcel | null {
  const isReturn = tracker.is_return === true;
  const scans = tracker.tracking_details.map((detail) => mapDetail(detail, isReturn, timeZone));
  const given = scans.flatMap(({ checkpoint }) => checkpoint ?? []);
  const checkpoints = carryReturnLeg(withoutStepsBack(sortCheckpoints(given, "oldest_first")));
  const headline = readStatus(tracker.status, tracker.status_detail);
  const parcel = createTrackedParcel({
    trackingNumber: tracker.tracking_code,
    ...stateByHeadline({ ...withoutStepBack(headline, latestOf(checkpoints, now).status), isReturn }, checkpoints, now),
    checkpoints,
    estimates: readEstimates(tracker, timeZone),
    unknownCodes: [headline, ...scans].flatMap(({ unknownCodes }) => unknownCodes),
  });
  return isBlankParcel(parcel) ? null : parcel;
}

/** Of the scans it is known which of them was the first. */
function withoutStepBack(headline: WordReading, scanned: Checkpoint["status"]): WordReading {
  const { reading } = headline;
  return reading?.status === "handed_over" && scanned === "in_transit"
    ? { ...headline, reading: { ...reading, status: scanned } }
    : headline;
}

function mapDetail(detail: EasypostDetail, isReturn: boolean, timeZone: string) {
  const { reading, rawStatus, unknownCodes } = readStatus(detail.status, detail.status_detail);
  const time = readTime(detail, timeZone);
  if (time === null) return { checkpoint: null, unknownCodes };
  const place = detail.tracking_location;
  const checkpoint = createCheckpoint({
    idParts: [detail.datetime, detail.status, detail.status_detail, detail.carrier_code, place?.city ?? null, place?.zip ?? null],
    time,
    reading: reading !== null && isReturn ? { ...reading, leg: "return", status: statusOnLeg(reading.status, "return") } : reading,
    rawStatus,
    text: detail.message ?? detail.description,
    city: place?.city,
    countryCode: place?.country,
  });
  return { checkpoint, unknownCodes };
}

/** Without a place EasyPost cannot tell the zone, and writes the courier's local time as if it were UTC; it says so in its documentation. */
function readTime(detail: EasypostDetail, timeZone: string): LocalTime | null {
  const time = readLocalTime(detail.datetime, "iso", timeZone);
  const place = detail.tracking_location;
  const hasPlace = [place?.city, place?.zip].some((part) => part !== null && part !== undefined);
  if (time === null || time.zone !== null || hasPlace) return time;
  return { ...time, zone: "UTC", assumed: ["zone", ...time.assumed] };
}

/** EasyPost calls every depot's scan "received at origin facility"; only the first thing that happens to a parcel is its handing over. */
function withoutStepsBack(newestFirst: Checkpoint[]): Checkpoint[] {
  return newestFirst.map((checkpoint, index) => {
    if (checkpoint.status !== "handed_over") return checkpoint;
    const isLater = newestFirst
      .slice(index + 1)
      .some(({ status }) => deliveryStatusRules[status].rank >= deliveryStatusRules.handed_over.rank);
    return isLater ? { ...checkpoint, status: "in_transit" } : checkpoint;
  });
}
