import { type Calendar, createCalendar } from "./calendar.ts";
import { countryZone } from "./country-zones.ts";
import type { LocalDate } from "./local-date.ts";
import { publicHolidays } from "./public-holidays.ts";

export interface CalendarOverrides {
  /** IANA zone of a country that has several, or of none: the shop's own. */
  shopZone: string;
  /** IANA zone, whatever the country's is. */
  zone?: string;
  /** Weekdays without work, 1 (Monday) to 7 (Sunday). Default Saturday and Sunday. */
  weekend?: readonly number[];
  /** More dates without work: the courier's or the shop's own closures. */
  holidays?: readonly LocalDate[];
  /** Dates with work although they are holidays or on a weekend. */
  alwaysWorkingDays?: readonly LocalDate[];
}

const made = new Map<string, Calendar>();
const rememberedCalendars = 500;

/**
 * The working days of a country (ISO 3166-1 alpha-2, or `null` when it is not known). Public holidays come from tables of 2026 to 2028 for
 * Romania and Italy; every other country has weekends only and says so: `holidaysKnown` is `false`.
 *
 * @throws RangeError when a zone, date or weekday of the overrides is not one
 */
export function calendarFor(countryCode: string | null, overrides: CalendarOverrides): Calendar {
  const country = countryCode?.toUpperCase() ?? null;
  const zone = overrides.zone ?? (country === null ? null : countryZone(country)) ?? overrides.shopZone;
  const { weekend, holidays = [], alwaysWorkingDays = [] } = overrides;
  const key = JSON.stringify([country, zone, weekend, holidays, alwaysWorkingDays]);
  const known = made.get(key);
  if (known !== undefined) return known;
  const table = country !== null && Object.hasOwn(publicHolidays, country) ? publicHolidays[country] : undefined;
  const calendar = createCalendar({
    zone,
    ...(weekend === undefined ? {} : { weekend }),
    holidays: [...(table ?? []), ...holidays],
    alwaysWorkingDays,
    holidaysKnown: table !== undefined,
  });
  if (made.size >= rememberedCalendars) made.clear();
  made.set(key, calendar);
  return calendar;
}
