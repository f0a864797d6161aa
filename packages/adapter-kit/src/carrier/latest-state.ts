import { type Checkpoint, type DeliveryException, type DeliveryStatus, deliveryStatusRules, type TrackedPiece } from "@askonce/spec";

/** What a parcel's checkpoints come to: the fields of a {@link TrackedPiece} that follow from them. */
export type LatestState = Pick<TrackedPiece, "status" | "leg" | "exceptions" | "rawStatus" | "statusAt" | "deliveredAt">;

/** These stay true when the parcel moves on; the others are over with the next checkpoint. */
const lasting: ReadonlySet<DeliveryException> = new Set(["damaged", "destroyed", "compensated"]);
const lastingOnReturn: ReadonlySet<DeliveryException> = new Set(["refused", "returned_to_sender", "recalled_by_sender", "pickup_expired"]);

/** On the way back a parcel moves, too, and the customer must not read "out for delivery": it is nobody's delivery, attempt or pick-up. */
const movesBack: ReadonlySet<DeliveryStatus> = new Set([
  "handed_over",
  "in_transit",
  "out_for_delivery",
  "delivery_attempted",
  "ready_for_pickup",
]);

/** Clocks differ by a little; what lies further ahead has not happened. */
const aheadMs = 15 * 60_000;

/**
 * The state by the newest checkpoint whose code is known. A code that is not known never changes the status, nor does what lies in the
 * future or belongs to an earlier parcel of the same number (everything up to an end that was followed by a new label). Once a parcel is on
 * its way back it stays there: delivered is then `returned`, and moving is `returning`. `statusAt` of an end is the first of several in a
 * row, because couriers repeat "delivered" when money moves.
 *
 * @param checkpoints newest first, as `sortCheckpoints` gives them
 * @param now milliseconds since the epoch
 */
export function latestOf(checkpoints: readonly Checkpoint[], now: number): LatestState {
  const counted = presentLife(checkpoints.filter(({ at }) => Date.parse(at) <= now + aheadMs));
  const known = counted.filter(({ status }) => status !== "unknown");
  const newest = known[0];
  if (!newest) {
    const [raw] = checkpoints;
    return {
      status: "unknown",
      leg: "forward",
      exceptions: [...new Set(counted.flatMap(({ exceptions }) => exceptions))],
      rawStatus: raw?.rawStatus ?? null,
      statusAt: raw?.at ?? null,
      deliveredAt: null,
    };
  }
  const leg = known.some((checkpoint) => checkpoint.leg === "return") ? "return" : "forward";
  const status = statusOnLeg(newest.status, leg);
  const since = deliveryStatusRules[status].terminal ? firstInARow(newest, known) : newest;
  return {
    status,
    leg,
    exceptions: exceptionsNow(counted, newest, leg),
    rawStatus: since.rawStatus,
    statusAt: since.at,
    deliveredAt: status === "delivered" ? since.at : null,
  };
}

/** Couriers give a number out again after some years, and tell the old parcel's end beside the new one's beginning. */
function presentLife(checkpoints: readonly Checkpoint[]): readonly Checkpoint[] {
  let hasLabel = false;
  for (const [index, { status }] of checkpoints.entries()) {
    if (hasLabel && deliveryStatusRules[status].terminal) return checkpoints.slice(0, index);
    if (status === "label_created") hasLabel = true;
  }
  return checkpoints;
}

/** Delivered on the way back is `returned`, never `delivered`; moving there is `returning`. */
export function statusOnLeg(status: DeliveryStatus, leg: Checkpoint["leg"]): DeliveryStatus {
  if (leg === "forward") return status;
  if (status === "delivered") return "returned";
  return movesBack.has(status) ? "returning" : status;
}

function firstInARow(newest: Checkpoint, known: readonly Checkpoint[]): Checkpoint {
  let first = newest;
  for (const checkpoint of known) {
    if (checkpoint.status !== newest.status) break;
    first = checkpoint;
  }
  return first;
}

function exceptionsNow(checkpoints: readonly Checkpoint[], newest: Checkpoint, leg: Checkpoint["leg"]): DeliveryException[] {
  const newestAt = checkpoints.indexOf(newest);
  const kept = checkpoints.flatMap((checkpoint, index) =>
    index <= newestAt
      ? checkpoint.exceptions
      : checkpoint.exceptions.filter((exception) => lasting.has(exception) || (leg === "return" && lastingOnReturn.has(exception))),
  );
  return [...new Set(kept)];
}
