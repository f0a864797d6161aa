import * as z from "zod";
import { idSchema, instantSchema } from "./values.ts";

/** A parcel's clock against what was promised. `unknown_promise` when nothing was: it is never guessed. */
export const latenessStateSchema = z
  .enum(["on_time", "at_risk", "late", "very_late", "delivered_late", "unknown_promise"])
  .meta({ id: "LatenessState" });
export type LatenessState = z.infer<typeof latenessStateSchema>;

/**
 * Late is derived by us, from the promise the buyer saw and the clock of the place of delivery. A courier's own "delayed" is evidence beside
 * it. The clock stops at the first delivery attempt or when the parcel is ready to be collected: what follows is the recipient's time.
 */
export const latenessSchema = z
  .object({
    state: latenessStateSchema,
    /** The promise it is measured by. */
    promiseId: idSchema.nullable(),
    dueAt: instantSchema.nullable(),
    /** How long after `dueAt` it is, or was when the clock stopped; 0 when it is not late. */
    lateByMs: z.int().nonnegative(),
    /** Why it is at risk; `null` in every other state. */
    risk: z.enum(["not_on_the_van", "stalled", "carrier_estimate"]).nullable(),
    /** When the clock stopped: first attempt, ready to be collected, or delivered. */
    stoppedAt: instantSchema.nullable(),
    /** Since when no scan came although one was due; `null` when scans come as they should. */
    stalledSince: instantSchema.nullable(),
    /** More than 30 days after the contract, whatever was promised (Directive 2011/83/EU, article 18). */
    legalOverdue: z.boolean(),
  })
  .meta({ id: "Lateness" });
export type Lateness = z.infer<typeof latenessSchema>;
