import { looseList as listOf, looseText as text } from "@askonce/adapter-kit";
import * as z from "zod";

const eventSchema = z.object({
  time_iso: text,
  time_utc: text,
  time_raw: z.object({ date: text, time: text }).nullish().catch(null),
  description: text,
  location: text,
  stage: text,
  sub_status: text,
  // Street and postcode are left where they are: they may be somebody's home.
  address: z.object({ country: text, city: text }).nullish().catch(null),
});
export type SeventeentrackEvent = z.output<typeof eventSchema>;

const providerSchema = z.object({
  provider: z
    .object({ key: z.union([z.int(), z.string()]) })
    .nullish()
    .catch(null),
  events: listOf(eventSchema),
});

const trackInfoSchema = z.object({
  latest_status: z.object({ status: text, sub_status: text }).nullish().catch(null),
  time_metrics: z
    .object({ estimated_delivery_date: z.object({ from: text, to: text }).nullish().catch(null) })
    .nullish()
    .catch(null),
  tracking: z
    .object({ providers: listOf(providerSchema) })
    .nullish()
    .catch(null),
});

/** What 17TRACK says of one number (v2.2), in answers and webhooks; only what is used. */
export const trackedNumberSchema = z.object({ number: z.string().min(1), track_info: trackInfoSchema.nullish().catch(null) });
export type TrackedNumber = z.output<typeof trackedNumberSchema>;

const rejectedSchema = z.object({ number: z.string(), error: z.object({ code: z.int() }) });
export type RejectedNumber = z.output<typeof rejectedSchema>;

const acceptedNumberSchema = z.object({ number: z.string() });

export const trackInfoAnswerSchema = z.object({
  accepted: z.array(trackedNumberSchema).nullish(),
  rejected: z.array(rejectedSchema).nullish(),
});
export const registerAnswerSchema = z.object({
  accepted: z.array(acceptedNumberSchema).nullish(),
  rejected: z.array(rejectedSchema).nullish(),
});
export const quotaAnswerSchema = z.object({ quota_remain: z.number().nullish() });
export const webhookSchema = z.object({ event: text, data: z.unknown() });
