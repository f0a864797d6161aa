/**
 * The calendar day of an instant in a zone, counted in whole days, so that two days can be subtracted. "Late by a day" is about days on
 * a calendar, not about 24 hours: a parcel promised for Monday and still missing on Tuesday morning is one day late.
 */
export function calendarDay(atMs: number, zone: Intl.DateTimeFormat): number {
  const parts = zone.formatToParts(atMs);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day")) / 86_400_000;
}

/** What {@link calendarDay} reads a zone with; `undefined` is the browser's own zone. */
export function zoneCalendar(timeZone: string | undefined): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    ...(timeZone ? { timeZone } : {}),
  });
}
