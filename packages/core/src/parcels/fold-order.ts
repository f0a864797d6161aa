import type { ParcelDelivery } from "@askonce/spec";
import { toInstant } from "../platform/instants.ts";
import type { UnitOfWork } from "../storage/store.ts";
import { type DeliveryRows, type ParcelRow, reportedParcel, reportsOf } from "./delivery-rows.ts";
import type { DeliverySettings } from "./delivery-settings.ts";
import { type FoldedParcel, foldParcel } from "./parcel-state.ts";

/** A parcel's row with what all sources together say about it now. */
export interface FoldedRow {
  row: ParcelRow;
  folded: FoldedParcel;
}

/** Folds the parcels of an order. Pure. */
export function foldOrder(rows: DeliveryRows, settings: DeliverySettings, now: number): FoldedRow[] {
  const { zone } = settings.calendarOf(rows.order.shippingAddress?.countryCode ?? null);
  return rows.parcels.map((row) => {
    const known = row.delivery === null ? [] : (JSON.parse(row.delivery) as Pick<ParcelDelivery, "exceptions">).exceptions;
    const folded = foldParcel({
      reported: reportedParcel(row),
      reportedBy: { source: row.by_hand === 1 ? "agent" : rows.adapterId, fetchedAt: toInstant(rows.fetchedAt) },
      reports: reportsOf(row, rows.trackings),
      // What was said of all of an order is not said of each of its parcels.
      claims: rows.claims.filter((claim) => claim.parcelId === row.id),
      placedAt: rows.order.placedAt,
      zone,
      now,
      pickupHoldMs: settings.pickupHoldMs,
      known,
    });
    return { row, folded };
  });
}

/** Writes what is different from what is stored. A parcel of another status causes an event. */
export async function writeFolded(unit: UnitOfWork, shopId: string, folded: readonly FoldedRow[]): Promise<void> {
  for (const { row, folded: next } of folded) {
    const body = JSON.stringify(next.parcel);
    const delivery = JSON.stringify(next.delivery);
    if (body === row.body && delivery === row.delivery) continue;
    await unit.database
      .updateTable("parcels")
      .set({ body, delivery, status: next.parcel.status, reported: row.reported ?? row.body })
      .where("shop_id", "=", shopId)
      .where("order_ref", "=", row.order_ref)
      .where("id", "=", row.id)
      .execute();
    if (next.parcel.status === row.status) continue;
    const { order_ref: orderRef, id: parcelId } = row;
    unit.emit("parcel.updated", { kind: "order", id: orderRef }, { orderRef, parcelId, status: next.parcel.status });
  }
}
