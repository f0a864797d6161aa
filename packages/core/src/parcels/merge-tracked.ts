import type { Checkpoint, TrackedParcel, TrackedPiece } from "@askonce/spec";

const checkpointsKept = 200;

/**
 * Adds what a courier told now to what it told before: a part of the truth takes nothing away. Checkpoints are joined by id, newest first, the
 * newer telling of one stands; of a status the one that is newer at the source; a number, a point or an end that is left out stays as known.
 *
 * @param arrived what was told after `known`
 */
export function mergeTracked(known: TrackedParcel | null, arrived: TrackedParcel): TrackedParcel {
  if (known === null) return arrived;
  const piece = mergePiece(known, arrived);
  const pieces = new Map(known.pieces.map((one) => [one.trackingNumber, one]));
  for (const one of arrived.pieces) {
    const before = pieces.get(one.trackingNumber);
    pieces.set(one.trackingNumber, before === undefined ? one : mergePiece(before, one));
  }
  return {
    ...piece,
    estimates: arrived.estimates.length > 0 ? arrived.estimates : known.estimates,
    pieces: [...pieces.values()],
    pickupPoint: arrived.pickupPoint ?? known.pickupPoint,
    pickupUntil: arrived.pickupUntil ?? known.pickupUntil,
    returnTrackingNumber: arrived.returnTrackingNumber ?? known.returnTrackingNumber,
    unknownCodes: [...new Set([...known.unknownCodes, ...arrived.unknownCodes])],
  };
}

function mergePiece(known: TrackedPiece, told: TrackedPiece): TrackedPiece {
  const arrived = onTheKnownWay(known, told);
  const isOlder =
    arrived.status === "unknown" ? known.status !== "unknown" : known.statusAt !== null && momentOf(arrived) < Date.parse(known.statusAt);
  const { trackingNumber, status, leg, exceptions, rawStatus, statusAt, deliveredAt } = isOlder ? known : arrived;
  const checkpoints = mergeCheckpoints(known.checkpoints, arrived.checkpoints);
  return { trackingNumber, status, leg, exceptions, rawStatus, statusAt, deliveredAt, checkpoints };
}

/**
 * A part does not always say which way a parcel goes. After it turned around, a "delivered" in a later part is the sender's door; a whole
 * answer, which is asked for soon after, may say otherwise.
 */
function onTheKnownWay(known: TrackedPiece, told: TrackedPiece): TrackedPiece {
  if (known.leg !== "return") return told;
  const turnedMs = Math.min(...known.checkpoints.filter(({ leg }) => leg === "return").map(({ at }) => Date.parse(at)));
  const turn = <Told extends Pick<TrackedPiece, "status" | "leg">>(one: Told, atMs: number): Told =>
    one.status === "delivered" && atMs >= turnedMs ? { ...one, leg: "return", status: "returned" } : one;
  const checkpoints = told.checkpoints.map((one) => turn(one, Date.parse(one.at)));
  return { ...turn(told, momentOf(told)), checkpoints };
}

/** A status without a time is as of when it was told, which is after everything that is known. */
function momentOf({ statusAt }: TrackedPiece): number {
  return statusAt === null ? Number.POSITIVE_INFINITY : Date.parse(statusAt);
}

function mergeCheckpoints(known: readonly Checkpoint[], arrived: readonly Checkpoint[]): Checkpoint[] {
  const told = new Map(arrived.map((checkpoint) => [checkpoint.id, checkpoint]));
  const places = new Set(known.map(({ id }) => id));
  // At equal times what is new came later; what was known keeps its place.
  const joined = [...arrived.filter(({ id }) => !places.has(id)), ...known.map((checkpoint) => told.get(checkpoint.id) ?? checkpoint)];
  return joined.sort((one, other) => Date.parse(other.at) - Date.parse(one.at)).slice(0, checkpointsKept);
}
