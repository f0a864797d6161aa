import * as z from "zod";
import { textSchema } from "./lenient.ts";

export const wooAddressSchema = z.object({
  first_name: textSchema,
  last_name: textSchema,
  company: textSchema,
  address_1: textSchema,
  address_2: textSchema,
  city: textSchema,
  state: textSchema,
  postcode: textSchema,
  country: textSchema,
  email: textSchema,
  phone: textSchema,
});
export type WooAddress = z.output<typeof wooAddressSchema>;

/** An address that is not there at all reads as one without any part. */
export const optionalAddressSchema = z.preprocess(
  (value) => (typeof value === "object" && value !== null && !Array.isArray(value) ? value : {}),
  wooAddressSchema,
);
