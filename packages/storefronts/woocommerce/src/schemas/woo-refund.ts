import * as z from "zod";
import { idSchema, listOf, textSchema } from "./lenient.ts";
import { wooRefundLineSchema } from "./woo-line-item.ts";

/** From `orders/<id>/refunds`: a positive amount, negative lines. */
export const wooRefundSchema = z.object({
  id: idSchema,
  date_created_gmt: z.string().min(1),
  amount: z.union([z.string().min(1), z.number()]),
  reason: textSchema,
  line_items: listOf(wooRefundLineSchema),
});
export type WooRefund = z.output<typeof wooRefundSchema>;
