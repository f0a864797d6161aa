import {
  type DeliveryLeg,
  type DeliveryStatus,
  deliveryExceptionRules,
  deliveryStatusRules,
  type ExceptionFact,
  type Instant,
} from "@askonce/spec";
import { compareFacts } from "./exception-facts.ts";

/** What a roll-up needs of a parcel, or of one box of several. */
export interface RollUpPart {
  status: DeliveryStatus;
  leg: DeliveryLeg;
  deliveredAt: Instant | null;
  lastScanAt: Instant | null;
}

/** Several parcels as one. */
export interface RollUp {
  /** The least advanced one's; `unknown` without parcels. */
  status: DeliveryStatus;
  leg: DeliveryLeg;
  /** Some are with the buyer and some are not. What was voided is nobody's and does not count. */
  isPartial: boolean;
  /** When the first one was delivered; `null` when none was, or nobody told. */
  partialSince: Instant | null;
}

/** The least advanced status of several, and whether only a part was delivered. */
export function rollUpStatus(parts: readonly RollUpPart[]): RollUp {
  let least: RollUpPart | null = null;
  let delivered = 0;
  let missing = 0;
  let partialSince: Instant | null = null;
  for (const part of parts) {
    if (least === null || deliveryStatusRules[part.status].rank < deliveryStatusRules[least.status].rank) least = part;
    if (part.status === "delivered") {
      delivered += 1;
      const at = part.deliveredAt ?? part.lastScanAt;
      if (at !== null && (partialSince === null || Date.parse(at) < Date.parse(partialSince))) partialSince = at;
    } else if (part.status !== "cancelled") missing += 1;
  }
  return { status: least?.status ?? "unknown", leg: least?.leg ?? "forward", isPartial: delivered > 0 && missing > 0, partialSince };
}

export interface OrderRollUp {
  /** The least advanced parcel's; `unknown` without parcels. */
  status: DeliveryStatus;
  leg: DeliveryLeg;
  /** Of all parcels, oldest first, with `partial_delivery` when some were delivered and some were not. */
  exceptions: ExceptionFact[];
  /** The worst of the open exceptions, 0 to 3; 0 without any. */
  severity: 0 | 1 | 2 | 3;
}

/**
 * An order's or a shipment's parcels as one.
 *
 * @param at when it is asked, for a partial delivery whose beginning nobody told
 */
export function rollUpParcels(parcels: readonly (RollUpPart & { exceptions: readonly ExceptionFact[] })[], at: Instant): OrderRollUp {
  const { status, leg, isPartial, partialSince } = rollUpStatus(parcels);
  const exceptions = parcels.flatMap((parcel) => parcel.exceptions);
  if (isPartial) exceptions.push({ kind: "partial_delivery", by: "derived", since: partialSince ?? at, clearedAt: null });
  return { status, leg, exceptions: exceptions.sort(compareFacts), severity: worstSeverity(exceptions) };
}

/** The weight of the worst open exception: 0 for information or none, 3 when goods or money are at stake. */
export function worstSeverity(exceptions: readonly ExceptionFact[]): 0 | 1 | 2 | 3 {
  let worst: 0 | 1 | 2 | 3 = 0;
  for (const { kind, clearedAt } of exceptions) {
    const { severity } = deliveryExceptionRules[kind];
    if (clearedAt === null && severity > worst) worst = severity;
  }
  return worst;
}
