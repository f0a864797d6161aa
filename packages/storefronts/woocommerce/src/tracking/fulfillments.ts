import { trackingLink } from "../map/link.ts";
import { metaText } from "../schemas/meta.ts";
import { fulfillmentItems } from "./fulfillment-items.ts";
import { foundParcel, shopSaysShipped, type TrackingSource } from "./tracking-source.ts";

/** WooCommerce's own fulfillments (10.1 and later, when switched on). */
export const fulfillmentsSource: TrackingSource = {
  name: "fulfillments",
  read: ({ fulfillments, siteClock }) =>
    fulfillments.flatMap((fulfillment) => {
      const meta = fulfillment.meta_data;
      const trackingNumber = metaText(meta, "_tracking_number");
      if (fulfillment.date_deleted !== null || (trackingNumber === null && !fulfillment.is_fulfilled)) return [];
      // The documentation spells the key in one way, WooCommerce 10.5's own screens and mails in the other.
      const provider = metaText(meta, "_shipment_provider") ?? metaText(meta, "_shipping_provider");
      return [
        foundParcel({
          source: "fulfillments",
          sourceId: fulfillment.id,
          fulfillmentId: fulfillment.id,
          carrier: metaText(meta, "_provider_name") ?? (provider === "other" ? null : provider),
          trackingNumber,
          trackingUrl: trackingLink(metaText(meta, "_tracking_url"), trackingNumber),
          status: fulfillment.is_fulfilled ? shopSaysShipped : "unknown",
          rawStatus: fulfillment.status,
          items: fulfillmentItems(fulfillment),
          // 10.5 writes the site's time, later versions UTC with a Z.
          shippedAt: fulfillment.is_fulfilled ? siteClock.read(metaText(meta, "_date_fulfilled") ?? fulfillment.date_updated) : null,
        }),
      ];
    }),
};
