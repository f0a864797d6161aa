import * as z from "zod";
import { factKeySchema } from "./fact.ts";
import { idSchema, instantSchema } from "./values.ts";

/** Something we asked the customer for. The repeat-ask rate counts those with `wasKnown`. */
export const questionSchema = z
  .object({
    id: idSchema,
    ticketId: idSchema,
    messageId: idSchema,
    key: factKeySchema,
    askedAt: instantSchema,
    askedBy: z.string(),
    wasKnown: z.boolean(),
    answeredByFactId: idSchema.nullable(),
  })
  .meta({ id: "Question" });
export type Question = z.infer<typeof questionSchema>;
