import type { Instant } from "@askonce/spec";

/** Milliseconds since the epoch as an {@link Instant}. */
export function toInstant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString();
}

/** The same, for a column that may be empty. */
export function toInstantOrNull(milliseconds: number | null): Instant | null {
  return milliseconds === null ? null : toInstant(milliseconds);
}

/** An {@link Instant} as milliseconds, the form in which times are stored: instants of different precision do not sort as text. */
export function fromInstant(instant: Instant): number {
  return Date.parse(instant);
}
