import { type LocalTime, readLocalTime } from "@askonce/adapter-kit";
import type { SeventeentrackEvent } from "./answer-schema.ts";

/**
 * When an event was. `time_iso` has the offset of the place; where the courier gave a day only, as `time_raw` shows, 17TRACK makes it a
 * midnight, and the day's end is meant here.
 */
export function readEventTime(event: SeventeentrackEvent, timeZone: string): LocalTime | null {
  const { time_iso: iso, time_utc: utc, time_raw: raw } = event;
  const day = raw?.date ?? null;
  if (day !== null && raw?.time === null) {
    const offset = /([+-]\d{2}:\d{2})$/.exec(iso ?? "")?.[1];
    const time = readLocalTime(day, "iso", offset ?? timeZone);
    if (time !== null) return offset === undefined ? time : { ...time, assumed: time.assumed.filter((left) => left !== "zone") };
  }
  return (
    readLocalTime(iso, "iso", timeZone) ??
    readLocalTime(utc, "iso", "UTC") ??
    (day === null ? null : readLocalTime([day, raw?.time].filter(Boolean).join(" "), "iso", timeZone))
  );
}
