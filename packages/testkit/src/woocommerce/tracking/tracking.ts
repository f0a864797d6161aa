import type { FakeOrder } from "../../shop-data/shop.ts";
import type { AskonceField, WooFulfillment } from "../model.ts";
import type { RenderContext } from "../render-context.ts";
import { aftershipMeta } from "./aftership.ts";
import { askonceField } from "./askonce-field.ts";
import { fulfillmentStatusMeta, renderFulfillments } from "./fulfillments.ts";
import { ordersTrackingItemMeta } from "./orders-tracking.ts";
import { shipmentTrackingMeta, trackshipMeta } from "./shipment-tracking.ts";
import { legacyMeta, yithMeta } from "./single-parcel.ts";
import { trackingSourceOf } from "./tracking-source.ts";
import { shippingLabelsMeta } from "./wc-shipping.ts";

/** Where an order's parcels ended up: order meta, line item meta (by item id), fulfillment records, or the askonce field. */
export interface RenderedTracking {
  meta: [string, unknown][];
  itemMeta: Map<number, [string, unknown][]>;
  fulfillments: WooFulfillment[];
  askonce: AskonceField | null;
}

export function renderTracking(order: FakeOrder, context: RenderContext): RenderedTracking {
  const source = trackingSourceOf(order, context.trackingSource);
  const rendered: RenderedTracking = { meta: [], itemMeta: new Map(), fulfillments: [], askonce: null };
  // The plugin's field is there for every order of a shop that has the plugin, parcels or not.
  if (source === "askonce") rendered.askonce = askonceField(order);
  if (order.parcels.length === 0) return rendered;
  switch (source) {
    case "wc-shipment-tracking":
      rendered.meta = shipmentTrackingMeta(order);
      break;
    case "trackship":
    case "askonce":
      rendered.meta = trackshipMeta(order);
      break;
    case "fulfillments":
      rendered.fulfillments = renderFulfillments(order, context.timeZone);
      rendered.meta = fulfillmentStatusMeta(rendered.fulfillments);
      break;
    case "aftership":
      rendered.meta = aftershipMeta(order, context.timeZone);
      break;
    case "wcshipping":
      rendered.meta = shippingLabelsMeta(order);
      break;
    case "yith":
      rendered.meta = yithMeta(order, context.timeZone);
      break;
    case "legacy":
      rendered.meta = legacyMeta(order);
      break;
    case "wot":
      rendered.itemMeta = ordersTrackingItemMeta(order);
      break;
  }
  return rendered;
}
