import type { Parcel } from "@askonce/spec";
import type { KnownDelivery } from "../model/known-delivery.ts";
import type { Timeline } from "../model/timeline.ts";

/** Where things stand on a parcel's line, from 0 (its left end) to 1. */
export interface RailMarks {
  /** One per stop. */
  stops: number[];
  /** The parcel: at a stop when it rests there, between two while it is on its way. */
  here: number | null;
  /** The promised moment; `null` without a promise, and on the way back. */
  promise: number | null;
  /** From the promised moment to where the parcel is, when that is the wrong side of it. */
  overdue: [from: number, to: number] | null;
}

const atRest: ReadonlySet<Parcel["status"]> = new Set([
  "delivered",
  "returned",
  "cancelled",
  "failed",
  "ready_for_pickup",
  "delivery_attempted",
  "unknown",
]);

/**
 * The stops are at equal distances, and between two of them the line is time: so the promised moment stands before the stops that were
 * reached after it, and a parcel that is late is beyond it.
 */
export function railMarks(timeline: Timeline, parcel: Parcel, known: KnownDelivery | null, nowMs: number): RailMarks {
  const { steps } = timeline;
  const stops = steps.map((_, index) => (index + 0.5) / steps.length);
  const reached = steps.filter((step) => step.reached).length - 1;
  const last = stops[reached] ?? 0;
  const onTheWay = !atRest.has(parcel.status);
  const between = last + ((stops[reached + 1] ?? last) - last) * 0.6;
  const here = onTheWay ? between : reached >= 0 ? last : null;

  const dueAt = known ? known.state.lateness.dueAt : parcel.promisedAt;
  const waysBack = steps.some((step) => step.status === "returning");
  if (dueAt === null || waysBack) return { stops, here, promise: null, overdue: null };

  const dueMs = Date.parse(dueAt);
  const seen: { x: number; atMs: number }[] = [];
  for (const [index, step] of steps.entries()) {
    const atMs = step.reached && step.at ? Date.parse(step.at) : Number.NaN;
    if (atMs >= (seen.at(-1)?.atMs ?? 0)) seen.push({ x: stops[index] ?? 0, atMs });
  }
  if (onTheWay) seen.push({ x: between, atMs: Math.max(nowMs, seen.at(-1)?.atMs ?? 0) });
  const after = seen.findIndex((each) => each.atMs > dueMs);
  const next = seen[after];
  if (!next) {
    const end = stops.at(-1) ?? 1;
    // Ahead: at the door, where it is to be by then. Behind an arrival: just after it.
    return { stops, here, promise: onTheWay ? end : Math.min(0.98, last + 0.3 / steps.length), overdue: null };
  }
  const before = seen[after - 1] ?? { x: 0, atMs: dueMs };
  // Not upon a stop, where it could not be seen.
  const share = Math.min(0.6, Math.max(0.25, (dueMs - before.atMs) / (next.atMs - before.atMs || 1)));
  const promise = before.x + (next.x - before.x) * share;
  const stoppedAt = known?.state.lateness.stoppedAt ?? parcel.deliveredAt;
  const stop = stoppedAt ? seen.find((each) => each.atMs >= Date.parse(stoppedAt)) : seen.at(-1);
  const to = stop?.x ?? last;
  return { stops, here, promise, overdue: to > promise ? [promise, to] : null };
}
