import {
  createCheckpoint,
  createStatusTable,
  createTrackedParcel,
  type LocalTime,
  latestOf,
  readDayAndTime,
  readStatusText,
  readTimeline,
  type StatusReading,
} from "@askonce/adapter-kit";
import type { Checkpoint, TrackedParcel } from "@askonce/spec";
import { type GlsItalyEvent, type GlsItalyShipment, returnNumberIn } from "./shipment-answer.ts";
import { statusRows } from "./status-rows.ts";

export const timeZone = "Europe/Rome";

const table = createStatusTable(statusRows);

/** What GLS Italy's list says of a shipment. */
export function readShipment({ events, returnNumber }: GlsItalyShipment, trackingNumber: string, nowMs: number): TrackedParcel {
  const checkpoints = readTimeline(events, { timeOf, checkpointOf: toCheckpoint }, nowMs);
  const unknown = events.flatMap(({ code }) => (code !== "" && table.read("Codice", code) === null ? [`Codice:${code}`] : []));
  return createTrackedParcel({
    trackingNumber,
    ...latestOf(checkpoints, nowMs),
    // GLS has the shipment's data and has not seen it yet.
    ...(events.length === 0 ? { status: "label_created" as const } : {}),
    checkpoints,
    returnTrackingNumber: returnNumber,
    unknownCodes: unknown,
  });
}

function timeOf({ date, time }: GlsItalyEvent): LocalTime | null {
  return readDayAndTime(date, time, "day_first", timeZone);
}

function toCheckpoint(event: GlsItalyEvent, time: LocalTime): Checkpoint {
  const { code, state, place, leg } = event;
  const reading = readMeaning(event);
  return createCheckpoint({
    idParts: [leg, code === "" ? state : code, event.date, event.time],
    time,
    reading: reading && leg === "return" ? { ...reading, leg } : reading,
    rawStatus: code === "" ? state : code,
    // The note may name who took it.
    text: state,
    city: place,
  });
}

/** The code decides; abroad there is none, and the words do. */
function readMeaning({ code, state, note, leg }: GlsItalyEvent): StatusReading | null {
  if (leg === "forward" && returnNumberIn(note) !== null) {
    return { status: "returning", leg: "return", exceptions: ["returned_to_sender"] };
  }
  if (code !== "") return table.read("Codice", code);
  const words = readStatusText(state, "it");
  return words && { ...words, leg: words.status === "returning" || words.status === "returned" ? "return" : "forward" };
}
