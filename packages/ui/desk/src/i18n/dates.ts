const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

export interface Dates {
  /** "5 minutes ago"; a date once it is older than a week. */
  ago(instant: string, nowMs: number): string;
  /** The same, as short as a list needs it: "5 min", "3 hr", "2 days". */
  short(instant: string, nowMs: number): string;
  time(instant: string): string;
  /** With date, time and zone, for a tooltip. */
  full(instant: string): string;
  day(instant: string): string;
}

/** Dates in a language, in the zone of the person who reads. */
export function createDates(language: string, timeZone?: string): Dates {
  const zone = timeZone === undefined ? {} : { timeZone };
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const date = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", ...zone });
  const dateWithYear = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric", ...zone });
  const time = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", ...zone });
  const full = new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "long", ...zone });
  const day = new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long", year: "numeric", ...zone });
  const short = (unit: string) => new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short" });
  const units = { minute: short("minute"), hour: short("hour"), day: short("day") };
  const dateOf = (then: Date, nowMs: number) => (then.getFullYear() === new Date(nowMs).getFullYear() ? date : dateWithYear).format(then);

  return {
    ago(instant, nowMs) {
      const then = new Date(instant);
      const age = Math.max(0, nowMs - then.getTime());
      if (age < minuteMs) return relative.format(0, "second");
      if (age < hourMs) return relative.format(-Math.floor(age / minuteMs), "minute");
      if (age < dayMs) return relative.format(-Math.floor(age / hourMs), "hour");
      if (age < 7 * dayMs) return relative.format(-Math.floor(age / dayMs), "day");
      return dateOf(then, nowMs);
    },
    short(instant, nowMs) {
      const then = new Date(instant);
      const age = Math.max(0, nowMs - then.getTime());
      if (age < minuteMs) return relative.format(0, "second");
      if (age < hourMs) return units.minute.format(Math.floor(age / minuteMs));
      if (age < dayMs) return units.hour.format(Math.floor(age / hourMs));
      if (age < 7 * dayMs) return units.day.format(Math.floor(age / dayMs));
      return dateOf(then, nowMs);
    },
    time: (instant) => time.format(new Date(instant)),
    full: (instant) => full.format(new Date(instant)),
    day: (instant) => day.format(new Date(instant)),
  };
}
