import type { LineQuantity } from "@askonce/spec";
import * as z from "zod";
import { idSchema, toList } from "../schemas/lenient.ts";
import { metaValue } from "../schemas/meta.ts";
import type { WooFulfillment } from "../schemas/woo-fulfillment.ts";

const itemSchema = z.object({ item_id: idSchema, qty: z.coerce.number().int().positive() });

/** Which lines, and how many of each, a fulfillment holds. */
export function fulfillmentItems(fulfillment: WooFulfillment): LineQuantity[] {
  return toList(metaValue(fulfillment.meta_data, "_items")).flatMap((entry) => {
    const result = itemSchema.safeParse(entry);
    return result.success ? [{ lineItemId: result.data.item_id, quantity: result.data.qty }] : [];
  });
}
