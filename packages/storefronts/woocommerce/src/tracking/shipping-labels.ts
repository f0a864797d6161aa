import * as z from "zod";
import { unixInstant } from "../map/instants.ts";
import { idSchema, textSchema, toList } from "../schemas/lenient.ts";
import { metaValue } from "../schemas/meta.ts";
import { foundParcel, shopSaysShipped, type TrackingSource } from "./tracking-source.ts";

const labelSchema = z.object({
  label_id: idSchema.nullable().catch(null),
  tracking: textSchema,
  carrier_id: textSchema,
  status: textSchema,
  created_date: z.unknown().optional(),
  refund: z.unknown().optional(),
  error: z.unknown().optional(),
});

/** Labels bought with WooCommerce Shipping or its predecessor WooCommerce Services. A label that was given back never travelled. */
export const shippingLabelsSource: TrackingSource = {
  name: "woocommerce-shipping",
  read: ({ order }) =>
    ["wcshipping_labels", "wc_connect_labels"].flatMap((key) =>
      toList(metaValue(order.meta_data, key)).flatMap((entry) => {
        const result = labelSchema.safeParse(entry);
        if (!result.success || result.data.tracking === null || result.data.refund || result.data.error) return [];
        const label = result.data;
        return [
          foundParcel({
            source: "woocommerce-shipping",
            sourceId: label.label_id,
            carrier: label.carrier_id,
            trackingNumber: label.tracking,
            status: shopSaysShipped,
            rawStatus: label.status,
            shippedAt: unixInstant(label.created_date),
          }),
        ];
      }),
    ),
};
