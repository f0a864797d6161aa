import { deliveryStatusSchema } from "@askonce/spec";
import * as z from "zod";
import { idSchema, listOf, textSchema } from "./lenient.ts";

/** What the askonce plugin adds to an order: every tracking plugin's parcels in one shape. Instants are ISO UTC with `Z`. */
export const askonceFieldSchema = z.object({
  shipments: listOf(
    z.object({
      id: textSchema,
      source: textSchema,
      carrier: textSchema,
      carrierName: textSchema,
      trackingNumber: textSchema,
      trackingUrl: textSchema,
      status: deliveryStatusSchema.catch("unknown"),
      statusText: textSchema,
      shippedAt: textSchema,
      promisedAt: textSchema,
      estimatedDelivery: textSchema,
      deliveredAt: textSchema,
      lastEvent: textSchema,
      lastEventAt: textSchema,
      locker: z.object({ name: textSchema, city: textSchema }).nullable().catch(null),
      items: listOf(z.object({ lineItemId: idSchema, quantity: z.int().positive() })),
    }),
  ),
});
export type AskonceField = z.output<typeof askonceFieldSchema>;
