import * as z from "zod";
import { factKeySchema } from "./fact.ts";
import { askVerdictSchema } from "./guard.ts";
import { idSchema, instantSchema } from "./values.ts";

/** Something we asked the customer for. The repeat-ask rate counts those with `wasKnown` among all. */
export const questionSchema = z
  .object({
    id: idSchema,
    ticketId: idSchema,
    messageId: idSchema,
    key: factKeySchema,
    verdict: askVerdictSchema,
    askedAt: instantSchema,
    /** Who asked: an agent's id, or `system`. */
    askedBy: z.string().max(64),
    channel: z.string().max(60),
    /** The fact answered it already when it was asked. */
    wasKnown: z.boolean(),
    /** Why it was asked all the same, when the guard had objected. */
    sentAnyway: z.string().max(300).nullable(),
    answeredByFactId: idSchema.nullable(),
    answeredAt: instantSchema.nullable(),
  })
  .meta({ id: "Question" });
export type Question = z.infer<typeof questionSchema>;
