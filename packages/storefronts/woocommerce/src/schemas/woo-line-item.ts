import * as z from "zod";
import { decimalSchema, idSchema, listOf, textSchema } from "./lenient.ts";
import { metaListSchema } from "./meta.ts";

const lineMetaSchema = z.object({
  key: z.string(),
  value: z.unknown().optional(),
  display_key: textSchema,
  display_value: z.unknown().optional(),
});

export const wooLineItemSchema = z.object({
  id: idSchema,
  name: textSchema,
  parent_name: textSchema,
  sku: textSchema,
  quantity: z.coerce.number().catch(0),
  subtotal: decimalSchema,
  subtotal_tax: decimalSchema,
  total: decimalSchema,
  total_tax: decimalSchema,
  meta_data: listOf(lineMetaSchema),
  /** `src` is empty for a product without a picture; `id` is then `""`, `0` or absent, so it is not read. */
  image: z.object({ src: textSchema }).nullable().catch(null),
});

export type WooLineItem = z.output<typeof wooLineItemSchema>;
export type WooLineMeta = z.output<typeof lineMetaSchema>;

/** A refund's line: negative quantity, and the ordered line's id in its meta. */
export const wooRefundLineSchema = z.object({ quantity: z.coerce.number().catch(0), meta_data: metaListSchema });
