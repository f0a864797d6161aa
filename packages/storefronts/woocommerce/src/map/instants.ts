import type { Instant } from "@askonce/spec";

const pattern = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}:\d{2})(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/i;

/** A `*_gmt` field, which is UTC without saying so. `null` when it is no date. */
export function gmtInstant(text: string | null): Instant | null {
  return toInstant(text, "Z");
}

/** A text that says its zone. `null` when it is no date, or one without a zone. */
export function zonedInstant(text: string | null): Instant | null {
  return toInstant(text, null);
}

/** Seconds since 1970, as a number or as digits; `null` for anything else, zero included. */
export function unixInstant(value: unknown): Instant | null {
  const seconds = typeof value === "number" ? value : typeof value === "string" && /^\d{1,12}$/.test(value.trim()) ? Number(value) : 0;
  // A few plugins write milliseconds into the same field.
  return seconds > 0 ? fromMs(seconds > 100_000_000_000 ? seconds : seconds * 1000) : null;
}

/** Milliseconds as if a text without zone were UTC; `null` when it is no date. */
export function wallClockMs(text: string | null): number | null {
  const match = text === null ? null : pattern.exec(text.trim());
  if (!match?.[1]) return null;
  const ms = Date.parse(`${match[1]}T${match[2] ?? "00:00:00"}Z`);
  return Number.isNaN(ms) ? null : ms;
}

export function fromMs(ms: number): Instant | null {
  if (!Number.isFinite(ms) || Math.abs(ms) > 8e15) return null;
  return new Date(ms).toISOString().replace(".000Z", "Z");
}

function toInstant(text: string | null, zone: "Z" | null): Instant | null {
  const match = text === null ? null : pattern.exec(text.trim());
  if (!match?.[1]) return null;
  const [, day, time = "00:00:00", fraction = "", given] = match;
  const offset = given ?? zone;
  if (offset === null) return null;
  const ms = Date.parse(`${day}T${time}${fraction.slice(0, 4)}${offset.toUpperCase()}`);
  return Number.isNaN(ms) ? null : fromMs(ms);
}
