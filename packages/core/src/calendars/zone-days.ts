import type { Instant } from "@askonce/spec";
import { Temporal } from "temporal-polyfill";
import { type DayNumber, dayNumber, type LocalDate } from "./local-date.ts";

const dayMs = 86_400_000;
const rememberedDays = 20_000;

/** The days of one zone as instants. Each day is computed once: 100,000 parcels share a few hundred days. */
export interface ZoneDays {
  /** The first millisecond of the day. */
  startOf(day: DayNumber): number;
  /** The day that an instant (milliseconds since the epoch) belongs to. */
  dayOf(instantMs: number): DayNumber;
}

const zones = new Map<string, ZoneDays>();

/**
 * The days of an IANA zone.
 *
 * @throws RangeError when there is no such zone
 */
export function zoneDays(zone: string): ZoneDays {
  const known = zones.get(zone);
  if (known !== undefined) return known;
  const firstDay = new Temporal.PlainDate(1970, 1, 1);
  const starts = new Map<DayNumber, number>();
  const startOf = (day: DayNumber): number => {
    const remembered = starts.get(day);
    if (remembered !== undefined) return remembered;
    const start = firstDay.add({ days: day }).toZonedDateTime({ timeZone: zone }).epochMilliseconds;
    if (starts.size >= rememberedDays) starts.clear();
    starts.set(day, start);
    return start;
  };
  const dayOf = (instantMs: number): DayNumber => {
    let day = Math.floor(instantMs / dayMs);
    while (startOf(day) > instantMs) day -= 1;
    while (startOf(day + 1) <= instantMs) day += 1;
    return day;
  };
  // Throws for an unknown zone, so that only real ones are kept.
  startOf(0);
  const made = { startOf, dayOf };
  zones.set(zone, made);
  return made;
}

/** The last second of a date in a zone, in milliseconds: 23:59:59, also on a day of 23 or 25 hours. A promised day is kept until then. */
export function dayEnd(date: LocalDate, zone: string): number {
  return zoneDays(zone).startOf(dayNumber(date) + 1) - 1000;
}

/**
 * The instant of a time of day, `HH:mm` or `HH:mm:ss`, in milliseconds. A time that the clocks skip is read as the one after the gap, a time
 * that comes twice as the first.
 *
 * @throws RangeError when it is not a time of day
 */
export function timeOfDay(date: LocalDate, time: string, zone: string): number {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(time);
  if (parts === null) throw new RangeError(`Not a time of day: ${time.slice(0, 40)}`);
  const days = zoneDays(zone);
  const day = dayNumber(date);
  const start = days.startOf(day);
  if (days.startOf(day + 1) - start === dayMs) {
    return start + (Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3] ?? 0)) * 1000;
  }
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
}

/** Milliseconds as an instant, without the fraction of a second where there is none. */
export function instantText(instantMs: number): Instant {
  return new Date(instantMs).toISOString().replace(".000Z", "Z");
}
