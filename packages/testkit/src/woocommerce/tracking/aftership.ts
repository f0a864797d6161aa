import type { FakeOrder } from "../../shop-data/shop.ts";
import { siteText } from "../site-time.ts";
import { slug } from "../slug.ts";
import { stableHash } from "../stable-hash.ts";

/** AfterShip's order meta. Its `metrics` are the site's local time with a `Z` that is not true. */
export function aftershipMeta(order: FakeOrder, timeZone: string): [string, unknown][] {
  const items = order.parcels.map((parcel) => {
    const falseUtc = `${siteText(Date.parse(parcel.shippedAt), timeZone)}Z`;
    return {
      slug: slug(parcel.carrier),
      tracking_number: parcel.trackingNumber,
      tracking_id: stableHash("aftership", order.id, parcel.id),
      additional_fields: {
        account_number: "",
        key: "",
        postal_code: "",
        ship_date: "",
        destination_country: order.shippingAddress.countryCode,
        state: "",
      },
      line_items: parcel.items.map((item) => ({ id: item.itemId, quantity: item.quantity })),
      metrics: { created_at: falseUtc, updated_at: falseUtc },
    };
  });
  const first = order.parcels[0];
  return [
    ["_aftership_tracking_items", items],
    ["_aftership_tracking_number", first?.trackingNumber ?? ""],
    ["_aftership_tracking_provider_name", first === undefined ? "" : slug(first.carrier)],
  ];
}
