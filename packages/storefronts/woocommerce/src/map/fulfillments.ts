import type { Fulfillment } from "@askonce/spec";
import { metaText } from "../schemas/meta.ts";
import type { WooFulfillment } from "../schemas/woo-fulfillment.ts";
import { fulfillmentItems } from "../tracking/fulfillment-items.ts";
import type { SiteClock } from "./site-clock.ts";

/** WooCommerce's own records, if the shop keeps them. `createdAt` is when it was fulfilled; when it was made is not told. */
export function mapFulfillments(fulfillments: readonly WooFulfillment[], siteClock: SiteClock): Fulfillment[] {
  return fulfillments.map((fulfillment) => ({
    id: fulfillment.id,
    status: statusOf(fulfillment),
    rawStatus: fulfillment.status,
    createdAt: fulfillment.is_fulfilled
      ? siteClock.read(metaText(fulfillment.meta_data, "_date_fulfilled") ?? fulfillment.date_updated)
      : null,
    items: fulfillmentItems(fulfillment),
  }));
}

function statusOf(fulfillment: WooFulfillment): Fulfillment["status"] {
  if (fulfillment.date_deleted !== null) return "cancelled";
  if (fulfillment.is_fulfilled) return "fulfilled";
  return fulfillment.status === "unfulfilled" ? "pending" : "unknown";
}
