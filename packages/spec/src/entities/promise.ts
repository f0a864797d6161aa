import * as z from "zod";
import { idSchema, instantSchema, sourceRefSchema } from "./values.ts";

/** What somebody was told will happen by when. */
export const promiseSchema = z
  .object({
    id: idSchema,
    ticketId: idSchema.nullable(),
    orderRef: sourceRefSchema.nullable(),
    kind: z.enum(["delivery", "reply", "refund", "replacement", "callback"]),
    dueAt: instantSchema,
    madeAt: instantSchema,
    /** Who promised: the checkout, a courier's estimate, an agent, a template. */
    madeBy: z.string().max(120),
    state: z.enum(["open", "kept", "broken", "withdrawn", "superseded"]),
  })
  .meta({ id: "Promise" });
/** Named so because `Promise` is the language's own word. */
export type CustomerPromise = z.infer<typeof promiseSchema>;
