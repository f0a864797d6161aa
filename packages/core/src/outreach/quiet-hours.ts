import { Temporal } from "temporal-polyfill";

/**
 * When the quiet hours end that `now` lies in, in milliseconds since the epoch; `null` when it lies in none. They are meant on the
 * recipient's own clock, also in the nights in which that is changed.
 *
 * @param quiet times of day `HH:MM`; `from` after `until` spans midnight
 * @param zone IANA zone of the recipient
 */
export function quietUntil(now: number, quiet: { from: string; until: string }, zone: string): number | null {
  const from = Temporal.PlainTime.from(quiet.from);
  const until = Temporal.PlainTime.from(quiet.until);
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const time = local.toPlainTime();
  const isAfterStart = Temporal.PlainTime.compare(time, from) >= 0;
  const isBeforeEnd = Temporal.PlainTime.compare(time, until) < 0;
  const order = Temporal.PlainTime.compare(from, until);
  if (order === 0) return null;
  const isQuiet = order < 0 ? isAfterStart && isBeforeEnd : isAfterStart || isBeforeEnd;
  if (!isQuiet) return null;
  const day = order > 0 && isAfterStart ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  return day.toZonedDateTime({ timeZone: zone, plainTime: until }).epochMilliseconds;
}
