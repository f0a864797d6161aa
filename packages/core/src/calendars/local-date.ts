const dayMs = 86_400_000;
const pattern = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar date without a zone, `YYYY-MM-DD`. */
export type LocalDate = string;

/** Days since 1970-01-01: dates as numbers, so that calendars can count without making objects. */
export type DayNumber = number;

/**
 * The number of a date.
 *
 * @throws RangeError when the text is not a date of the calendar, as 2026-02-30 is not
 */
export function dayNumber(date: LocalDate): DayNumber {
  const day = pattern.test(date) ? Date.parse(`${date}T00:00:00Z`) / dayMs : Number.NaN;
  // The round trip: the 30th of February is read as the 2nd of March by some engines.
  if (!Number.isInteger(day) || localDate(day) !== date) throw new RangeError(`Not a date of the calendar: ${date.slice(0, 40)}`);
  return day;
}

/** The date of a day's number. */
export function localDate(day: DayNumber): LocalDate {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday, as ISO 8601 counts. The first day of 1970 was a Thursday. */
export function isoWeekday(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
