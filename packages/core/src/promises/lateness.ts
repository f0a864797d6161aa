import type { Lateness } from "@askonce/spec";
import { instantText } from "../calendars/zone-days.ts";
import { type LatenessInput, type LatenessPlan, planLateness } from "./lateness-plan.ts";

export type { LatenessInput } from "./lateness-plan.ts";

/**
 * A parcel's clock against the promise it is measured by, see `yardstick`.
 *
 * - It reached the recipient (delivered, first attempt, ready to be collected): `delivered_late` when that was after `dueAt`, `on_time`
 *   otherwise. What happens after it is the recipient's time.
 * - It never will (returned, cancelled, failed before any attempt): `on_time` without `stoppedAt`; no clock runs, and the status says what
 *   happened. So it is for a delivery whose time nobody told.
 * - Running, also on the way back: `very_late` after two working days of the destination and half of the promised transit, whichever is longer; `late` after
 *   `dueAt`; `at_risk` when the courier's estimate is after it, when a scan is overdue, or in the last 24 hours before it when it is not
 *   on the van.
 * - Without a promise: `unknown_promise`. The stall and the legal limit are computed nevertheless.
 */
export function latenessOf(input: LatenessInput): Lateness {
  const plan = planLateness(input);
  const { now } = input;
  const stalled = plan.stallMs !== null && now > plan.stallMs ? plan.stallMs : null;
  const { state, risk } = stateOf(plan, now, stalled !== null);
  const isLate = state === "late" || state === "very_late" || state === "delivered_late";
  return {
    state,
    promiseId: plan.promise?.id ?? null,
    dueAt: plan.promise?.dueAt ?? null,
    lateByMs: isLate && plan.dueMs !== null ? Math.max(0, (plan.stopMs ?? now) - plan.dueMs) : 0,
    risk,
    stoppedAt: plan.stopMs === null ? null : instantText(plan.stopMs),
    stalledSince: stalled === null ? null : instantText(stalled),
    legalOverdue: plan.isOver ? plan.stopMs !== null && plan.stopMs > plan.legalMs : now > plan.legalMs,
  };
}

/**
 * The earliest moment after `now`, in milliseconds, at which {@link latenessOf} could answer otherwise although nothing new is known; `null`
 * when it never will. Until then state, risk, stall and legal limit stay as they are; only `lateByMs` of a late parcel grows.
 */
export function nextLatenessChange(input: LatenessInput): number | null {
  const plan = planLateness(input);
  const moments = [plan.stallMs];
  if (!plan.isOver) moments.push(plan.riskMs, plan.dueMs, plan.veryLateMs, plan.legalMs);
  let next: number | null = null;
  for (const moment of moments) {
    // Every limit is passed one millisecond after it.
    if (moment === null || moment < input.now) continue;
    const change = Math.floor(moment) + 1;
    if (next === null || change < next) next = change;
  }
  return next;
}

function stateOf(plan: LatenessPlan, now: number, isStalled: boolean): Pick<Lateness, "state" | "risk"> {
  const { dueMs } = plan;
  if (dueMs === null) return { state: "unknown_promise", risk: null };
  if (plan.isOver) {
    const isLate = plan.stopMs !== null && plan.stopMs > dueMs;
    return { state: isLate ? "delivered_late" : "on_time", risk: null };
  }
  if (now > dueMs) return { state: plan.veryLateMs !== null && now > plan.veryLateMs ? "very_late" : "late", risk: null };
  if (plan.isEstimatedLate) return { state: "at_risk", risk: "carrier_estimate" };
  if (isStalled) return { state: "at_risk", risk: "stalled" };
  if (plan.riskMs !== null && now > plan.riskMs) return { state: "at_risk", risk: "not_on_the_van" };
  return { state: "on_time", risk: null };
}
