import type { FakeOrder } from "../../shop-data/shop.ts";
import { slug } from "../slug.ts";

/**
 * Orders Tracking (VillaTheme): a JSON string on each line item, a list of which the last entry is the valid one. Every second item
 * carries an older entry first, as after a corrected typing error.
 */
export function ordersTrackingItemMeta(order: FakeOrder): Map<number, [string, unknown][]> {
  const meta = new Map<number, [string, unknown][]>();
  for (const item of order.items) {
    const entries = order.parcels
      .filter((parcel) => parcel.items.some((each) => each.itemId === item.id))
      .map((parcel) => ({
        tracking_number: parcel.trackingNumber,
        carrier_slug: slug(parcel.carrier),
        carrier_url: parcel.trackingUrl,
        carrier_name: parcel.carrier,
        carrier_type: "custom-carrier",
        time: Math.floor(Date.parse(parcel.shippedAt) / 1000),
      }));
    const last = entries.at(-1);
    if (last === undefined) continue;
    if (item.id % 2 === 0) entries.unshift({ ...last, tracking_number: `OLD${last.tracking_number}`, time: last.time - 600 });
    meta.set(item.id, [["_vi_wot_order_item_tracking_data", JSON.stringify(entries)]]);
  }
  return meta;
}
