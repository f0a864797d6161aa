import { Temporal } from "temporal-polyfill";
import { publicHolidays } from "../../../packages/core/src/calendars/public-holidays.ts";

const dayMs = 86_400_000;
const weekdayOf = (day: number) => ((day + 3) % 7) + 1;

/**
 * Working days as they truly are. Written apart from the product's calendars on purpose, so that a mistake there is seen here; only the
 * table of holidays is shared.
 */
export interface TruePlace {
  zone: string;
  /** Days since 1970 of an instant there. */
  dayOf(ms: number): number;
  /** The instant of an hour of a day there; hours may have fractions. */
  at(day: number, hours: number): number;
  works(day: number): boolean;
  /** The working day that is so many later; for 0 the day itself or the next one. */
  later(day: number, count: number): number;
}

const starts = new Map<string, number>();

/** @param weekend weekdays without work, 1 (Monday) to 7 */
export function truePlace(country: "RO" | "IT", weekend: readonly number[]): TruePlace {
  const zone = country === "RO" ? "Europe/Bucharest" : "Europe/Rome";
  const holidays = new Set((publicHolidays[country] ?? []).map((date) => Date.parse(`${date}T00:00:00Z`) / dayMs));
  const startOf = (day: number): number => {
    const key = `${zone}${day}`;
    const known = starts.get(key);
    if (known !== undefined) return known;
    const date = Temporal.PlainDate.from("1970-01-01").add({ days: day });
    const start = date.toZonedDateTime({ timeZone: zone }).epochMilliseconds;
    starts.set(key, start);
    return start;
  };
  const works = (day: number) => !weekend.includes(weekdayOf(day)) && !holidays.has(day);
  return {
    zone,
    dayOf(ms) {
      // Both zones are one to three hours ahead.
      const day = Math.floor(ms / dayMs);
      return startOf(day + 1) <= ms ? day + 1 : day;
    },
    // In the two nights of the year in which the clocks change nobody delivers: their mornings begin an hour off, which only the day's end has to know.
    at: (day, hours) => (hours >= 24 ? startOf(day + 1) + (hours - 24) * 3_600_000 : startOf(day + 1) - (24 - hours) * 3_600_000),
    works,
    later(day, count) {
      let found = day;
      if (count === 0) while (!works(found)) found += 1;
      for (let left = count; left > 0; left -= 1) {
        found += 1;
        while (!works(found)) found += 1;
      }
      return found;
    },
  };
}

/** Days since 1970 as `YYYY-MM-DD`. */
export function dateText(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** `HH:mm` as hours. */
export function hoursOf(time: string): number {
  const [hours = "0", minutes = "0"] = time.split(":");
  return Number(hours) + Number(minutes) / 60;
}
