import { carryReturnLeg, createTrackedParcel, type LatestState } from "@askonce/adapter-kit";
import type { TrackedParcel, TrackedPiece } from "@askonce/spec";
import type { StatusRowAnswer } from "../schemas/status-row.ts";
import { currentState, type Summary, stateOfPieces } from "./current-state.ts";
import { readHistory } from "./read-history.ts";

export interface TrackedRows {
  trackingNumber: string;
  rows: readonly StatusRowAnswer[];
  summary: Summary;
  /** The rows of each box, when there are several or it is not known how many. */
  pieces: ReadonlyMap<string, readonly StatusRowAnswer[]>;
  zone: string;
  /** Milliseconds since the epoch. */
  now: number;
}

/** What the rows of an answer say of a number. */
export function trackedParcel({ trackingNumber, rows, summary, pieces, zone, now }: TrackedRows): TrackedParcel {
  const { checkpoints: told, unknownCodes } = readHistory(rows, zone);
  // Of several boxes one may come back while the other is delivered.
  const checkpoints = pieces.size === 0 ? carryReturnLeg(told) : told;
  const own = currentState(checkpoints, summary, zone, now);
  const unknown = new Set(unknownCodes);
  const tracked = [...pieces].map(([pieceNumber, pieceRows]): TrackedPiece => {
    const history = readHistory(pieceRows, zone);
    for (const code of history.unknownCodes) unknown.add(code);
    const ofPiece = carryReturnLeg(history.checkpoints);
    const piece = { trackingNumber: pieceNumber, checkpoints: ofPiece };
    return { ...piece, ...currentState(ofPiece, { canceled: summary.canceled }, zone, now) };
  });
  const state = tracked.length === 0 || summary.canceled === true ? own : stateOfPieces(tracked, own);
  return createTrackedParcel({
    trackingNumber,
    ...state,
    checkpoints,
    pieces: tracked,
    // Until when a parcel is kept the courier does not say.
    pickupPoint: state.status === "ready_for_pickup" ? pickupPlace(rows, state, zone) : null,
    unknownCodes: [...unknown],
  });
}

/** The name of the locker or point, when the row that made it ready tells it. */
function pickupPlace(rows: readonly StatusRowAnswer[], { statusAt }: LatestState, zone: string): TrackedParcel["pickupPoint"] {
  const row = rows.find((each) => each.transitLocation && readHistory([each], zone).checkpoints[0]?.at === statusAt);
  return row?.transitLocation ? { id: null, name: row.transitLocation } : null;
}
