import { type LocalTime, readLocalTime, readStatusText, type StatusReading, statusOnLeg } from "@askonce/adapter-kit";
import type { StatusRowAnswer } from "../schemas/status-row.ts";
import { readStateId, readStatusId } from "./read-code.ts";

/** A row of an answer, understood. */
export interface RowReading {
  /** `null` when neither code nor words are known. */
  reading: StatusReading | null;
  /** The courier's code; which count it is of is said when it is not `statusId`. */
  rawStatus: string | null;
  /** `space:code`, for codes that the table does not hold. */
  unknownCodes: string[];
  /** `null` when the row has no readable time. */
  time: LocalTime | null;
}

/**
 * On the way back wins over everything; then the id, in its own count; then the words, where the id is not known; then nothing. What the
 * free text of a reason says is added as exceptions and never changes the status.
 */
export function readRow(row: StatusRowAnswer, zone: string): RowReading {
  const byStatusId = row.statusId ? readStatusId(row.statusId) : null;
  const byStateId = row.statusStateId ? readStateId(row.statusStateId) : null;
  const words = readWords(row);
  const unknownCodes = [
    ...(row.statusId && byStatusId === null ? [`statusId:${row.statusId}`] : []),
    ...(row.statusStateId && byStateId === null ? [`statusStateId:${row.statusStateId}`] : []),
  ];
  const known = byStatusId ?? byStateId ?? words[0] ?? null;
  const readings = [byStatusId, byStateId, ...words].filter((reading) => reading !== null);
  const isReturn = row.inReturn === true || readings.some(({ leg }) => leg === "return");
  return {
    reading: withReason(isReturn ? onTheWayBack(known, readings) : known, row.reason ?? null),
    rawStatus: row.statusId ?? (row.statusStateId ? `statusStateId:${row.statusStateId}` : null),
    unknownCodes,
    time: readLocalTime(row.statusDate, "iso", zone),
  };
}

/** What Sameday calls its lockers and its points, in texts as they are compared. */
const pickupPlaces = /\b(easybox|sameday point|punct\w* sameday)/g;

function readWord(text: string): StatusReading | null {
  return readStatusText(text, "ro", { pickupPlaces });
}

/** The finest words first; the last are the name of a group. */
function readWords({ status, statusLabel, statusState }: StatusRowAnswer): StatusReading[] {
  return [status, statusLabel, statusState].flatMap((text) => (text ? (readWord(text) ?? []) : []));
}

/** A code that moves forward says nothing about a parcel that comes back, but "delivered" says that it arrived there. */
function onTheWayBack(known: StatusReading | null, readings: readonly StatusReading[]): StatusReading {
  const returned = readings.find(({ leg }) => leg === "return");
  const status = returned?.status ?? statusOnLeg(known?.status ?? "unknown", "return");
  const arrived = known?.status === "delivered" || readings.some((reading) => reading.status === "returned");
  const exceptions = new Set([...(known?.exceptions ?? []), ...(returned?.exceptions ?? [])]);
  return { status: arrived ? "returned" : status === "unknown" ? "returning" : status, exceptions: [...exceptions], leg: "return" };
}

function withReason(reading: StatusReading | null, reason: string | null): StatusReading | null {
  const added = reason === null ? [] : (readWord(reason)?.exceptions ?? []);
  return reading === null || added.length === 0 ? reading : { ...reading, exceptions: [...new Set([...reading.exceptions, ...added])] };
}
