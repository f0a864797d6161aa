import * as z from "zod";
import { askonceFieldSchema } from "./askonce-field.ts";
import { decimalSchema, idSchema, listOf, textSchema } from "./lenient.ts";
import { metaListSchema } from "./meta.ts";
import { optionalAddressSchema } from "./woo-address.ts";
import { wooLineItemSchema } from "./woo-line-item.ts";

/**
 * An order of `wc/v3`, only the fields that are used. `order_key`, `payment_url`, the buyer's address on the network and their browser are
 * left out here, so that they cannot get any further. Without id, number, currency, total and dates there is no order; everything else
 * may be missing.
 */
export const wooOrderSchema = z.object({
  id: idSchema,
  number: z.union([z.string().min(1).max(120), z.int().transform(String)]),
  status: z.string().min(1).max(100),
  currency: z.string().regex(/^[A-Za-z]{3}$/),
  total: z.union([z.string().min(1), z.number()]),
  date_created_gmt: z.string().min(1),
  date_modified_gmt: textSchema,
  date_created: textSchema,
  date_modified: textSchema,
  date_completed: textSchema,
  date_completed_gmt: textSchema,
  date_paid: textSchema,
  date_paid_gmt: textSchema,
  prices_include_tax: z.boolean().catch(false),
  discount_total: decimalSchema,
  discount_tax: decimalSchema,
  shipping_total: decimalSchema,
  shipping_tax: decimalSchema,
  total_tax: decimalSchema,
  customer_id: idSchema.catch("0"),
  customer_note: textSchema,
  billing: optionalAddressSchema,
  shipping: optionalAddressSchema,
  payment_method: textSchema,
  payment_method_title: textSchema,
  needs_processing: z.boolean().nullable().catch(null),
  meta_data: metaListSchema,
  line_items: listOf(wooLineItemSchema),
  shipping_lines: listOf(z.object({ method_title: textSchema })),
  fee_lines: listOf(z.object({ name: textSchema, total: decimalSchema, total_tax: decimalSchema })),
  coupon_lines: listOf(z.object({ code: textSchema, discount: decimalSchema, discount_tax: decimalSchema })),
  /** A summary with negative totals; dates and lines need a request of their own. */
  refunds: listOf(z.object({ id: idSchema, reason: textSchema, total: decimalSchema })),
  /** Only with the askonce plugin. */
  askonce: askonceFieldSchema.nullable().catch(null),
});
export type WooOrder = z.output<typeof wooOrderSchema>;
