import { type CustomerPromise, promiseSourceSchema } from "@askonce/spec";

const sourceOrder = new Map(promiseSourceSchema.options.map((source, index) => [source, index]));

/**
 * The promise a parcel is measured by: the first that the buyer saw, whatever was said later; without one, the courier's first date; without
 * that, the shop's own table of services. What was withdrawn does not count, what was superseded does. Promises made in the same instant are
 * believed in the order of {@link promiseSourceSchema}. The legal limit of 30 days is never the yardstick: it is a flag of its own.
 *
 * @param parcelId leaves out what was promised for other parcels; a promise for all of the order always counts
 */
export function yardstick(promises: readonly CustomerPromise[], parcelId: string | null = null): CustomerPromise | null {
  let best: CustomerPromise | null = null;
  for (const promise of promises) {
    if (promise.kind !== "delivery" || promise.state === "withdrawn" || trust(promise) === null) continue;
    if (parcelId !== null && promise.parcelId !== null && promise.parcelId !== parcelId) continue;
    if (best === null || isBefore(promise, best)) best = promise;
  }
  return best;
}

function isBefore(one: CustomerPromise, other: CustomerPromise): boolean {
  const order =
    (trust(one) ?? 0) - (trust(other) ?? 0) ||
    Date.parse(one.madeAt) - Date.parse(other.madeAt) ||
    (sourceOrder.get(one.source) ?? 0) - (sourceOrder.get(other.source) ?? 0);
  return order === 0 ? one.id < other.id : order < 0;
}

/** The lower, the better; `null` for what nobody outside the shop was ever told. */
function trust(promise: CustomerPromise): number | null {
  if (promise.shownToBuyer) return 0;
  if (promise.source === "carrier") return 1;
  return promise.source === "service_table" ? 2 : null;
}
