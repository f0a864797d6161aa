import { looseList, looseText as text } from "@askonce/adapter-kit";
import * as z from "zod";

const detailSchema = z.object({
  message: text,
  description: text,
  status: text,
  status_detail: text,
  datetime: text,
  carrier_code: text,
  tracking_location: z.object({ city: text, country: text, zip: text }).nullish().catch(null),
});
export type EasypostDetail = z.output<typeof detailSchema>;

/** A tracker, as answers and webhooks give it (types of @easypost/api 8.9.0); only what is used. */
export const trackerSchema = z.object({
  mode: text,
  tracking_code: z.string().min(1),
  status: text,
  status_detail: text,
  updated_at: text,
  est_delivery_date: text,
  is_return: z.boolean().nullish().catch(null),
  carrier_detail: z
    .object({ guaranteed_delivery_date: text, est_delivery_date_local: text, est_delivery_time_local: text })
    .nullish()
    .transform((value) => value ?? null)
    .catch(null),
  tracking_details: looseList(detailSchema),
});
export type EasypostTracker = z.output<typeof trackerSchema>;

export const trackerListSchema = z.object({ trackers: z.array(trackerSchema) });

export const eventSchema = z.object({ id: text, description: text, result: z.unknown() });

/** Of a webhook only whether it is switched on: its address may hold a password. */
export const webhookListSchema = z.object({ webhooks: z.array(z.object({ disabled_at: text })) });
