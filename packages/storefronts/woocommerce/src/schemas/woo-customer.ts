import * as z from "zod";
import { idSchema, textSchema } from "./lenient.ts";
import { metaListSchema } from "./meta.ts";
import { optionalAddressSchema } from "./woo-address.ts";

export const wooCustomerSchema = z.object({
  id: idSchema,
  email: textSchema,
  first_name: textSchema,
  last_name: textSchema,
  date_created_gmt: textSchema,
  billing: optionalAddressSchema,
  meta_data: metaListSchema,
});
export type WooCustomer = z.output<typeof wooCustomerSchema>;
