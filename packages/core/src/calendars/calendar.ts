import { type DayNumber, dayNumber, isoWeekday, type LocalDate, localDate } from "./local-date.ts";
import { zoneDays } from "./zone-days.ts";

export interface CalendarOptions {
  /** IANA zone in which its days begin and end. */
  zone: string;
  /** Weekdays without work, 1 (Monday) to 7 (Sunday). Default Saturday and Sunday. */
  weekend?: readonly number[];
  /** Dates without work, `YYYY-MM-DD`. Default none. */
  holidays?: Iterable<LocalDate>;
  /** Dates with work whatever else they are, for example a Saturday that is worked in exchange. Default none. */
  alwaysWorkingDays?: Iterable<LocalDate>;
  /** Whether `holidays` is the country's table, or there is none. Default: whether any was given. */
  holidaysKnown?: boolean;
}

/** Which days are worked in one place. Results never depend on the zone of the process. */
export interface Calendar {
  readonly zone: string;
  /** `false`: only weekends are known, and a promise over a public holiday is stricter than it should be. */
  readonly holidaysKnown: boolean;
  isWorkingDay(date: LocalDate): boolean;
  /** The working day that is `days` working days later; for 0 the date itself, or the next working day when it is none. */
  addWorkingDays(date: LocalDate, days: number): LocalDate;
  /** How many working days there are after `from`, up to and with `to`; 0 when `to` is not later. */
  workingDaysBetween(from: LocalDate, to: LocalDate): number;
  /** The date of an instant, given in milliseconds, at this place. */
  dateOf(instantMs: number): LocalDate;
  /** The last second of a date, in milliseconds. */
  dayEnd(date: LocalDate): number;
  /** The instant at which `durationMs` of clock time has passed, not counting days without work. Both in milliseconds. */
  addWorkingTime(fromMs: number, durationMs: number): number;
  /** The same place for somebody who works on other weekdays, for example a courier who delivers on Saturdays. */
  withWeekend(weekend: readonly number[]): Calendar;
}

/**
 * A calendar of working days.
 *
 * @throws RangeError when the zone is unknown, a date or weekday is not one, or no weekday is left to work on
 */
export function createCalendar(options: CalendarOptions): Calendar {
  const days = zoneDays(options.zone);
  const weekend = new Set(options.weekend ?? [6, 7]);
  for (const weekday of weekend) {
    if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7) throw new RangeError(`Not a weekday from 1 to 7: ${weekday}`);
  }
  if (weekend.size === 7) throw new RangeError("A calendar needs at least one weekday of work.");
  const holidays = new Set([...(options.holidays ?? [])].map(dayNumber));
  const always = new Set([...(options.alwaysWorkingDays ?? [])].map(dayNumber));
  const byWeekend = new Map<string, Calendar>();

  const works = (day: DayNumber): boolean => always.has(day) || (!weekend.has(isoWeekday(day)) && !holidays.has(day));
  const nextWorking = (day: DayNumber): DayNumber => {
    let next = day;
    while (!works(next)) next += 1;
    return next;
  };

  return {
    zone: options.zone,
    holidaysKnown: options.holidaysKnown ?? holidays.size > 0,
    isWorkingDay: (date) => works(dayNumber(date)),
    addWorkingDays(date, count) {
      if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a number of working days: ${count}`);
      let day = dayNumber(date);
      if (count === 0) return localDate(nextWorking(day));
      for (let left = count; left > 0; left -= 1) day = nextWorking(day + 1);
      return localDate(day);
    },
    workingDaysBetween(from, to) {
      let count = 0;
      const last = dayNumber(to);
      for (let day = dayNumber(from) + 1; day <= last; day += 1) if (works(day)) count += 1;
      return count;
    },
    dateOf: (instantMs) => localDate(days.dayOf(instantMs)),
    dayEnd: (date) => days.startOf(dayNumber(date) + 1) - 1000,
    addWorkingTime(fromMs, durationMs) {
      let day = days.dayOf(fromMs);
      let at = fromMs;
      let left = durationMs;
      while (true) {
        const end = days.startOf(day + 1);
        if (works(day)) {
          if (at + left <= end) return at + left;
          left -= end - at;
        }
        at = end;
        day += 1;
      }
    },
    withWeekend(other) {
      const key = [...new Set(other)].sort().join();
      const known = byWeekend.get(key);
      if (known !== undefined) return known;
      const made = createCalendar({ ...options, weekend: other });
      byWeekend.set(key, made);
      return made;
    },
  };
}
