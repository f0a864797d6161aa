import * as z from "zod";
import { eventTypes } from "../events/event-types.ts";
import { idSchema, instantSchema } from "./values.ts";
import { webhookDeliveryStateSchema, webhookDisabledReasonSchema, webhookEndpointStateSchema } from "./webhook-state.ts";

/** Where a shop's events are sent to. */
export const webhookEndpointSchema = z
  .object({
    id: idSchema,
    /** May hold a secret in its path or query: for owners only, and encrypted where it is stored. */
    url: z.string(),
    description: z.string().max(200),
    /** `null`: all, those of later versions included. */
    eventTypes: z.array(z.enum(eventTypes)).nullable(),
    state: webhookEndpointStateSchema,
    disabledReason: webhookDisabledReasonSchema.nullable(),
    disabledAt: instantSchema.nullable(),
    createdAt: instantSchema,
    /** The last characters of the secret, to tell it from others. */
    secretHint: z.string(),
    /** Since when no attempt has succeeded; `null` after one that has, and before the first one. */
    failingSince: instantSchema.nullable(),
    /** To the second. */
    lastDeliveredAt: instantSchema.nullable(),
  })
  .meta({ id: "WebhookEndpoint" });
export type WebhookEndpoint = z.infer<typeof webhookEndpointSchema>;

/** One event on its way to one endpoint. */
export const webhookDeliverySchema = z
  .object({
    id: idSchema,
    endpointId: idSchema,
    /** What the receiver reads in `webhook-id`: the same for every attempt and every replay. */
    eventId: idSchema,
    eventType: z.string(),
    sequence: z.int().nonnegative(),
    state: webhookDeliveryStateSchema,
    attempts: z.int().nonnegative(),
    /** Of a pending one only. Nothing is attempted while the endpoint is disabled. */
    nextAttemptAt: instantSchema.nullable(),
    /** The HTTP status of the last answer; `null` when there was none. */
    lastStatus: z.int().nullable(),
    /** The code of the last failure that was no answer. */
    lastProblem: z.string().nullable(),
    createdAt: instantSchema,
    finishedAt: instantSchema.nullable(),
    /** The delivery that this one repeats. */
    replayOf: idSchema.nullable(),
  })
  .meta({ id: "WebhookDelivery" });
export type WebhookDelivery = z.infer<typeof webhookDeliverySchema>;
