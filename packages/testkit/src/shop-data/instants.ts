import type { Random } from "./random.ts";

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** Epoch milliseconds as the ISO UTC string the model uses. */
export function toInstant(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

/** Moves an instant between 22:00 and 05:00 UTC eight hours back, because few people order at night. Never moves forward. */
export function awakeBefore(epochMs: number): number {
  const hour = new Date(epochMs).getUTCHours();
  return hour >= 22 || hour < 5 ? epochMs - 8 * hourMs : epochMs;
}

/**
 * An instant at which warehouses and couriers work (Monday to Saturday, 07:00 to 16:59 UTC), not after `latest` and not before `earliest`.
 * When no such hour lies between the two, any instant between them.
 */
export function workingHour(random: Random, earliest: number, latest: number): number {
  const lastDay = Math.floor(latest / dayMs) * dayMs;
  for (let day = lastDay; day + dayMs > earliest; day -= dayMs) {
    if (new Date(day).getUTCDay() === 0) continue;
    const from = Math.max(day + 7 * hourMs, earliest);
    const until = Math.min(day + 17 * hourMs - 1, latest);
    if (from < until) return random.integer(from, until);
  }
  return random.integer(earliest, latest);
}

/** The same instant if somebody sits in an office then (06:00 to 17:59 UTC), otherwise some minutes after the next morning starts. */
export function officeHour(random: Random, epochMs: number): number {
  const day = Math.floor(epochMs / dayMs) * dayMs;
  const hour = new Date(epochMs).getUTCHours();
  if (hour >= 6 && hour < 18) return epochMs;
  return day + (hour < 6 ? 6 : 30) * hourMs + random.integer(60_000, 2 * hourMs);
}

/** `count` ascending instants strictly between `start` and `end`, roughly evenly spread. */
export function spread(random: Random, start: number, end: number, count: number): number[] {
  const step = (end - start) / (count + 1);
  return Array.from({ length: count }, (_, index) => Math.round(start + step * (index + 1 + (random.next() - 0.5) * 0.6)));
}

/** The end of the delivery day that lies `days` after `start`: 18:00 UTC, moved on from a Sunday. */
export function promisedDay(start: number, days: number): number {
  const day = Math.floor(start / dayMs) * dayMs + days * dayMs;
  return day + (new Date(day).getUTCDay() === 0 ? dayMs : 0) + 18 * hourMs;
}
