import { deliveryStatusRules, type Incident, type Lateness } from "@askonce/spec";
import type { Carriers } from "../carriers/carriers.ts";
import { ensureTrackings } from "../carriers/ensure-trackings.ts";
import { causesOf } from "../incidents/storm-causes.ts";
import { countExposure } from "../incidents/storm-exposure.sql.ts";
import { exposedAt, exposedCauses } from "../incidents/storm-exposure.ts";
import { nextIncidentLook, updateIncidents } from "../incidents/update-incidents.ts";
import type { Platform } from "../platform/platform.ts";
import { type LatenessInput, latenessOf, nextLatenessChange } from "../promises/lateness.ts";
import { addDeliveryPromises, breakOverdue, settleDeliveryPromises } from "../promises/update-promises.ts";
import type { Store, UnitOfWork } from "../storage/store.ts";
import type { DeliveryRows } from "./delivery-rows.ts";
import type { DeliverySettings } from "./delivery-settings.ts";
import { type FoldedRow, foldOrder, writeFolded } from "./fold-order.ts";
import { isTrackedParcel } from "./is-tracked.ts";
import { isSettled } from "./parcel-state.ts";

const dayMs = 24 * 3_600_000;
/** What is older concerns nobody any more: its history is kept as it is. */
const longestCheckedMs = 120 * dayMs;
/** Long enough for a courier to take back what it said. */
const afterTheEndMs = 2 * dayMs;

export interface CheckGround {
  store: Store;
  platform: Platform;
  carriers: Carriers;
  settings: DeliverySettings;
}

/**
 * Looks at the delivery of one order with what is known now: parcels, promises, clocks, incidents. Running it twice changes nothing.
 *
 * @returns the incidents of the order
 */
export async function checkOrder(
  unit: UnitOfWork,
  { store, platform, carriers, settings }: CheckGround,
  rows: DeliveryRows,
): Promise<Incident[]> {
  const now = store.agreedNow();
  const destination = settings.calendarOf(rows.order.shippingAddress?.countryCode ?? null);
  const folded = foldOrder(rows, settings, now);
  await writeFolded(unit, store.shopId, folded);
  await ensureTrackings(unit, store.shopId, carriers, folded, { placedAt: Date.parse(rows.order.placedAt), now });
  const known = await addDeliveryPromises(unit, platform, store.shopId, rows, settings, now);
  let promises = await breakOverdue(unit, store.shopId, known, now);
  let incidents = rows.incidents;
  const moments: (number | null)[] = [];
  for (const one of folded) {
    const isTracked = isTrackedParcel(one.folded.parcel, one.folded.delivery.sources);
    const input: LatenessInput = {
      promises,
      isTracked,
      placedAt: rows.order.placedAt,
      parcel: one.folded.parcel,
      uncounted: one.folded.delivery.uncounted,
      destination,
      now,
    };
    const lateness = latenessOf(input);
    promises = await settleDeliveryPromises(unit, store.shopId, promises, { one, lateness, isTracked }, now);
    const before = incidents.length;
    // Of a parcel that nobody can see, no clock proves anything.
    const proven: Lateness = isTracked ? lateness : { ...lateness, state: "unknown_promise" };
    incidents = await updateIncidents(unit, platform, store.shopId, incidents, { rows, one, lateness: proven, destination, settings, now });
    const isLateNow = incidents.slice(before).some((incident) => incident.kind === "late");
    if (isLateNow) emitDelayed(unit, one, lateness);
    const at = exposedAt({ promiseId: lateness.promiseId, before: rows.promises, after: promises, isLateNow, now });
    if (isTracked && at !== null) {
      const causes = exposedCauses(causesOf(one.folded.parcel, rows.order, settings.originCountry));
      await countExposure(unit.database, store.shopId, causes, at);
    }
    moments.push(nextLatenessChange(input), ...pickupMoments(one, settings.incidents.pickupWarningMs ?? dayMs));
  }
  moments.push(nextIncidentLook(incidents, now));
  for (const promise of promises) if (promise.state === "open") moments.push(Date.parse(promise.dueAt) + 1);
  await setNextCheck(unit, store.shopId, rows, nextCheckAt(rows, folded, moments, now));
  return incidents;
}

function emitDelayed(unit: UnitOfWork, { row }: FoldedRow, { dueAt, promiseId }: Lateness): void {
  if (dueAt === null || promiseId === null) return;
  const { order_ref: orderRef, id: parcelId } = row;
  unit.emit("parcel.delayed", { kind: "order", id: orderRef }, { orderRef, parcelId, dueAt, promiseId });
}

function pickupMoments({ folded }: FoldedRow, warningMs: number): number[] {
  const until = folded.delivery.pickup?.until ?? null;
  return until === null ? [] : [Date.parse(until) - warningMs, Date.parse(until) + 1];
}

/** The next moment at which the order has to be looked at although nothing is heard; at the latest in a day, while something is expected. */
function nextCheckAt(rows: DeliveryRows, folded: readonly FoldedRow[], moments: readonly (number | null)[], now: number): number | null {
  const placedAt = Date.parse(rows.order.placedAt);
  if (rows.deletedAt !== null || now - placedAt > longestCheckedMs) return null;
  const endedAt = folded.map(({ folded: { parcel } }) => Date.parse(parcel.deliveredAt ?? parcel.lastScanAt ?? rows.order.placedAt));
  const isOver = folded.every(({ folded: one }) => isSettled(one)) && now - Math.max(0, ...endedAt) > afterTheEndMs;
  const isVoid = rows.order.status === "cancelled" || rows.order.status === "failed" || rows.order.status === "draft";
  const hasOpen =
    rows.incidents.some((incident) => incident.closedAt === null) || rows.promises.some((promise) => promise.state === "open");
  if ((isOver || isVoid) && !hasOpen) return null;
  const coming = moments.filter((moment): moment is number => moment !== null && moment > now);
  return Math.min(now + dayMs, ...coming);
}

async function setNextCheck(unit: UnitOfWork, shopId: string, rows: DeliveryRows, checkAt: number | null): Promise<void> {
  await unit.database.updateTable("orders").set({ check_at: checkAt }).where("shop_id", "=", shopId).where("ref", "=", rows.ref).execute();
}

/**
 * Whether a changed order is worth looking at, and when: at once, or never when it is old or void. Of an order with nothing sent there is
 * nothing to look at.
 */
export function firstCheckAt(
  order: { status: string; placedAt: string; parcels: readonly { status: string }[] },
  now: number,
): number | null {
  if (order.parcels.length === 0 || now - Date.parse(order.placedAt) > longestCheckedMs) return null;
  const ended = order.parcels.every((parcel) => deliveryStatusRules[parcel.status as keyof typeof deliveryStatusRules]?.terminal);
  const isVoid = order.status === "cancelled" || order.status === "failed" || order.status === "draft";
  return ended && (isVoid || now - Date.parse(order.placedAt) > 30 * dayMs) ? null : now;
}
