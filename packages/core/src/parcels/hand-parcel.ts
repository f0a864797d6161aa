import { AskonceError, normalizeTrackingNumber, type Parcel } from "@askonce/spec";
import { toInstant } from "../platform/instants.ts";
import type { Store, UnitOfWork } from "../storage/store.ts";

/** A parcel that the shop's system does not know, written down by an agent. No storefront takes it away. */
export async function addHandParcel(
  unit: UnitOfWork,
  store: Store,
  given: { orderRef: string; carrier: string; trackingNumber: string; now: number },
): Promise<void> {
  const { orderRef, carrier, trackingNumber, now } = given;
  const normalized = normalizeTrackingNumber(trackingNumber);
  if (normalized === null)
    throw new AskonceError("VALIDATION_FAILED", { details: { issues: [{ path: "trackingNumber", message: "not a tracking number" }] } });
  const order = await unit.database
    .selectFrom("orders")
    .select("ref")
    .where("shop_id", "=", store.shopId)
    .where("ref", "=", orderRef)
    .executeTakeFirst();
  if (!order) throw new AskonceError("ORDER_NOT_FOUND");
  const known = await unit.database
    .selectFrom("parcels")
    .select(["tracking_normalized", "position"])
    .where("shop_id", "=", store.shopId)
    .where("order_ref", "=", orderRef)
    .execute();
  if (known.some((row) => row.tracking_normalized === normalized)) throw new AskonceError("PARCEL_KNOWN");
  const parcel: Parcel = {
    id: `agent:${normalized}`,
    fulfillmentId: null,
    carrier,
    trackingNumber,
    trackingUrl: null,
    status: "unknown",
    rawStatus: null,
    leg: "forward",
    exceptions: [],
    items: [],
    shippedAt: toInstant(now),
    promisedAt: null,
    estimatedAt: null,
    deliveredAt: null,
    lastScanAt: null,
    checkpoints: [],
    source: "agent",
  };
  const body = JSON.stringify(parcel);
  await unit.database
    .insertInto("parcels")
    .values({
      shop_id: store.shopId,
      order_ref: orderRef,
      id: parcel.id,
      // After everything a storefront will ever list.
      position: 1000 + known.length,
      tracking_normalized: normalized,
      status: parcel.status,
      body,
      reported: body,
      delivery: null,
      by_hand: 1,
    })
    .execute();
  unit.emit("parcel.updated", { kind: "order", id: orderRef }, { orderRef, parcelId: parcel.id, status: parcel.status });
}
