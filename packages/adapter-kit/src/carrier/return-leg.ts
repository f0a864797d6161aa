import type { Checkpoint } from "@askonce/spec";
import { statusOnLeg } from "./latest-state.ts";

/**
 * Puts every checkpoint that follows one of the way back onto the way back, too: couriers scan a parcel that is handed to its sender with
 * the same code as one that is handed to its buyer. A new label ends it, as numbers are given out again.
 *
 * @param checkpoints newest first, as `sortCheckpoints` gives them
 */
export function carryReturnLeg(checkpoints: readonly Checkpoint[]): Checkpoint[] {
  const carried: Checkpoint[] = [];
  let isBack = false;
  for (const checkpoint of checkpoints.toReversed()) {
    if (checkpoint.leg === "return") isBack = true;
    else if (checkpoint.status === "label_created") isBack = false;
    const status = statusOnLeg(checkpoint.status, isBack ? "return" : "forward");
    const isChanged = isBack && (checkpoint.leg === "forward" || checkpoint.status !== status);
    carried.push(isChanged ? { ...checkpoint, leg: "return", status } : checkpoint);
  }
  return carried.reverse();
}
