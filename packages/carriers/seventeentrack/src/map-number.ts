import {
  carryReturnLeg,
  createCheckpoint,
  createTrackedParcel,
  isBlankParcel,
  sortCheckpoints,
  stateByHeadline,
} from "@askonce/adapter-kit";
import type { TrackedParcel } from "@askonce/spec";
import type { SeventeentrackEvent, TrackedNumber } from "./answer-schema.ts";
import { readEstimate } from "./estimates.ts";
import { readEventTime } from "./event-time.ts";
import { readEventStatus, readStatus } from "./read-status.ts";

/** A number in our words; `null` when no courier has told 17TRACK anything of it. */
export function mapNumber(tracked: TrackedNumber, timeZone: string, now: number): TrackedParcel | null {
  const info = tracked.track_info;
  const providers = info?.tracking?.providers ?? [];
  const scans = providers.flatMap(({ provider, events }) => events.map((event) => mapEvent(event, provider?.key ?? null, timeZone)));
  const checkpoints = carryReturnLeg(sortCheckpoints(scans.flatMap(({ checkpoint }) => checkpoint ?? [])));
  const headline = readStatus(info?.latest_status?.status ?? null, info?.latest_status?.sub_status ?? null);
  const parcel = createTrackedParcel({
    trackingNumber: tracked.number,
    ...stateByHeadline(headline, checkpoints, now),
    checkpoints,
    estimates: readEstimate(info?.time_metrics?.estimated_delivery_date, timeZone),
    unknownCodes: [headline, ...scans].flatMap(({ unknownCodes }) => unknownCodes),
  });
  return isBlankParcel(parcel) ? null : parcel;
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
