import type { FakeOrder, FakeParcel, FakeParcelEvent } from "../../shop-data/shop.ts";
import { slug } from "../slug.ts";
import { stableHash } from "../stable-hash.ts";

/** Couriers that the plugin knows by a slug of its own; any other is typed in by hand as a "custom" provider with its link. */
const knownProviders = new Set(["dhl", "dpd", "gls", "royal-mail", "brt", "poste-italiane"]);

function unixSeconds(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000);
}

function trackingId(order: FakeOrder, parcel: FakeParcel): string {
  return stableHash("tracking", order.id, parcel.id);
}

/** Woo Shipment Tracking's order meta. `date_shipped` is a number or a string of Unix seconds, depending on who wrote it. */
export function shipmentTrackingMeta(order: FakeOrder): [string, unknown][] {
  const items = order.parcels.map((parcel) => {
    const provider = slug(parcel.carrier);
    const known = knownProviders.has(provider);
    const shipped = unixSeconds(parcel.shippedAt);
    return {
      tracking_provider: known ? provider : "",
      custom_tracking_provider: known ? "" : parcel.carrier,
      // A custom link may hold the place of the number instead of the number.
      custom_tracking_link: known
        ? ""
        : parcel.id % 2 === 0
          ? parcel.trackingUrl.replace(parcel.trackingNumber, "%1$s")
          : parcel.trackingUrl,
      tracking_number: parcel.trackingNumber,
      date_shipped: parcel.id % 2 === 0 ? String(shipped) : shipped,
      tracking_id: trackingId(order, parcel),
    };
  });
  return [["_wc_shipment_tracking_items", items]];
}

/** Advanced Shipment Tracking's items with TrackShip's carrier status beside them, as recorded in `order-guest-trackship`. */
export function trackshipMeta(order: FakeOrder): [string, unknown][] {
  const items = order.parcels.map((parcel) => ({
    tracking_provider: parcel.carrier,
    custom_tracking_provider: "",
    custom_tracking_link: "",
    tracking_number: parcel.trackingNumber,
    tracking_product_code: "",
    source: "REST_API",
    date_shipped: unixSeconds(parcel.shippedAt),
    status_shipped: "1",
    tracking_id: trackingId(order, parcel),
    user_id: 1,
  }));
  return [
    ["_wc_shipment_tracking_items", items],
    ["ts_shipment_status", order.parcels.map((parcel) => ({ status: trackshipStatus(parcel) }))],
  ];
}

const words: Record<FakeParcelEvent["status"], string> = {
  labelCreated: "pre_transit",
  pickedUp: "in_transit",
  inTransit: "in_transit",
  outForDelivery: "out_for_delivery",
  attemptFailed: "failure",
  readyForPickup: "available_for_pickup",
  delivered: "delivered",
  delayed: "on_hold",
  failed: "exception",
};

/** TrackShip's word for a parcel; before the first event it is the technical `pending_trackship`, which is no customer's problem. */
export function trackshipStatus(parcel: FakeParcel): string {
  const last = parcel.events.at(-1);
  return last === undefined ? "pending_trackship" : words[last.status];
}
