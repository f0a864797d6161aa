import { type LatestState, latestOf, readLocalTime } from "@askonce/adapter-kit";
import { type Checkpoint, deliveryStatusRules, type TrackedPiece } from "@askonce/spec";

/** What an answer says beside its rows. */
export interface Summary {
  delivered?: boolean | null | undefined;
  canceled?: boolean | null | undefined;
  deliveredAt?: string | null | undefined;
}

/**
 * The state of a shipment or a box: canceled, then the way back, then delivered, then the newest row that is understood. On the way back
 * `delivered` is not looked at, because it may still be that of the delivery before.
 */
export function currentState(checkpoints: readonly Checkpoint[], summary: Summary, zone: string, now: number): LatestState {
  const latest = latestOf(checkpoints, now);
  if (summary.canceled === true) return { ...latest, status: "cancelled", leg: "forward", deliveredAt: null };
  if (latest.leg === "return" || !isDelivered(summary)) return latest;
  const deliveredAt = readLocalTime(summary.deliveredAt, "iso", zone)?.at ?? null;
  if (latest.status === "delivered") return { ...latest, deliveredAt: deliveredAt ?? latest.deliveredAt };
  return {
    ...latest,
    status: "delivered",
    exceptions: [],
    statusAt: deliveredAt ?? latest.statusAt,
    deliveredAt: deliveredAt ?? latest.statusAt,
  };
}

function isDelivered({ delivered, deliveredAt }: Summary): boolean {
  return delivered === true || (typeof delivered !== "boolean" && typeof deliveredAt === "string" && deliveredAt !== "");
}

/**
 * The state of a number from its boxes: the least advanced one's, and delivered when all of them are. A box whose word is not known leaves
 * the number where its own history says, but never at its end.
 *
 * @param pieces not empty
 */
export function stateOfPieces(pieces: readonly TrackedPiece[], own: LatestState): LatestState {
  const rankOf = (piece: TrackedPiece) => deliveryStatusRules[piece.status].rank;
  const least = pieces.reduce((one, other) => (rankOf(other) < rankOf(one) ? other : one));
  const exceptions = [...new Set(pieces.flatMap((piece) => piece.exceptions))];
  if (least.status === "unknown") {
    const isOver = deliveryStatusRules[own.status].terminal;
    return isOver ? { ...own, status: "unknown", deliveredAt: null } : own;
  }
  const times = pieces.flatMap(({ deliveredAt }) => deliveredAt ?? []).sort((one, other) => Date.parse(one) - Date.parse(other));
  const { status, leg, rawStatus, statusAt } = least;
  return { status, leg, exceptions, rawStatus, statusAt, deliveredAt: status === "delivered" ? (times.at(-1) ?? null) : null };
}
