import * as z from "zod";
import { addressSchema } from "../entities/address.ts";
import { deliveryStatusSchema } from "../entities/delivery.ts";
import { fulfillmentStatusSchema, orderStatusSchema } from "../entities/order.ts";
import { instantSchema, linkSchema, moneySchema } from "../entities/values.ts";
import { publicEndpoint } from "./base.ts";
import { contractErrors } from "./errors.ts";

/** An order as far as its reader has proved that it is theirs. */
export const disclosedOrderSchema = z
  .object({
    number: z.string(),
    status: orderStatusSchema,
    fulfillmentStatus: fulfillmentStatusSchema,
    placedAt: instantSchema,
    total: moneySchema,
    items: z.array(z.object({ title: z.string(), variant: z.string().nullable(), quantity: z.int(), imageUrl: linkSchema.nullable() })),
    parcels: z.array(
      z.object({
        carrier: z.string().nullable(),
        trackingNumber: z.string().nullable(),
        trackingUrl: linkSchema.nullable(),
        status: deliveryStatusSchema,
        shippedAt: instantSchema.nullable(),
        estimatedAt: instantSchema.nullable(),
        deliveredAt: instantSchema.nullable(),
        lastScanAt: instantSchema.nullable(),
      }),
    ),
    /** Whose it is; `null` for somebody who knows the number and a second detail of the order and no more. */
    person: z
      .object({
        name: z.string().nullable(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
        shippingAddress: addressSchema.nullable(),
        paymentMethod: z.string().nullable(),
      })
      .nullable(),
    fetchedAt: instantSchema,
  })
  .meta({ id: "DisclosedOrder" });
export type DisclosedOrder = z.infer<typeof disclosedOrderSchema>;

export const lookupContract = {
  order: publicEndpoint
    .route({
      method: "POST",
      path: "/order-lookup",
      summary: "Looks up an order for a guest: number and a second proof",
      description: "A wrong number and a wrong proof give the same answer after the same time.",
      tags: ["lookup"],
    })
    .input(
      z
        .object({
          number: z.string().trim().min(1).max(120),
          email: z.string().trim().min(3).max(320).optional(),
          postcode: z.string().trim().min(3).max(20).optional(),
        })
        .refine((query) => (query.email === undefined) !== (query.postcode === undefined), { message: "Give either email or postcode" }),
    )
    .output(disclosedOrderSchema)
    .errors(contractErrors("ORDER_NOT_FOUND")),
};
