import { textOrNumber as text } from "@askonce/adapter-kit";
import * as z from "zod";

const eventSchema = z.object({ id: text, name: text, location: text, date: text });
export type FanEvent = z.output<typeof eventSchema>;

const parcelSchema = z.object({
  awbNumber: text,
  returnAwbNumber: text,
  events: z
    .array(eventSchema)
    .nullish()
    .transform((events) => events ?? []),
});
export type FanParcel = z.output<typeof parcelSchema>;

/** What every answer has: `status` is `success`, or `fail` and `error` with a message and status 200. */
export const envelopeSchema = z.object({ status: text, message: text, data: z.unknown().optional() });

/** `data` is a list, or an object whose values are one. */
export const parcelsSchema = z
  .union([z.array(parcelSchema), z.record(z.string(), parcelSchema).transform((parcels) => Object.values(parcels))])
  .nullish()
  .transform((parcels) => parcels ?? []);

export const signInSchema = z.object({
  status: text,
  data: z
    .object({ token: text, expiresAt: text })
    .nullish()
    .catch(null)
    .transform((data) => data ?? null),
});
