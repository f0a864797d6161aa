import * as z from "zod";
import { deliveryExceptionSchema, deliveryLegSchema, deliveryStatusSchema, evidenceSourceSchema } from "./delivery.ts";
import { instantSchema } from "./values.ts";

/**
 * What a source left out of a time, so that it was filled in: the `zone`, which of the two autumn hours (`ambiguous_hour`, read as the first),
 * a spring hour that does not exist (`missing_hour`, read as the one after it), or the time of day (`time_of_day`, read as the day's end).
 */
export const timeAssumptionSchema = z.enum(["zone", "ambiguous_hour", "missing_hour", "time_of_day"]).meta({ id: "TimeAssumption" });
export type TimeAssumption = z.infer<typeof timeAssumptionSchema>;

/** One tracking event of a parcel: our word beside the source's own words. */
export const checkpointSchema = z
  .object({
    /** Stable within the parcel, made from the source's own id or from its content, so that a repeated event is the same checkpoint. */
    id: z.string().min(1).max(200),
    at: instantSchema,
    /** The zone or offset the source gave the time in, or the one that was assumed; `null` when it gave UTC. */
    zone: z.string().nullable(),
    /** The source's own writing of the time, when something had to be assumed to read it. */
    atOriginal: z.string().max(60).optional(),
    /** Absent when the source gave everything. */
    assumed: z.array(timeAssumptionSchema).optional(),
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
