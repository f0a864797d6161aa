import { unixInstant } from "../map/instants.ts";
import { trackingLink } from "../map/link.ts";
import { metaText, metaValue } from "../schemas/meta.ts";
import { foundParcel, shopSaysShipped, type TrackingSource } from "./tracking-source.ts";

/** Shipment Tracking before 1.3: one parcel, in flat order meta. Several small plugins write the same keys. */
export const legacySource: TrackingSource = {
  name: "legacy-meta",
  read({ order: { meta_data: meta } }) {
    const trackingNumber = metaText(meta, "_tracking_number");
    if (trackingNumber === null) return [];
    return [
      foundParcel({
        source: "legacy-meta",
        carrier: metaText(meta, "_tracking_provider") ?? metaText(meta, "_custom_tracking_provider"),
        trackingNumber,
        trackingUrl: trackingLink(metaText(meta, "_custom_tracking_link"), trackingNumber),
        status: shopSaysShipped,
        shippedAt: unixInstant(metaValue(meta, "_date_shipped")),
      }),
    ];
  },
};
