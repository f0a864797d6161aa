import type { Instant } from "@askonce/spec";
import { Temporal } from "temporal-polyfill";
import { fromInstant, toInstant } from "../platform/instants.ts";

const minuteMs = 60_000;

/** Writes moments as people do, on the clock of one place, whatever clock the process has. */
export interface SayWhen {
  /** `Tuesday 24 November`; with the year when it is not the present one. */
  day(instant: Instant): string;
  /** `14:05`, or as the locale has it. */
  time(instant: Instant): string;
  isToday(instant: Instant): boolean;
  /** The day that a deadline closes, when it falls on a day's very end: nobody says "until Saturday, 00:00" for Friday. */
  dayClosedBy(instant: Instant): string | null;
  /** The last moment of the day, in milliseconds since the epoch. */
  endOfDay(moment: number): number;
}

/**
 * @param locale BCP 47
 * @param zone IANA zone of the place of delivery
 * @param now milliseconds since the epoch
 */
export function sayWhen(locale: string, zone: string, now: number): SayWhen {
  const dateOf = (moment: number) => Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDate();
  const today = dateOf(now);
  const format = (instant: Instant, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(fromInstant(instant));
  const day = (instant: Instant) => {
    const year = dateOf(fromInstant(instant)).year === today.year ? {} : { year: "numeric" as const };
    return format(instant, { weekday: "long", day: "numeric", month: "long", ...year });
  };
  return {
    day,
    dayClosedBy(instant) {
      const justBefore = fromInstant(instant) - 1;
      const isEnd = !dateOf(justBefore).equals(dateOf(justBefore + minuteMs));
      return isEnd ? day(toInstant(justBefore)) : null;
    },
    time: (instant) => format(instant, { timeStyle: "short" }),
    isToday: (instant) => dateOf(fromInstant(instant)).equals(today),
    endOfDay: (moment) => dateOf(moment).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1,
  };
}

/** Until when somebody writes back when nothing better is known: six in the evening of the next day from Monday to Friday. */
export function nextWorkingEvening(now: number, zone: string): number {
  let day = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  do day = day.add({ days: 1 });
  while (day.dayOfWeek > 5);
  return day.toZonedDateTime({ timeZone: zone, plainTime: "18:00" }).epochMilliseconds;
}
