import * as z from "zod";
import { idSchema, textSchema } from "./lenient.ts";
import { metaListSchema } from "./meta.ts";

/** WooCommerce's own record of a shipment (10.1 and later, when switched on). What matters is in its meta. */
export const wooFulfillmentSchema = z.object({
  id: idSchema,
  status: textSchema,
  is_fulfilled: z.boolean().catch(false),
  date_updated: textSchema,
  date_deleted: textSchema,
  meta_data: metaListSchema,
});
export type WooFulfillment = z.output<typeof wooFulfillmentSchema>;
