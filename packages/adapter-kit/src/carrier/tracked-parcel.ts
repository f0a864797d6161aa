import type { TrackedParcel } from "@askonce/spec";
import type { LatestState } from "./latest-state.ts";

/** What every courier tells; the rest of a {@link TrackedParcel} is given where it is told. */
export type TrackedParcelParts = LatestState & Pick<TrackedParcel, "trackingNumber" | "checkpoints"> & Partial<TrackedParcel>;

/** A parcel as the spec wants it: what the courier does not tell is empty or `null`, unknown codes each once. */
export function createTrackedParcel({ unknownCodes = [], ...parts }: TrackedParcelParts): TrackedParcel {
  return {
    estimates: [],
    pieces: [],
    pickupPoint: null,
    pickupUntil: null,
    returnTrackingNumber: null,
    ...parts,
    unknownCodes: [...new Set(unknownCodes)],
  };
}

/** Whether an answer tells nothing: what aggregators say of every number that they were just told of, and what `track` gives as `null`. */
export function isBlankParcel({ status, exceptions, checkpoints, estimates, unknownCodes }: TrackedParcel): boolean {
  return status === "unknown" && exceptions.length + checkpoints.length + estimates.length + unknownCodes.length === 0;
}
