import { trackingLink } from "../map/link.ts";
import { metaText } from "../schemas/meta.ts";
import { foundParcel, shopSaysShipped, type TrackingSource } from "./tracking-source.ts";

/** YITH Order Tracking: one parcel, in flat order meta. */
export const yithSource: TrackingSource = {
  name: "yith",
  read({ order: { meta_data: meta }, siteClock }) {
    const trackingNumber = metaText(meta, "ywot_tracking_code");
    if (trackingNumber === null) return [];
    const pickedUp = ["1", "yes", "on"].includes(metaText(meta, "ywot_picked_up") ?? "");
    return [
      foundParcel({
        source: "yith",
        carrier: metaText(meta, "ywot_carrier_name") ?? metaText(meta, "ywot_carrier_id"),
        trackingNumber,
        trackingUrl: trackingLink(metaText(meta, "ywot_carrier_url"), trackingNumber),
        status: shopSaysShipped,
        shippedAt: pickedUp ? siteClock.read(metaText(meta, "ywot_pick_up_date")) : null,
      }),
    ];
  },
};
