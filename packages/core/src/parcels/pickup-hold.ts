import type { ExceptionFact, Instant, ParcelDelivery } from "@askonce/spec";
import { instantText } from "../calendars/zone-days.ts";
import type { DecidedStatus } from "./decide-status.ts";
import type { ParcelReport } from "./parcel-reports.ts";

const dayMs = 86_400_000;

/** How long before the end of the hold it is said to expire. */
const expiringMs = dayMs;

/**
 * Where a parcel waits and until when: the courier's own word, or an assumed hold from the moment it was ready. `null` when it does not wait.
 *
 * @param reports newest first
 * @param holdMs how long it is assumed to be kept when the courier does not say; `null` assumes nothing
 */
export function pickupHold(decided: DecidedStatus, reports: readonly ParcelReport[], holdMs: number | null): ParcelDelivery["pickup"] {
  if (decided.status !== "ready_for_pickup") return null;
  let name: string | null = null;
  let until: Instant | null = null;
  for (const { tracked } of reports) {
    if (tracked === null) continue;
    name ??= tracked.pickupPoint?.name ?? null;
    // An end before the beginning belongs to an earlier hold.
    const isEarlier = tracked.pickupUntil !== null && decided.sinceMs !== null && Date.parse(tracked.pickupUntil) < decided.sinceMs;
    if (!isEarlier) until ??= tracked.pickupUntil;
  }
  if (until !== null) return { name, until, untilAssumed: false };
  const assumed = holdMs === null || decided.sinceMs === null ? null : instantText(decided.sinceMs + holdMs);
  return { name, until: assumed, untilAssumed: assumed !== null };
}

/** What the end of a hold means now. An end that is only assumed never expires: the courier may well keep it longer. */
export function pickupFacts(pickup: ParcelDelivery["pickup"], decided: DecidedStatus, now: number): ExceptionFact[] {
  if (pickup === null || pickup.until === null) return [];
  const untilMs = Date.parse(pickup.until);
  if (now > untilMs && !pickup.untilAssumed) return [{ kind: "pickup_expired", by: "derived", since: pickup.until, clearedAt: null }];
  const sinceMs = Math.max(untilMs - expiringMs, decided.sinceMs ?? 0);
  return now > sinceMs ? [{ kind: "pickup_expiring", by: "derived", since: instantText(sinceMs), clearedAt: null }] : [];
}
