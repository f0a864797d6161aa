import type { Checkpoint, ParcelSource } from "@askonce/spec";
import { isMovement } from "../incidents/situation.ts";

/**
 * Whether anybody can say where a parcel is: a courier is asked about it, or somebody scanned it once. Where nobody can, silence is no evidence
 * that it is late or stands still.
 */
export function isTrackedParcel(parcel: { checkpoints: readonly Checkpoint[] }, sources: readonly Pick<ParcelSource, "by">[]): boolean {
  return sources.some((source) => source.by === "carrier") || parcel.checkpoints.some(isMovement);
}
