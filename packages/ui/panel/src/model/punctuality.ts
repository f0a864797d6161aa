import type { Instant, Parcel } from "@askonce/spec";
import { daysAfterDue, type KnownDelivery } from "./known-delivery.ts";

/** How a parcel stands against the day it was promised for. Days are calendar days and can be 0. */
export type Punctuality =
  | { kind: "late"; days: number; since: "promise" | "estimate" | "said" }
  | { kind: "deliveredLate"; days: number }
  | { kind: "willBeLate"; days: number }
  | { kind: "atRisk" }
  | { kind: "onTime" }
  | { kind: "unknown" };

const neverLate: ReadonlySet<Parcel["status"]> = new Set(["returning", "returned", "cancelled", "failed"]);

/**
 * Where the server measured the parcel against a promise, that is what is said. The rules for the others: a parcel that is not at its end is late once its due moment has passed; the promise at checkout is the due moment, and without
 * one the present estimate. The first delivery attempt or the arrival at a pickup point stops the clock: what follows is the recipient's
 * time. Whoever derived `late` with better knowledge (business days, the delivery address's zone) is believed.
 */
export function punctuality(
  parcel: Parcel,
  nowMs: number,
  dayOf: (instant: Instant) => number,
  known: KnownDelivery | null = null,
): Punctuality {
  if (known && known.state.lateness.state !== "unknown_promise") return measured(parcel, known, nowMs, dayOf);
  if (parcel.leg === "return" || neverLate.has(parcel.status)) return { kind: "unknown" };
  const { promisedAt, estimatedAt } = parcel;

  const arrivedAt = parcel.deliveredAt ?? firstArrival(parcel);
  if (arrivedAt !== null || parcel.status === "delivered") {
    if (arrivedAt === null || promisedAt === null) return { kind: "unknown" };
    if (Date.parse(arrivedAt) <= Date.parse(promisedAt)) return { kind: "onTime" };
    return parcel.status === "delivered" ? { kind: "deliveredLate", days: daysBetween(promisedAt, arrivedAt, dayOf) } : { kind: "unknown" };
  }
  if (parcel.status === "ready_for_pickup" || parcel.status === "delivery_attempted") return { kind: "unknown" };

  const dueAt = promisedAt ?? estimatedAt;
  const now = new Date(nowMs).toISOString();
  if (dueAt !== null && nowMs > Date.parse(dueAt)) {
    return { kind: "late", days: daysBetween(dueAt, now, dayOf), since: promisedAt ? "promise" : "estimate" };
  }
  if (parcel.exceptions.some((each) => each.kind === "late")) return { kind: "late", days: 0, since: "said" };
  if (promisedAt === null) return { kind: "unknown" };
  const slip = estimatedAt === null ? 0 : daysBetween(promisedAt, estimatedAt, dayOf);
  return slip > 0 ? { kind: "willBeLate", days: slip } : { kind: "onTime" };
}

function measured(parcel: Parcel, known: KnownDelivery, nowMs: number, dayOf: (instant: Instant) => number): Punctuality {
  const { lateness } = known.state;
  const now = new Date(nowMs).toISOString();
  const days = (at: Instant | null) => Math.max(0, (at && daysAfterDue(known, at, dayOf)) || 0);
  switch (lateness.state) {
    case "late":
    case "very_late":
      return { kind: "late", days: days(now), since: "promise" };
    case "delivered_late":
      return { kind: "deliveredLate", days: days(lateness.stoppedAt) };
    case "at_risk": {
      const slip = lateness.risk === "carrier_estimate" ? days(parcel.estimatedAt) : 0;
      return slip > 0 ? { kind: "willBeLate", days: slip } : { kind: "atRisk" };
    }
    default:
      // Without a moment at which the clock stopped, an end is no arrival: nobody told when, or it went back.
      return lateness.stoppedAt === null && (parcel.status === "delivered" || neverLate.has(parcel.status))
        ? { kind: "unknown" }
        : { kind: "onTime" };
  }
}

/** The oldest scan at which the recipient could have had the parcel. */
function firstArrival(parcel: Parcel): Instant | null {
  const arrivals = parcel.checkpoints.filter(
    (each) => each.leg === "forward" && (each.status === "delivery_attempted" || each.status === "ready_for_pickup"),
  );
  return arrivals.reduce<Instant | null>((oldest, each) => (oldest === null || each.at < oldest ? each.at : oldest), null);
}

function daysBetween(from: Instant, to: Instant, dayOf: (instant: Instant) => number): number {
  return Math.max(0, dayOf(to) - dayOf(from));
}
