import {
  carryReturnLeg,
  createCheckpoint,
  createStatusTable,
  createTrackedParcel,
  latestOf,
  readEstimateWindow,
  readLocalTime,
  sortCheckpoints,
  unknownCode,
} from "@askonce/adapter-kit";
import type { Checkpoint, TrackedParcel } from "@askonce/spec";
import type { Move, Parcel } from "./parcel-answer.ts";
import { statusRows } from "./status-rows.ts";

/** Of the courier's own clocks: its times have no offset. */
export const timeZone = "Europe/Bucharest";

const table = createStatusTable(statusRows);

export function readParcel({ moves, booked }: Parcel, trackingNumber: string, now: number): TrackedParcel {
  const checkpoints = carryReturnLeg(
    sortCheckpoints(
      moves.flatMap((move) => readMove(move) ?? []),
      "oldest_first",
    ),
  );
  const estimate = readEstimateWindow("booked", { from: null, until: booked }, timeZone);
  return createTrackedParcel({
    trackingNumber,
    ...latestOf(checkpoints, now),
    checkpoints,
    estimates: estimate === null ? [] : [estimate],
    unknownCodes: moves.flatMap(({ code }) => (code === null || table.read("code", code) ? [] : [unknownCode("code", code)])),
  });
}

function readMove({ code, at, says, town }: Move): Checkpoint | null {
  const time = readLocalTime(at, "iso", timeZone);
  // What has no time cannot be put in order.
  if (time === null) return null;
  return createCheckpoint({
    // The same the next time, whatever the courier words differently then.
    idParts: [code, at],
    time,
    reading: code === null ? null : table.read("code", code),
    rawStatus: code,
    text: says,
    city: town,
  });
}
