import * as z from "zod";
import { idSchema, instantSchema } from "../entities/values.ts";
import { webhookDeliverySchema, webhookEndpointSchema } from "../entities/webhook.ts";
import { webhookDeliveryStateSchema, webhookEndpointStateSchema } from "../entities/webhook-state.ts";
import { eventTypes } from "../events/event-types.ts";
import { agentEndpoint } from "./base.ts";
import { contractErrors } from "./errors.ts";
import { pageOf, pageRequestSchema } from "./paging.ts";

const path = z.object({ endpointId: idSchema });
const tags = ["webhooks"];
/** Longer ones are refused by the check of the target, which says why. */
const urlSchema = z.string().min(1).max(4096);
const descriptionSchema = z.string().trim().max(200);
const eventTypesSchema = z.array(z.enum(eventTypes)).min(1).max(200).nullable();
const withSecretSchema = webhookEndpointSchema.extend({ secret: z.string() });
const known = contractErrors("WEBHOOK_ENDPOINT_NOT_FOUND", "CONFIGURATION_INVALID");

export const webhookTestSchema = z
  .object({
    outcome: z.enum(["delivered", "gone", "failed"]),
    /** `null` when there was no answer. */
    status: z.int().nullable(),
    /** The code of what went wrong when there was no answer. */
    problem: z.string().nullable(),
    /** Until the answer was there. */
    durationMs: z.int().nonnegative().nullable(),
  })
  .meta({ id: "WebhookTest" });
export type WebhookTest = z.infer<typeof webhookTestSchema>;

/** All of it is for owners: what events tell leaves the shop here, and the URLs may hold secrets. */
export const webhooksContract = {
  list: agentEndpoint
    .route({ method: "GET", path: "/webhook-endpoints", summary: "Lists where events are sent to (owners only)", tags })
    .output(z.object({ items: z.array(webhookEndpointSchema) }))
    .errors(contractErrors("CONFIGURATION_INVALID")),
  create: agentEndpoint
    .route({
      method: "POST",
      path: "/webhook-endpoints",
      summary: "Has events sent to a URL from now on; the secret is shown this once (owners only)",
      tags,
      successStatus: 201,
    })
    .input(z.object({ url: urlSchema, description: descriptionSchema.default(""), eventTypes: eventTypesSchema.default(null) }))
    .output(withSecretSchema)
    .errors(contractErrors("WEBHOOK_TARGET_FORBIDDEN", "WEBHOOK_ENDPOINT_LIMIT", "CONFIGURATION_INVALID")),
  get: agentEndpoint
    .route({ method: "GET", path: "/webhook-endpoints/{endpointId}", summary: "One endpoint (owners only)", tags })
    .input(path)
    .output(webhookEndpointSchema)
    .errors(known),
  update: agentEndpoint
    .route({
      method: "PATCH",
      path: "/webhook-endpoints/{endpointId}",
      summary: "Changes an endpoint, or switches it off and on (owners only)",
      tags,
    })
    .input(
      path.extend({
        url: urlSchema.optional(),
        description: descriptionSchema.optional(),
        eventTypes: eventTypesSchema.optional(),
        state: webhookEndpointStateSchema.optional(),
      }),
    )
    .output(webhookEndpointSchema)
    .errors({ ...known, ...contractErrors("WEBHOOK_TARGET_FORBIDDEN") }),
  delete: agentEndpoint
    .route({
      method: "DELETE",
      path: "/webhook-endpoints/{endpointId}",
      summary: "Removes an endpoint and discards what waits for it (owners only)",
      tags,
    })
    .input(path)
    .output(z.object({ deleted: z.literal(true) }))
    .errors(known),
  rotateSecret: agentEndpoint
    .route({
      method: "POST",
      path: "/webhook-endpoints/{endpointId}/secret",
      summary: "Replaces the secret; for 24 hours the old one signs as well, unless it is revoked (owners only)",
      tags,
    })
    .input(path.extend({ revokeOld: z.boolean().default(false) }))
    .output(withSecretSchema)
    .errors(known),
  test: agentEndpoint
    .route({
      method: "POST",
      path: "/webhook-endpoints/{endpointId}/test",
      summary: "Sends a message of the type webhook.test now and says how it went (owners only)",
      tags,
    })
    .input(path)
    .output(webhookTestSchema)
    .errors(known),
  deliveries: agentEndpoint
    .route({
      method: "GET",
      path: "/webhook-endpoints/{endpointId}/deliveries",
      summary: "What was sent to an endpoint and what waits, newest first (owners only)",
      tags,
    })
    .input(path.extend({ ...pageRequestSchema.shape, state: webhookDeliveryStateSchema.optional() }))
    .output(pageOf(webhookDeliverySchema))
    .errors(known),
  retry: agentEndpoint
    .route({
      method: "POST",
      path: "/webhook-endpoints/{endpointId}/deliveries/{deliveryId}/retry",
      summary: "Sends a delivery now: a pending one before its time, a finished one once more (owners only)",
      tags,
      successStatus: 202,
    })
    .input(path.extend({ deliveryId: idSchema }))
    .output(webhookDeliverySchema)
    .errors({ ...known, ...contractErrors("WEBHOOK_DELIVERY_NOT_FOUND", "WEBHOOK_ENDPOINT_DISABLED") }),
  replay: agentEndpoint
    .route({
      method: "POST",
      path: "/webhook-endpoints/{endpointId}/replay",
      summary: "Sends the events of a time once more (owners only)",
      tags,
      successStatus: 202,
    })
    .input(
      path.extend({
        from: instantSchema,
        /** Not included. Default: now. */
        to: instantSchema.optional(),
        /** Only those that the endpoint has not taken and that do not wait for it, never sent ones included. */
        onlyFailed: z.boolean().default(true),
      }),
    )
    .output(z.object({ replayId: idSchema, queued: z.int().nonnegative() }))
    .errors({ ...known, ...contractErrors("WEBHOOK_ENDPOINT_DISABLED") }),
};
