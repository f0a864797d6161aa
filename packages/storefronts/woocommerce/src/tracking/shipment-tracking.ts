import * as z from "zod";
import { unixInstant } from "../map/instants.ts";
import { trackingLink } from "../map/link.ts";
import { textSchema, toList } from "../schemas/lenient.ts";
import { metaValue } from "../schemas/meta.ts";
import type { WooOrder } from "../schemas/woo-order.ts";
import { foundParcel, shopSaysShipped, type TrackingSource } from "./tracking-source.ts";
import { mapTrackshipStatus } from "./trackship-status.ts";

const itemSchema = z.object({
  tracking_id: textSchema,
  tracking_provider: textSchema,
  custom_tracking_provider: textSchema,
  custom_tracking_link: textSchema,
  tracking_number: textSchema,
  date_shipped: z.unknown().optional(),
});
const statusSchema = z.object({ status: z.string(), tracking_number: textSchema });

/** Woo Shipment Tracking and Advanced Shipment Tracking, with the carrier's status where TrackShip is installed as well. */
export const shipmentTrackingSource: TrackingSource = {
  name: "shipment-tracking",
  read({ order }) {
    const items = toList(metaValue(order.meta_data, "_wc_shipment_tracking_items")).flatMap((entry) => {
      const result = itemSchema.safeParse(entry);
      return result.success && result.data.tracking_number !== null ? [result.data] : [];
    });
    const words = trackshipWords(order);
    return items.map((item, index) => {
      // TrackShip keeps one entry for each tracking item, in the same order.
      const word = words.find((entry) => entry.number === item.tracking_number)?.status ?? words[index]?.status ?? null;
      const carrierStatus = word === null ? null : mapTrackshipStatus(word);
      return foundParcel({
        source: word === null ? "shipment-tracking" : "trackship",
        sourceId: item.tracking_id,
        carrier: item.tracking_provider ?? item.custom_tracking_provider,
        trackingNumber: item.tracking_number,
        trackingUrl: trackingLink(item.custom_tracking_link, item.tracking_number),
        shippedAt: unixInstant(item.date_shipped),
        status: shopSaysShipped,
        ...(carrierStatus === null ? {} : carrierStatus),
        rawStatus: word,
      });
    });
  },
};

function trackshipWords(order: WooOrder): { status: string; number: string | null }[] {
  return toList(metaValue(order.meta_data, "ts_shipment_status")).map((entry) => {
    const result = statusSchema.safeParse(entry);
    // An unreadable entry keeps its place.
    return result.success ? { status: result.data.status, number: result.data.tracking_number } : { status: "unknown", number: null };
  });
}
