import * as z from "zod";
import { idSchema, instantSchema, sourceRefSchema } from "./values.ts";

export const promiseKindSchema = z.enum(["delivery", "reply", "refund", "replacement", "callback"]).meta({ id: "PromiseKind" });
export type PromiseKind = z.infer<typeof promiseKindSchema>;

/**
 * Where a promise was made, in the order in which they are believed when several were made at the same time: what the buyer saw at checkout,
 * the courier's booked or estimated date, the shop's own table of services, an agent's word, a holding reply, a message we sent by ourselves.
 */
export const promiseSourceSchema = z
  .enum(["checkout", "carrier", "service_table", "agent", "holding_reply", "outreach"])
  .meta({ id: "PromiseSource" });
export type PromiseSource = z.infer<typeof promiseSourceSchema>;

export const promiseStateSchema = z.enum(["open", "kept", "broken", "withdrawn", "superseded"]).meta({ id: "PromiseState" });
export type PromiseState = z.infer<typeof promiseStateSchema>;

/** What somebody was told will happen by when. */
export const promiseSchema = z
  .object({
    id: idSchema,
    ticketId: idSchema.nullable(),
    orderRef: sourceRefSchema.nullable(),
    /** The parcel it is about; `null` for all of the order. */
    parcelId: z.string().nullable(),
    kind: promiseKindSchema,
    source: promiseSourceSchema,
    /** Who promised, for people: an adapter's id, the name of a service, an agent's name. */
    madeBy: z.string().max(120),
    madeAt: instantSchema,
    /** The last moment at which it is kept. Of a promised day: its end in the zone of delivery. */
    dueAt: instantSchema,
    /** The day that was promised, when it was a day and no time; `null` otherwise. */
    dueDate: z.iso.date().nullable(),
    /** The IANA zone `dueDate` is meant in. */
    zone: z.string().max(60).nullable(),
    /** Whether the buyer saw it. The first one they saw stays the yardstick, whatever is said later. */
    shownToBuyer: z.boolean(),
    state: promiseStateSchema,
    /** When it was kept, broken, withdrawn or superseded. */
    settledAt: instantSchema.nullable(),
  })
  .meta({ id: "Promise" });
/** Named so because `Promise` is the language's own word. */
export type CustomerPromise = z.infer<typeof promiseSchema>;
