import type { FoldedRow } from "../parcels/fold-order.ts";
import { isSettled } from "../parcels/parcel-state.ts";
import type { UnitOfWork } from "../storage/store.ts";
import type { Carriers } from "./carriers.ts";

/** Sees to it that whoever can be asked about an order's parcels is asked. One that is over is not asked about for the first time. */
export async function ensureTrackings(
  unit: UnitOfWork,
  shopId: string,
  carriers: Carriers,
  folded: readonly FoldedRow[],
  { placedAt, now }: { placedAt: number; now: number },
): Promise<void> {
  if (carriers.all.length === 0) return;
  const wanted = folded.flatMap(({ row, folded: one }) => {
    const { trackingNumber, carrier } = one.parcel;
    if (row.tracking_normalized === null || trackingNumber === null || isSettled(one)) return [];
    const normalized = row.tracking_normalized;
    return carriers.forCarrierName(carrier).map((adapter) => ({
      shop_id: shopId,
      carrier_id: adapter.id,
      tracking_normalized: normalized,
      tracking_number: trackingNumber,
      carrier_name: carrier,
      state: "active" as const,
      body: null,
      began_at: Math.min(placedAt, now),
      fetched_at: null,
      next_poll_at: now,
      misses: 0,
      problem: null,
    }));
  });
  if (wanted.length === 0) return;
  await unit.database
    .insertInto("trackings")
    .values(wanted)
    .onConflict((conflict) => conflict.columns(["shop_id", "carrier_id", "tracking_normalized"]).doNothing())
    .execute();
}
