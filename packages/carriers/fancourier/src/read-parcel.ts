import {
  carryReturnLeg,
  createCheckpoint,
  createStatusTable,
  createTrackedParcel,
  latestOf,
  readLocalTime,
  sortCheckpoints,
} from "@askonce/adapter-kit";
import type { Checkpoint, TrackedParcel } from "@askonce/spec";
import { timeZone } from "./api.ts";
import { statusRows } from "./status-rows.ts";
import type { FanEvent, FanParcel } from "./tracking-answer.ts";

const table = createStatusTable(statusRows);

/** "Retrimis în livrare": sent out to the buyer once more, so that what was a refusal before it was none in the end. */
const sentOutAgain = "S35";

/** What FAN's answer says of a parcel. */
export function readParcel(parcel: FanParcel, trackingNumber: string, nowMs: number): TrackedParcel {
  const unknown = parcel.events.flatMap(({ id }) => (id !== null && table.read("event", id) === null ? [`event:${id}`] : []));
  const given = parcel.events.flatMap((event) => readEvent(event) ?? []);
  const checkpoints = carryReturnLeg(withoutOldRefusals(sortCheckpoints(given, "oldest_first")));
  return createTrackedParcel({
    trackingNumber: parcel.awbNumber ?? trackingNumber,
    ...latestOf(checkpoints, nowMs),
    // The sender has registered the parcel, and nothing was scanned yet.
    ...(parcel.events.length === 0 ? { status: "label_created" as const } : {}),
    checkpoints,
    returnTrackingNumber: parcel.returnAwbNumber,
    unknownCodes: unknown,
  });
}

function readEvent({ id, name, location, date }: FanEvent): Checkpoint | null {
  const time = readLocalTime(date, "iso", timeZone);
  if (time === null) return null;
  return createCheckpoint({
    idParts: [id, date],
    time,
    reading: id === null ? null : table.read("event", id),
    rawStatus: id,
    text: name,
    city: location,
  });
}

/** @param checkpoints newest first */
function withoutOldRefusals(checkpoints: readonly Checkpoint[]): Checkpoint[] {
  const lastRound = checkpoints.findIndex(({ rawStatus }) => rawStatus === sentOutAgain);
  return checkpoints.map((checkpoint, index) =>
    lastRound !== -1 && index > lastRound && checkpoint.leg === "return"
      ? { ...checkpoint, leg: "forward", status: "delivery_attempted" }
      : checkpoint,
  );
}
