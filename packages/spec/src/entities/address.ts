import * as z from "zod";

/** A postal address as the storefront keeps it. Every part can be missing: vendors redact and shoppers skip fields. */
export const addressSchema = z
  .object({
    name: z.string().nullable(),
    company: z.string().nullable(),
    line1: z.string().nullable(),
    line2: z.string().nullable(),
    city: z.string().nullable(),
    province: z.string().nullable(),
    postcode: z.string().nullable(),
    /** ISO 3166-1 alpha-2. */
    countryCode: z.string().nullable(),
    phone: z.string().nullable(),
  })
  .meta({ id: "Address" });
export type Address = z.infer<typeof addressSchema>;
