import type { Checkpoint, DeliveryException, DeliveryLeg, DeliveryStatus, EvidenceSource, UncountedReason } from "@askonce/spec";

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Clocks of couriers run ahead by minutes. What lies further ahead is a mistake. */
const aheadMs = 15 * minuteMs;
/** Couriers give numbers out again: what is older than the order by more is another parcel. */
const beforeOrderMs = 2 * dayMs;

/** Something a source says about a parcel at a moment: a checkpoint, or its present status without one. */
export interface ParcelEvent {
  /** `null` for a status that came without a checkpoint. */
  checkpoint: Checkpoint | null;
  /** When it was, in milliseconds. */
  ms: number;
  /** Only the day is known: it was at `ms` or up to a day before. */
  isDayOnly: boolean;
  /** `false`: nobody said when, and `ms` is when it was heard of. */
  isTimed: boolean;
  /** `returned` and `returning` on the way back, whatever the source calls it there. */
  status: DeliveryStatus;
  leg: DeliveryLeg;
  exceptions: readonly DeliveryException[];
  rawStatus: string | null;
  by: EvidenceSource;
  source: string;
  /** When it was first heard of, in milliseconds. */
  arrivedMs: number;
  /** Place in the source's list, 0 for the newest. */
  position: number;
  uncounted: UncountedReason | null;
}

export interface CountingLimits {
  placedMs: number;
  now: number;
}

const onTheWayBack: ReadonlySet<DeliveryStatus> = new Set([
  "handed_over",
  "in_transit",
  "out_for_delivery",
  "delivery_attempted",
  "ready_for_pickup",
]);

/** Delivered on the way back is returned. Whatever else moves there is returning: it is nobody's delivery, attempt or pick-up. */
export function statusOnLeg(status: DeliveryStatus, leg: DeliveryLeg): DeliveryStatus {
  if (leg === "forward") return status;
  if (status === "delivered") return "returned";
  return onTheWayBack.has(status) ? "returning" : status;
}

/** The way an event is meant: a parcel that is called returning is on the way back, whatever the source says about the way. */
export function legOf(status: DeliveryStatus, leg: DeliveryLeg): DeliveryLeg {
  return status === "returning" || status === "returned" ? "return" : leg;
}

/** Why a moment is shown and not counted; `null` when it counts. */
export function outOfTime(ms: number, isDayOnly: boolean, limits: CountingLimits): UncountedReason | null {
  if (ms - (isDayOnly ? dayMs : 0) > limits.now + aheadMs) return "future";
  return ms < limits.placedMs - beforeOrderMs ? "before_order" : null;
}

export function checkpointEvent(
  checkpoint: Checkpoint,
  origin: Pick<ParcelEvent, "source" | "arrivedMs" | "position">,
  limits: CountingLimits,
): ParcelEvent {
  const ms = Date.parse(checkpoint.at);
  const isDayOnly = checkpoint.assumed?.includes("time_of_day") ?? false;
  const leg = legOf(checkpoint.status, checkpoint.leg);
  const status = statusOnLeg(checkpoint.status, leg);
  // A code of the adapter's table can mean a problem and no status; one that means nothing is unknown.
  const isUnknown = status === "unknown" && checkpoint.exceptions.length === 0;
  return {
    // No list ever shows a parcel that came back as delivered.
    checkpoint: status === "returned" && checkpoint.status === "delivered" ? { ...checkpoint, status } : checkpoint,
    ms,
    isDayOnly,
    isTimed: true,
    status,
    leg,
    exceptions: checkpoint.exceptions,
    rawStatus: checkpoint.rawStatus,
    by: checkpoint.by,
    ...origin,
    uncounted: outOfTime(ms, isDayOnly, limits) ?? (isUnknown ? "unknown_code" : null),
  };
}

/**
 * By the time of the event; at the same time by arrival, then by the source's own order. Nothing depends on the order in which the events are
 * given.
 */
export function compareEvents(one: ParcelEvent, other: ParcelEvent): number {
  if (one.ms !== other.ms) return one.ms - other.ms;
  // A source's present status is its own conclusion from its checkpoints.
  if (one.checkpoint === null || other.checkpoint === null) {
    if (one.checkpoint !== null) return -1;
    if (other.checkpoint !== null) return 1;
  }
  if (one.arrivedMs !== other.arrivedMs) return one.arrivedMs - other.arrivedMs;
  if (one.source !== other.source) return one.source < other.source ? -1 : 1;
  if (one.position !== other.position) return other.position - one.position;
  const [id, otherId] = [one.checkpoint?.id ?? "", other.checkpoint?.id ?? ""];
  return id < otherId ? -1 : id > otherId ? 1 : 0;
}
