import * as z from "zod";
import { pageInfoSchema } from "./money.ts";

const text = z.string().nullish();

const eventAnswerSchema = z.object({
  id: z.string(),
  /** `FulfillmentEventStatus`; read as text, because the enum is open. */
  status: z.string(),
  happenedAt: z.string(),
  message: text,
  city: text,
  country: text,
  estimatedDeliveryAt: text,
});
export type EventAnswer = z.infer<typeof eventAnswerSchema>;

const trackingAnswerSchema = z.object({ company: text, number: text, url: text });
export type TrackingAnswer = z.infer<typeof trackingAnswerSchema>;

export const fulfillmentAnswerSchema = z.object({
  id: z.string(),
  status: text,
  displayStatus: text,
  requiresShipping: z.boolean().nullish(),
  createdAt: text,
  inTransitAt: text,
  deliveredAt: text,
  estimatedDeliveryAt: text,
  trackingInfo: z.array(trackingAnswerSchema).nullish(),
  fulfillmentLineItems: z
    .object({
      nodes: z.array(z.object({ quantity: z.number().nullish(), lineItem: z.object({ id: z.string() }).nullish() })),
      pageInfo: pageInfoSchema,
    })
    .nullish(),
  events: z.object({ nodes: z.array(eventAnswerSchema), pageInfo: pageInfoSchema }).nullish(),
});
export type FulfillmentAnswer = z.infer<typeof fulfillmentAnswerSchema>;
