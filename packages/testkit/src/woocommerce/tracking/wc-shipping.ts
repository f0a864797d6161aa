import type { FakeOrder } from "../../shop-data/shop.ts";
import { slug } from "../slug.ts";

/**
 * WooCommerce Shipping's bought labels: an array, or the same as a JSON string, under the present key or the one of its predecessor.
 * Every third order first bought a label that was refunded and never travelled.
 */
export function shippingLabelsMeta(order: FakeOrder): [string, unknown][] {
  const labels: Record<string, unknown>[] = order.parcels.map((parcel) => ({
    label_id: parcel.id,
    tracking: parcel.trackingNumber,
    carrier_id: slug(parcel.carrier),
    service_name: order.shippingMethod,
    status: "PURCHASED",
    created_date: Date.parse(parcel.shippedAt),
  }));
  const first = order.parcels[0];
  if (order.id % 3 === 0 && first !== undefined) {
    labels.unshift({
      label_id: first.id + 1_000_000,
      tracking: `VOID${first.trackingNumber}`,
      carrier_id: slug(first.carrier),
      service_name: order.shippingMethod,
      status: "PURCHASED",
      created_date: Date.parse(first.shippedAt) - 3_600_000,
      refund: { status: "complete", request_date: Date.parse(first.shippedAt) - 3_000_000 },
    });
  }
  const value = order.id % 2 === 0 ? labels : JSON.stringify(labels);
  return [[order.id % 5 === 0 ? "wc_connect_labels" : "wcshipping_labels", value]];
}
