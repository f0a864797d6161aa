import * as z from "zod";
import { idSchema, listOf, textSchema, toList } from "../schemas/lenient.ts";
import { metaText, metaValue } from "../schemas/meta.ts";
import { foundParcel, shopSaysShipped, type TrackingSource } from "./tracking-source.ts";

const itemSchema = z.object({
  slug: textSchema,
  tracking_number: textSchema,
  tracking_id: textSchema,
  line_items: listOf(z.object({ id: idSchema, quantity: z.coerce.number().int().positive() })),
  metrics: z.object({ created_at: textSchema }).nullable().catch(null),
});

/** AfterShip's order meta. The carrier's status is in AfterShip's own API only. */
export const aftershipSource: TrackingSource = {
  name: "aftership",
  read({ order, siteClock }) {
    const parcels = toList(metaValue(order.meta_data, "_aftership_tracking_items")).flatMap((entry) => {
      const result = itemSchema.safeParse(entry);
      if (!result.success || result.data.tracking_number === null) return [];
      const item = result.data;
      return [
        foundParcel({
          source: "aftership",
          sourceId: item.tracking_id,
          carrier: item.slug,
          trackingNumber: item.tracking_number,
          status: shopSaysShipped,
          items: item.line_items.map(({ id, quantity }) => ({ lineItemId: id, quantity })),
          // The plugin writes the site's time with a Z behind it.
          shippedAt: siteClock.readFalseZ(item.metrics?.created_at ?? null),
        }),
      ];
    });
    if (parcels.length > 0) return parcels;
    const trackingNumber = metaText(order.meta_data, "_aftership_tracking_number");
    if (trackingNumber === null) return [];
    const carrier = metaText(order.meta_data, "_aftership_tracking_provider_name");
    return [foundParcel({ source: "aftership", carrier, trackingNumber, status: shopSaysShipped })];
  },
};
