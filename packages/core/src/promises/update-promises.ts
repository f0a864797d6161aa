import type { CustomerPromise, Lateness } from "@askonce/spec";
import { type DeliveryRows, reportedParcel, reportsOf } from "../parcels/delivery-rows.ts";
import type { DeliverySettings } from "../parcels/delivery-settings.ts";
import type { FoldedRow } from "../parcels/fold-order.ts";
import { toInstant } from "../platform/instants.ts";
import type { Platform } from "../platform/platform.ts";
import type { UnitOfWork } from "../storage/store.ts";
import { deliveryPromises, isSamePromise } from "./order-promises.ts";
import { fromPromise } from "./promises.sql.ts";
import { settleDelivery } from "./settle-promise.ts";

/** Couriers change their estimate many times; the first and the newest say enough. */
const mostOfOneSource = 20;

/** Stores promises that were not known yet. @returns all of the order's */
export async function addDeliveryPromises(
  unit: UnitOfWork,
  platform: Pick<Platform, "createId">,
  shopId: string,
  rows: DeliveryRows,
  settings: DeliverySettings,
  now: number,
): Promise<CustomerPromise[]> {
  const known = [...rows.promises];
  const added: CustomerPromise[] = [];
  for (const row of rows.parcels) {
    const drafts = deliveryPromises({
      order: { ...rows.order, ref: rows.ref },
      reported: reportedParcel(row),
      storefrontId: rows.adapterId,
      reports: reportsOf(row, rows.trackings),
      settings,
      now: toInstant(now),
    });
    for (const draft of drafts) {
      if ([...known, ...added].some((one) => isSamePromise(one, draft))) continue;
      const ofSource = [...known, ...added].filter((one) => one.source === draft.source && one.parcelId === draft.parcelId).length;
      if (ofSource >= mostOfOneSource) continue;
      // As it will be read again.
      const [madeAt, dueAt] = [toInstant(Date.parse(draft.madeAt)), toInstant(Date.parse(draft.dueAt))];
      added.push({ ...draft, madeAt, dueAt, id: platform.createId("prm"), ticketId: null, state: "open", settledAt: null });
    }
  }
  if (added.length > 0) {
    await unit.database
      .insertInto("promises")
      .values(added.map((promise) => fromPromise(shopId, promise)))
      .execute();
  }
  for (const { id: promiseId, orderRef, kind, source, dueAt } of added)
    unit.emit("promise.created", { kind: "order", id: rows.ref }, { promiseId, orderRef, kind, source, dueAt });
  return [...known, ...added];
}

/** Settles the delivery promises of one parcel by its clock. @returns all of the order's, as they are then */
export async function settleDeliveryPromises(
  unit: UnitOfWork,
  shopId: string,
  promises: readonly CustomerPromise[],
  { one: { row, folded }, lateness, isTracked }: { one: FoldedRow; lateness: Lateness; isTracked: boolean },
  now: number,
): Promise<CustomerPromise[]> {
  const settled: CustomerPromise[] = [];
  for (const promise of promises) {
    const concerns = promise.kind === "delivery" && promise.parcelId === row.id;
    const later = promises.some(
      (other) =>
        other.source === promise.source &&
        other.madeBy === promise.madeBy &&
        other.parcelId === promise.parcelId &&
        Date.parse(other.madeAt) > Date.parse(promise.madeAt),
    );
    const state = concerns
      ? settleDelivery(promise, lateness, folded.parcel, !later, isTracked ? now : Number.NEGATIVE_INFINITY)
      : promise.state;
    if (state === promise.state) {
      settled.push(promise);
      continue;
    }
    await settlePromise(unit, shopId, promise, state, now);
    settled.push({ ...promise, state, settledAt: toInstant(now) });
  }
  return settled;
}

/** Whoever promised something else (an answer, a call, money) has broken it when its moment has passed and nobody said otherwise. */
export async function breakOverdue(
  unit: UnitOfWork,
  shopId: string,
  promises: readonly CustomerPromise[],
  now: number,
): Promise<CustomerPromise[]> {
  const after: CustomerPromise[] = [];
  for (const promise of promises) {
    const isOverdue = promise.kind !== "delivery" && promise.state === "open" && now > Date.parse(promise.dueAt);
    if (isOverdue) await settlePromise(unit, shopId, promise, "broken", now);
    after.push(isOverdue ? { ...promise, state: "broken", settledAt: toInstant(now) } : promise);
  }
  return after;
}

/** Writes how a promise ended. */
export async function settlePromise(
  unit: UnitOfWork,
  shopId: string,
  promise: CustomerPromise,
  state: CustomerPromise["state"],
  now: number,
): Promise<void> {
  await unit.database
    .updateTable("promises")
    .set({ state, settled_at: now })
    .where("shop_id", "=", shopId)
    .where("id", "=", promise.id)
    .execute();
  unit.emit("promise.settled", { kind: "promise", id: promise.id }, { promiseId: promise.id, orderRef: promise.orderRef, state });
}
