import * as z from "zod";

const codeSchema = z.union([z.int(), z.string().trim().min(1).max(40)]).transform(String);

/** The fine id, in every answer. `5` is crossing a border. */
export const statusIdSchema = codeSchema.brand<"SamedayStatusId">();
export type SamedayStatusId = z.infer<typeof statusIdSchema>;

/**
 * The coarse id, in the public answers only. `5` is delivered. A type of its own, because a parcel that is called delivered while it is at a
 * border is the worst error there is.
 */
export const stateIdSchema = codeSchema.brand<"SamedayStateId">();
export type SamedayStateId = z.infer<typeof stateIdSchema>;
