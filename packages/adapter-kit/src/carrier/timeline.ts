import type { Checkpoint } from "@askonce/spec";
import { sortCheckpoints } from "./checkpoint.ts";
import { settleDayOnlyTimes } from "./day-only-times.ts";
import { type LocalTime, type LocalTimePattern, readLocalTime } from "./local-time.ts";
import { carryReturnLeg } from "./return-leg.ts";

/** How a courier's events become checkpoints. */
export interface TimelineReader<Event> {
  /** `null` leaves the event out. */
  timeOf(event: Event): LocalTime | null;
  checkpointOf(event: Event, time: LocalTime): Checkpoint;
}

/**
 * The checkpoints of a courier that leaves the time out of some of its events: days settled in the courier's own order, what follows the
 * beginning of the way back on the way back, newest first, each once.
 *
 * @param events oldest first, in the courier's own order
 */
export function readTimeline<Event>(
  events: readonly Event[],
  { timeOf, checkpointOf }: TimelineReader<Event>,
  nowMs: number,
): Checkpoint[] {
  const times = settleDayOnlyTimes(events.map(timeOf), nowMs);
  const given = events.flatMap((event, index) => {
    const time = times[index] ?? null;
    return time === null ? [] : [checkpointOf(event, time)];
  });
  return carryReturnLeg(sortCheckpoints(given, "oldest_first"));
}

/** A day and a time that stand in two fields; of a time that is empty or none the day alone. */
export function readDayAndTime(day: string | null, time: string | null, pattern: LocalTimePattern, zone: string): LocalTime | null {
  return readLocalTime(`${day ?? ""} ${time ?? ""}`, pattern, zone) ?? readLocalTime(day, pattern, zone);
}
