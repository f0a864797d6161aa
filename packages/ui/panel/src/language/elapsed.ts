const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const steps: readonly (readonly [limitMs: number, unitMs: number, unit: Intl.RelativeTimeFormatUnit])[] = [
  [hourMs, minuteMs, "minute"],
  [dayMs, hourMs, "hour"],
  [60 * dayMs, dayMs, "day"],
  [700 * dayMs, 30.44 * dayMs, "month"],
  [Number.POSITIVE_INFINITY, 365.25 * dayMs, "year"],
];

/**
 * An age as a person says it: under 45 seconds it is now, after that whole minutes, hours, days (to 60), months, years, rounded down.
 * Ages in the future, which only a wrong clock can produce, are now.
 */
export function elapsedUnit(ageMs: number): { value: number; unit: Intl.RelativeTimeFormatUnit } {
  if (!(ageMs >= 45_000)) return { value: 0, unit: "second" };
  for (const [limitMs, unitMs, unit] of steps) {
    if (ageMs < limitMs) return { value: Math.max(1, Math.floor(ageMs / unitMs)), unit };
  }
  return { value: 0, unit: "second" };
}
