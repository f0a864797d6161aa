import type { Checkpoint, Instant } from "@askonce/spec";
import { type LatestState, latestOf, statusOnLeg } from "./latest-state.ts";
import type { StatusReading } from "./status-table.ts";

/** What a vendor says of the whole parcel, beside its scans. */
export interface Headline {
  /** `null` when its word is not known. */
  reading: StatusReading | null;
  rawStatus: string | null;
  /** Whether the vendor says that the parcel goes back, whatever its words say. Default no. */
  isReturn?: boolean;
  /** When it was delivered, where the vendor tells it apart from the scans; a scan that says so counts more. */
  deliveredAt?: Instant | null;
}

/**
 * The vendor's headline where it says something, because it is made from more than the scans; otherwise what the scans say. A headline
 * whose status is `unknown` ("no news for 30 days") only adds its exceptions. What the scans say was wrong is over when the headline is
 * already somewhere else, and the state then dates from the newest scan.
 *
 * @param checkpoints newest first, as `sortCheckpoints` gives them
 * @param now milliseconds since the epoch
 */
export function stateByHeadline(headline: Headline, checkpoints: readonly Checkpoint[], now: number): LatestState {
  const scanned = latestOf(checkpoints, now);
  const { reading } = headline;
  const leg = headline.isReturn === true || reading?.leg === "return" ? "return" : scanned.leg;
  const speaks = reading !== null && reading.status !== "unknown";
  const status = statusOnLeg(speaks ? reading.status : scanned.status, leg);
  const agrees = status === statusOnLeg(scanned.status, leg);
  const statusAt = agrees ? scanned.statusAt : (checkpoints[0]?.at ?? null);
  return {
    status,
    leg,
    exceptions: [...new Set([...(agrees ? scanned.exceptions : []), ...(reading?.exceptions ?? [])])],
    rawStatus: headline.rawStatus ?? scanned.rawStatus,
    statusAt,
    deliveredAt: status === "delivered" ? (scanned.deliveredAt ?? headline.deliveredAt ?? statusAt) : null,
  };
}
