import type { FakeOrder, FakeParcel } from "../../shop-data/shop.ts";
import type { WooFulfillment, WooMeta } from "../model.ts";
import { gmtText, siteText } from "../site-time.ts";
import { slug } from "../slug.ts";

/** Providers WooCommerce 10.5 lists itself, out of those that occur here; Sameday is not one of them and so is stored as `other`. */
const listedProviders = new Set([
  "fan-courier",
  "urgent-cargus",
  "posta-romana",
  "dhl",
  "dpd",
  "gls",
  "royal-mail",
  "brt",
  "poste-italiane",
]);

/** WooCommerce's own fulfillment records, one per parcel, and an unfulfilled one for what has not been shipped yet. */
export function renderFulfillments(order: FakeOrder, timeZone: string): WooFulfillment[] {
  const records = order.parcels.map((parcel) => renderOne(order, parcel, timeZone));
  const rest = order.items
    .map((item) => {
      const shipped = order.parcels
        .flatMap((parcel) => parcel.items)
        .filter((each) => each.itemId === item.id)
        .reduce((sum, each) => sum + each.quantity, 0);
      return { item_id: item.id, qty: item.quantity - shipped };
    })
    .filter((each) => each.qty > 0);
  const first = order.parcels[0];
  if (rest.length > 0 && first !== undefined) {
    records.push({
      id: order.id * 2 + 1,
      entity_type: "WC_Order",
      entity_id: String(order.id),
      is_fulfilled: false,
      status: "unfulfilled",
      date_updated: siteText(Date.parse(first.shippedAt), timeZone).replace("T", " "),
      meta_data: [{ id: (order.id * 2 + 1) * 10, key: "_items", value: rest }],
    });
  }
  return records;
}

function renderOne(order: FakeOrder, parcel: FakeParcel, timeZone: string): WooFulfillment {
  const shipped = Date.parse(parcel.shippedAt);
  const local = siteText(shipped, timeZone).replace("T", " ");
  const provider = slug(parcel.carrier);
  const pairs: [string, unknown][] = [
    ["_items", parcel.items.map((item) => ({ item_id: item.itemId, qty: item.quantity }))],
    ["_tracking_number", parcel.trackingNumber],
    ["_tracking_url", parcel.trackingUrl],
    // WooCommerce spells this key in two ways: the REST documentation says "shipping", its own admin screens write "shipment".
    [parcel.id % 2 === 0 ? "_shipping_provider" : "_shipment_provider", listedProviders.has(provider) ? provider : "other"],
    ["_provider_name", parcel.carrier],
    ["_date_fulfilled", local],
  ];
  return {
    // Even for parcels, odd for an order's unshipped rest, so that the two never meet.
    id: parcel.id * 2,
    entity_type: "WC_Order",
    entity_id: String(order.id),
    is_fulfilled: true,
    status: "fulfilled",
    // 10.5 answers site-local time; later versions UTC with Z. Both are in use.
    date_updated: parcel.id % 3 === 0 ? `${gmtText(shipped)}Z` : local,
    meta_data: pairs.map(([key, value], index): WooMeta => ({ id: parcel.id * 20 + index, key, value })),
  };
}

export function fulfillmentStatusMeta(records: readonly WooFulfillment[]): [string, unknown][] {
  const done = records.filter((record) => record.is_fulfilled).length;
  const status = done === 0 ? "unfulfilled" : done === records.length ? "fulfilled" : "partially_fulfilled";
  return [["_fulfillment_status", status]];
}
