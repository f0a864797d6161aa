import { type Checkpoint, type CustomerPromise, type DeliveryStatus, deliveryStatusRules, type Instant, type Parcel } from "@askonce/spec";
import type { Calendar } from "../calendars/calendar.ts";
import { yardstick } from "./yardstick.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Before the promise ends a parcel has to be on the van, or it is at risk. */
const riskBeforeMs = dayMs;
const veryLateWorkingDays = 2;
/** Directive 2011/83/EU, article 18: without another agreement, 30 days from the contract. */
const legalLimitMs = 30 * dayMs;

/**
 * How long a parcel may stay in a status without a scan, in clock time of the destination's working days: days without work do not count.
 * A status that is not here waits for the recipient, or for nothing.
 */
const stallAfterMs: Readonly<Partial<Record<DeliveryStatus, number>>> = {
  label_created: 48 * hourMs,
  handed_over: 48 * hourMs,
  in_transit: 72 * hourMs,
  out_for_delivery: 14 * hourMs,
  on_hold: 48 * hourMs,
  returning: 168 * hourMs,
};

export interface LatenessInput {
  /** Every promise about the order; those that do not concern the parcel are left out. */
  promises: readonly CustomerPromise[];
  placedAt: Instant;
  parcel: Pick<Parcel, "id" | "status" | "checkpoints" | "shippedAt" | "estimatedAt" | "deliveredAt" | "lastScanAt">;
  /** Checkpoints that are shown and not counted. Default none. */
  uncounted?: readonly { checkpointId: string }[];
  /** Working days and zone of the place of delivery. */
  destination: Calendar;
  /** Milliseconds since the epoch. */
  now: number;
  /**
   * Whether anybody who scans parcels is asked about this one. Where nobody is and nothing was ever scanned, no scan is no evidence. Default
   * `true`.
   */
  isTracked?: boolean;
  /** Promised time on the way, in milliseconds: half of it makes a late parcel very late. Default unknown: two working days decide. */
  transitMs?: number | null;
}

/** Everything about a parcel's clock that does not depend on what time it is now. In milliseconds since the epoch. */
export interface LatenessPlan {
  promise: CustomerPromise | null;
  dueMs: number | null;
  /** No clock runs any more: it reached the recipient, or never will. */
  isOver: boolean;
  /** When it reached the recipient; `null` when it did not, or nobody told. */
  stopMs: number | null;
  /** From here it has to be on the van; `null` when it is, or nobody waits for it. */
  riskMs: number | null;
  /** The courier's own estimate is after the promise. */
  isEstimatedLate: boolean;
  stallMs: number | null;
  veryLateMs: number | null;
  legalMs: number;
}

export function planLateness(input: LatenessInput): LatenessPlan {
  const { parcel, destination } = input;
  const promise = yardstick(input.promises, parcel.id);
  const dueMs = promise === null ? null : Date.parse(promise.dueAt);
  const counted = countedOf(input);
  const { isOver, stopMs } = clockStop(parcel, counted, dueMs);
  const isRunning = dueMs !== null && !isOver;
  const estimatedMs = parcel.estimatedAt === null ? null : Date.parse(parcel.estimatedAt);
  const isOnTheVan = deliveryStatusRules[parcel.status].rank >= deliveryStatusRules.out_for_delivery.rank;
  return {
    promise,
    dueMs,
    isOver,
    stopMs,
    riskMs: isRunning && !isOnTheVan ? dueMs - riskBeforeMs : null,
    // An estimate of a day is kept until the day's end, and so is not after a promise for some hour of that day.
    isEstimatedLate:
      isRunning && estimatedMs !== null && estimatedMs > dueMs && estimatedMs !== destination.dayEnd(destination.dateOf(dueMs)),
    stallMs: (input.isTracked ?? true) ? stallOf(parcel, counted, destination) : null,
    veryLateMs: isRunning ? veryLateOf(dueMs, destination, input.transitMs ?? 0) : null,
    legalMs: Date.parse(input.placedAt) + legalLimitMs,
  };
}

function countedOf({ parcel, uncounted = [] }: LatenessInput): readonly Checkpoint[] {
  if (uncounted.length === 0) return parcel.checkpoints;
  const ids = new Set(uncounted.map(({ checkpointId }) => checkpointId));
  return parcel.checkpoints.filter(({ id }) => !ids.has(id));
}

/** The courier's clock ends with the first attempt, when it can be collected, or when it is delivered: what follows is the recipient's time. */
function clockStop(
  parcel: LatenessInput["parcel"],
  counted: readonly Checkpoint[],
  dueMs: number | null,
): Pick<LatenessPlan, "isOver" | "stopMs"> {
  const { status, deliveredAt } = parcel;
  const isBack = status === "returning" || status === "returned";
  let stopMs = status === "delivered" && deliveredAt !== null ? Date.parse(deliveredAt) : null;
  for (const checkpoint of counted) {
    if (!reachesRecipient(checkpoint, status === "delivered" || isBack)) continue;
    const at = stoppedBy(checkpoint, dueMs);
    if (stopMs === null || at <= stopMs) stopMs = at;
  }
  const waits = status === "delivery_attempted" || status === "ready_for_pickup";
  if (stopMs === null && waits && parcel.lastScanAt !== null) stopMs = Date.parse(parcel.lastScanAt);
  return { isOver: stopMs !== null || deliveryStatusRules[status].terminal || waits, stopMs };
}

/** A delivery counts only while nothing contradicts it: one that the courier took back never happened, one that came back did. */
function reachesRecipient(checkpoint: Checkpoint, deliveriesCount: boolean): boolean {
  if (checkpoint.leg !== "forward") return false;
  if (checkpoint.status === "delivered") return deliveriesCount;
  return checkpoint.status === "delivery_attempted" || checkpoint.status === "ready_for_pickup";
}

/** A checkpoint of a day without a time is in time on the day that was promised: lateness is never made from an hour that nobody gave. */
function stoppedBy(checkpoint: Checkpoint, dueMs: number | null): number {
  const at = Date.parse(checkpoint.at);
  const isDayOnly = checkpoint.assumed?.includes("time_of_day") ?? false;
  return isDayOnly && dueMs !== null && at > dueMs && at - dayMs < dueMs ? dueMs : at;
}

function stallOf(parcel: LatenessInput["parcel"], counted: readonly Checkpoint[], destination: Calendar): number | null {
  const after = stallAfterMs[parcel.status];
  if (after === undefined) return null;
  const newest = counted.find(({ status }) => status !== "unknown")?.at ?? null;
  const since = parcel.status === "label_created" ? (newest ?? parcel.shippedAt) : (parcel.lastScanAt ?? newest);
  return since === null ? null : destination.addWorkingTime(Date.parse(since), after);
}

function veryLateOf(dueMs: number, destination: Calendar, transitMs: number): number {
  const date = destination.dateOf(dueMs);
  // As far before the end of its day as the promise was.
  const workingDaysMs = destination.dayEnd(destination.addWorkingDays(date, veryLateWorkingDays)) - (destination.dayEnd(date) - dueMs);
  return Math.max(workingDaysMs, dueMs + transitMs / 2);
}
