import type { CustomerPromise, Lateness, Parcel } from "@askonce/spec";
import { deliveryStatusRules } from "@askonce/spec";

/**
 * How an open delivery promise stands, given the parcel's clock: kept when the clock stopped in time, broken as soon as its moment has passed,
 * withdrawn when nothing will be delivered any more, superseded by a later word of the same source, or still open.
 *
 * @param newest whether no later word of the same source is known
 * @param now milliseconds since the epoch
 */
export function settleDelivery(
  promise: Pick<CustomerPromise, "dueAt" | "state">,
  lateness: Pick<Lateness, "stoppedAt">,
  parcel: Pick<Parcel, "status">,
  newest: boolean,
  now: number,
): CustomerPromise["state"] {
  if (promise.state !== "open") return promise.state;
  const dueMs = Date.parse(promise.dueAt);
  if (lateness.stoppedAt !== null) return Date.parse(lateness.stoppedAt) <= dueMs ? "kept" : "broken";
  if (now > dueMs) return "broken";
  if (deliveryStatusRules[parcel.status].terminal && parcel.status !== "delivered") return "withdrawn";
  return newest ? "open" : "superseded";
}
