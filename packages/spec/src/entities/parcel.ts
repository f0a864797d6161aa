import * as z from "zod";
import { checkpointSchema } from "./checkpoint.ts";
import { deliveryExceptionSchema, deliveryLegSchema, deliveryStatusSchema, evidenceSourceSchema } from "./delivery.ts";
import { instantSchema, linkSchema } from "./values.ts";

/** How many of an order's line item are meant: `lineItemId` is the line's id within its order. */
export const lineQuantitySchema = z.object({ lineItemId: z.string(), quantity: z.int().nonnegative() }).meta({ id: "LineQuantity" });
export type LineQuantity = z.infer<typeof lineQuantitySchema>;

/** One box on its way. An order has any number of them; a fulfillment may have several. */
export const parcelSchema = z
  .object({
    /** Stable within the order: the vendor's parcel id, or fulfillment and tracking number together. */
    id: z.string().min(1).max(300),
    /** The id of the fulfillment it belongs to, when the source says so. */
    fulfillmentId: z.string().nullable(),
    /** The courier as the source names it; free text of the shop in many cases. */
    carrier: z.string().nullable(),
    trackingNumber: z.string().nullable(),
    trackingUrl: linkSchema.nullable(),
    status: deliveryStatusSchema,
    /** The source's own word for the status; "fulfilled" is kept here and is never "delivered". */
    rawStatus: z.string().nullable(),
    leg: deliveryLegSchema,
    exceptions: z.array(z.object({ kind: deliveryExceptionSchema, by: evidenceSourceSchema, at: instantSchema.nullable() })),
    /** Empty when the source does not say which items are inside. */
    items: z.array(lineQuantitySchema),
    shippedAt: instantSchema.nullable(),
    /** What the buyer was promised at checkout. */
    promisedAt: instantSchema.nullable(),
    /** The courier's or the shop's present estimate. */
    estimatedAt: instantSchema.nullable(),
    deliveredAt: instantSchema.nullable(),
    /** The last physical scan, from which the age of the information is counted; `null` when nothing was ever scanned. */
    lastScanAt: instantSchema.nullable(),
    /** Newest first. */
    checkpoints: z.array(checkpointSchema),
    /** Which part of the source knew about it (a tracking plugin's name, a fulfillment, a carrier). */
    source: z.string(),
  })
  .meta({ id: "Parcel" });
export type Parcel = z.infer<typeof parcelSchema>;
