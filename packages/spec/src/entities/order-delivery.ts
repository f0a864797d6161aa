import * as z from "zod";
import { deliveryExceptionSchema, deliveryLegSchema, deliveryStatusSchema, evidenceSourceSchema } from "./delivery.ts";
import { incidentGroupSchema, incidentSchema } from "./incident.ts";
import { latenessSchema } from "./lateness.ts";
import { promiseSchema } from "./promise.ts";
import { instantSchema } from "./values.ts";

/** An exception with who says so and since when. It stays in the history after it is over. */
export const exceptionFactSchema = z
  .object({
    kind: deliveryExceptionSchema,
    by: evidenceSourceSchema,
    since: instantSchema,
    clearedAt: instantSchema.nullable(),
  })
  .meta({ id: "ExceptionFact" });
export type ExceptionFact = z.infer<typeof exceptionFactSchema>;

/** What one source says about a parcel: two that disagree stand side by side. */
export const parcelSourceSchema = z
  .object({
    /** The adapter's id, `agent` or `customer`. */
    source: z.string().max(60),
    by: evidenceSourceSchema,
    status: deliveryStatusSchema,
    rawStatus: z.string().nullable(),
    /** When that was so, at the source. */
    at: instantSchema.nullable(),
    /** When the source was asked or told us. */
    fetchedAt: instantSchema,
    /** An error code when the last asking failed: what is shown is older then. */
    problem: z.string().nullable(),
  })
  .meta({ id: "ParcelSource" });
export type ParcelSource = z.infer<typeof parcelSourceSchema>;

/**
 * Why a checkpoint is shown and not counted: it lies in the future; it is older than the order (the courier gave the number out before); it is
 * of an unknown code.
 */
export const uncountedReasonSchema = z.enum(["future", "before_order", "unknown_code"]).meta({ id: "UncountedReason" });
export type UncountedReason = z.infer<typeof uncountedReasonSchema>;

/** A box of a parcel that the courier tracks by a number of its own. */
export const parcelPieceSchema = z
  .object({
    trackingNumber: z.string(),
    status: deliveryStatusSchema,
    leg: deliveryLegSchema,
    rawStatus: z.string().nullable(),
    lastScanAt: instantSchema.nullable(),
    deliveredAt: instantSchema.nullable(),
  })
  .meta({ id: "ParcelPiece" });
export type ParcelPiece = z.infer<typeof parcelPieceSchema>;

/** The truth about one parcel, as far as it is known, beside the parcel itself. */
export const parcelDeliverySchema = z
  .object({
    parcelId: z.string(),
    exceptions: z.array(exceptionFactSchema),
    lateness: latenessSchema,
    sources: z.array(parcelSourceSchema),
    /** The sources say things that cannot both be so. */
    contradictory: z.boolean(),
    pieces: z.array(parcelPieceSchema),
    uncounted: z.array(z.object({ checkpointId: z.string(), reason: uncountedReasonSchema })),
    /** Where it waits to be collected, and until when. */
    pickup: z.object({ name: z.string().nullable(), until: instantSchema.nullable(), untilAssumed: z.boolean() }).nullable(),
    /** When the courier is asked next; `null` when nobody is asked. */
    nextCheckAt: instantSchema.nullable(),
  })
  .meta({ id: "ParcelDelivery" });
export type ParcelDelivery = z.infer<typeof parcelDeliverySchema>;

/** The delivery of an order: its parcels rolled up, what was promised, and what went wrong. */
export const orderDeliverySchema = z
  .object({
    /** The least advanced parcel's; `unknown` without parcels. */
    status: deliveryStatusSchema,
    parcels: z.array(parcelDeliverySchema),
    /** Oldest first. */
    promises: z.array(promiseSchema),
    /** Open ones first, then the newest. */
    incidents: z.array(incidentSchema),
    /** Open storms that incidents of this order belong to. */
    storms: z.array(incidentGroupSchema),
  })
  .meta({ id: "OrderDelivery" });
export type OrderDelivery = z.infer<typeof orderDeliverySchema>;
