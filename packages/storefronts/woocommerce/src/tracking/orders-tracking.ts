import * as z from "zod";
import { unixInstant } from "../map/instants.ts";
import { trackingLink } from "../map/link.ts";
import { textSchema, toList } from "../schemas/lenient.ts";
import type { WooLineItem } from "../schemas/woo-line-item.ts";
import { type FoundParcel, foundParcel, shopSaysShipped, type TrackingSource } from "./tracking-source.ts";

const entrySchema = z.object({
  tracking_number: textSchema,
  carrier_slug: textSchema,
  carrier_name: textSchema,
  carrier_url: textSchema,
  time: z.unknown().optional(),
});

/** Orders Tracking (VillaTheme): a JSON text on each line item, of which the last entry is the valid one. */
export const ordersTrackingSource: TrackingSource = {
  name: "orders-tracking",
  read: ({ order }) => order.line_items.flatMap(readLine),
};

function readLine(line: WooLineItem): FoundParcel[] {
  const value = line.meta_data.findLast((meta) => meta.key === "_vi_wot_order_item_tracking_data")?.value;
  const last = entrySchema.safeParse(toList(value).at(-1));
  if (!last.success || last.data.tracking_number === null) return [];
  const { tracking_number: trackingNumber, carrier_name, carrier_slug, carrier_url, time } = last.data;
  return [
    foundParcel({
      source: "orders-tracking",
      carrier: carrier_name ?? carrier_slug,
      trackingNumber,
      trackingUrl: trackingLink(carrier_url, trackingNumber),
      status: shopSaysShipped,
      shippedAt: unixInstant(time),
      items: [{ lineItemId: line.id, quantity: Math.max(1, Math.round(line.quantity)) }],
    }),
  ];
}
