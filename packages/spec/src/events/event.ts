import * as z from "zod";
import { idSchema, instantSchema } from "../entities/values.ts";
import { type EventType, type eventData, eventTypes } from "./event-types.ts";

/** Who caused an event. */
export const actorSchema = z
  .object({ kind: z.enum(["agent", "customer", "system", "adapter"]), id: z.string().nullable() })
  .meta({ id: "Actor" });
export type Actor = z.infer<typeof actorSchema>;

/** What every event has around its data. `sequence` grows by shop and is what `Last-Event-ID` holds. */
export const eventEnvelopeSchema = z
  .object({
    id: idSchema,
    sequence: z.int().nonnegative(),
    shopId: idSchema,
    type: z.enum(eventTypes),
    /** Of the data's schema. A changed meaning is a new version beside the old one. */
    version: z.literal(1),
    occurredAt: instantSchema,
    actor: actorSchema,
    subject: z.object({ kind: z.string(), id: z.string() }),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "Event" });

/** An event with the data that belongs to its type. */
export type AskonceEvent<Type extends EventType = EventType> = {
  [One in Type]: Omit<z.infer<typeof eventEnvelopeSchema>, "type" | "data"> & { type: One; data: z.infer<(typeof eventData)[One]> };
}[Type];
