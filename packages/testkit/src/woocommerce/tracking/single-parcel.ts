import type { FakeOrder } from "../../shop-data/shop.ts";
import { siteText } from "../site-time.ts";
import { slug } from "../slug.ts";

/** YITH Order Tracking: flat order meta for the one parcel it knows. */
export function yithMeta(order: FakeOrder, timeZone: string): [string, unknown][] {
  const parcel = order.parcels[0];
  if (parcel === undefined) return [];
  return [
    ["ywot_tracking_code", parcel.trackingNumber],
    ["ywot_carrier_id", slug(parcel.carrier)],
    ["ywot_carrier_name", parcel.carrier],
    ["ywot_carrier_url", parcel.trackingUrl],
    ["ywot_pick_up_date", siteText(Date.parse(parcel.shippedAt), timeZone).slice(0, 10)],
    ["ywot_picked_up", "1"],
  ];
}

/** Shipment Tracking before 1.3: flat order meta for the one parcel it knew. */
export function legacyMeta(order: FakeOrder): [string, unknown][] {
  const parcel = order.parcels[0];
  if (parcel === undefined) return [];
  return [
    ["_tracking_provider", ""],
    ["_custom_tracking_provider", parcel.carrier],
    ["_tracking_number", parcel.trackingNumber],
    ["_custom_tracking_link", parcel.trackingUrl],
    ["_date_shipped", String(Math.floor(Date.parse(parcel.shippedAt) / 1000))],
  ];
}
