import { looseList, looseText as text } from "@askonce/adapter-kit";
import * as z from "zod";

const flag = z.boolean().nullish().catch(null);

const checkpointSchema = z.object({
  hash: text,
  slug: text,
  checkpoint_time: text,
  location: text,
  city: text,
  country_region: text,
  message: text,
  tag: text,
  subtag: text,
  source: text,
});
export type AftershipCheckpoint = z.output<typeof checkpointSchema>;

/** A day or a window, under three spellings of the same three fields. */
const windowSchema = z
  .object({
    datetime: text,
    datetime_min: text,
    datetime_max: text,
    estimated_delivery_date: text,
    estimated_delivery_date_min: text,
    estimated_delivery_date_max: text,
    promised_delivery_date: text,
    promised_delivery_date_min: text,
    promised_delivery_date_max: text,
    source: text,
  })
  .nullish()
  .transform((value) => value ?? null)
  .catch(null);
export type AftershipWindow = z.output<typeof windowSchema>;

/** A tracking of the versions 2024-04 to 2026-07, as answers and webhooks give it; only what is used. */
export const trackingSchema = z.object({
  tracking_number: z.string().min(1),
  slug: text,
  updated_at: text,
  tag: text,
  subtag: text,
  return_to_sender: flag,
  shipment_direction: text,
  shipment_delivery_date: text,
  pickup_location: text,
  order_promised_delivery_date: windowSchema,
  courier_estimated_delivery_date: windowSchema,
  aftership_estimated_delivery_date: windowSchema,
  custom_estimated_delivery_date: windowSchema,
  latest_estimated_delivery: windowSchema,
  return_shipment: z.object({ tracking_number: text }).nullish().catch(null),
  checkpoints: looseList(checkpointSchema),
});
export type AftershipTracking = z.output<typeof trackingSchema>;

export const trackingListSchema = z.object({ data: z.object({ trackings: z.array(trackingSchema) }) });

export const webhookSchema = z.object({ event: text, event_id: text, msg: z.unknown() });
