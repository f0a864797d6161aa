import * as z from "zod";
import { deliveryExceptionSchema, deliveryLegSchema, deliveryStatusSchema, evidenceSourceSchema } from "./delivery.ts";
import { instantSchema } from "./values.ts";

/** One tracking event of a parcel: our word beside the source's own words. */
export const checkpointSchema = z
  .object({
    /** Stable within the parcel, made from the source's own id or from its content, so that a repeated event is the same checkpoint. */
    id: z.string().min(1).max(200),
    at: instantSchema,
    /** The zone or offset the source gave the time in; `null` when it gave UTC. */
    zone: z.string().nullable(),
    status: deliveryStatusSchema,
    leg: deliveryLegSchema,
    exceptions: z.array(deliveryExceptionSchema),
    /** The source's own code or word, untouched. */
    rawStatus: z.string().nullable(),
    /** The source's own sentence, untouched. */
    text: z.string().nullable(),
    city: z.string().nullable(),
    countryCode: z.string().nullable(),
    by: evidenceSourceSchema,
  })
  .meta({ id: "Checkpoint" });
export type Checkpoint = z.infer<typeof checkpointSchema>;
