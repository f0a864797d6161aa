import type { FakeOrder } from "../../shop-data/shop.ts";

/**
 * The WordPress plugins that keep parcels, each in a place and shape of its own:
 * `wc-shipment-tracking` and `trackship` in order meta (the latter with a carrier status), `fulfillments` in WooCommerce's own records,
 * `aftership`, `wcshipping`, `yith` and `legacy` in other order meta, `wot` in line item meta, `askonce` in a REST field.
 * `yith` and `legacy` know one parcel per order only: further ones are lost, as in a real shop.
 */
export const trackingSources = [
  "wc-shipment-tracking",
  "trackship",
  "fulfillments",
  "aftership",
  "wcshipping",
  "yith",
  "wot",
  "legacy",
  "askonce",
] as const;

export type TrackingSource = (typeof trackingSources)[number];

/** One source for all orders, `mixed` (each order another one, the same in every run), or a function of the order. */
export type TrackingChoice = TrackingSource | "mixed" | ((order: FakeOrder) => TrackingSource);

/** Half of a mixed shop's orders use Woo Shipment Tracking, the most common plugin; the other sources share the rest. */
const mix: readonly TrackingSource[] = [
  "wc-shipment-tracking",
  "trackship",
  "wc-shipment-tracking",
  "fulfillments",
  "wc-shipment-tracking",
  "aftership",
  "wc-shipment-tracking",
  "wcshipping",
  "wc-shipment-tracking",
  "yith",
  "wc-shipment-tracking",
  "wot",
  "wc-shipment-tracking",
  "legacy",
  "wc-shipment-tracking",
  "askonce",
];

export function trackingSourceOf(order: FakeOrder, choice: TrackingChoice): TrackingSource {
  if (typeof choice === "function") return choice(order);
  if (choice !== "mixed") return choice;
  const source = mix[order.id % mix.length] ?? "wc-shipment-tracking";
  // In the mix no parcel is lost to a plugin that knows only one.
  const holdsOne = source === "yith" || source === "legacy";
  return holdsOne && order.parcels.length > 1 ? "wc-shipment-tracking" : source;
}
