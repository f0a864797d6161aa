import type { Checkpoint, DeliveryException, EvidenceSource, ExceptionFact, Incident, Order, Parcel, ParcelDelivery } from "@askonce/spec";
import { fromInstant } from "../platform/instants.ts";

/** When the rules of incidents speak up. */
export interface IncidentRules {
  /** Working days without a scan after which a parcel on its way may be lost. Default 10. */
  lostAfterWorkingDays: number;
  /** How long before the end of a pickup deadline it is worth a word, in milliseconds. Default 24 hours. */
  pickupWarningMs: number;
  /**
   * How long after a stall began it counts as certain, in milliseconds, when the last scan does not tell how long a scan may take. Default
   * 72 hours.
   */
  stallAgainMs: number;
}

const defaultIncidentRules: IncidentRules = {
  lostAfterWorkingDays: 10,
  pickupWarningMs: 24 * 3_600_000,
  stallAgainMs: 72 * 3_600_000,
};

/** Everything the rules look at. `delivery.lateness` is the parcel's clock; at risk never makes an incident. */
export interface ParcelSituation {
  parcel: Parcel;
  delivery: ParcelDelivery;
  order: Pick<Order, "number" | "status" | "placedAt">;
  /** Every incident of the parcel and every one of its order that names no parcel, closed ones too. */
  known: readonly Incident[];
  /** Milliseconds since the epoch. */
  now: number;
  /** Working days between two moments (milliseconds since the epoch) in the calendar of the place of delivery. */
  workingDaysBetween: (from: number, until: number) => number;
  rules?: Partial<IncidentRules>;
}

/** The situation with what several rules need of it. */
export interface Situation extends ParcelSituation {
  rules: IncidentRules;
  /** Those that count, newest first. */
  checkpoints: readonly Checkpoint[];
  /** A parcel that a customer sends back, not one that turned around. */
  isCustomerReturn: boolean;
  isDelivered: boolean;
  /** On its way back, or back. */
  goesBack: boolean;
}

export function readSituation(given: ParcelSituation): Situation {
  const { parcel, delivery } = given;
  return {
    ...given,
    rules: { ...defaultIncidentRules, ...given.rules },
    checkpoints: countedCheckpoints(parcel, delivery),
    isCustomerReturn: isCustomerReturn(parcel, delivery),
    isDelivered: parcel.status === "delivered" && parcel.leg === "forward",
    goesBack: parcel.status === "returning" || parcel.status === "returned",
  };
}

/** Whether the courier had the parcel in hands at this checkpoint. */
export function isMovement(checkpoint: Checkpoint): boolean {
  return checkpoint.status !== "unknown" && checkpoint.status !== "label_created" && checkpoint.status !== "cancelled";
}

const turningExceptions: ReadonlySet<DeliveryException> = new Set([
  "refused",
  "returned_to_sender",
  "undeliverable",
  "pickup_expired",
  "recalled_by_sender",
]);

/** Whether this is a parcel that a customer sends back: on the way to the shop without ever having been on the way to the buyer. */
export function isCustomerReturn(parcel: Parcel, delivery: ParcelDelivery): boolean {
  if (parcel.leg !== "return" || delivery.exceptions.some((exception) => turningExceptions.has(exception.kind))) return false;
  return !countedCheckpoints(parcel, delivery).some((checkpoint) => checkpoint.leg === "forward" && isMovement(checkpoint));
}

function countedCheckpoints(parcel: Parcel, delivery: ParcelDelivery): readonly Checkpoint[] {
  if (delivery.uncounted.length === 0) return parcel.checkpoints;
  const uncounted = new Set(delivery.uncounted.map((entry) => entry.checkpointId));
  return parcel.checkpoints.filter((checkpoint) => !uncounted.has(checkpoint.id));
}

/** Exceptions of these kinds that stand, by one of these sources when some are named. */
export function standing(
  situation: Situation,
  kinds: readonly DeliveryException[],
  sources?: readonly EvidenceSource[],
): readonly ExceptionFact[] {
  return situation.delivery.exceptions.filter(
    (exception) => exception.clearedAt === null && kinds.includes(exception.kind) && (sources?.includes(exception.by) ?? true),
  );
}

/** The last scan in milliseconds; `null` when nothing was ever scanned. */
export function lastScan(situation: Situation): number | null {
  return situation.parcel.lastScanAt === null ? null : fromInstant(situation.parcel.lastScanAt);
}
