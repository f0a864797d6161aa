import * as z from "zod";

/**
 * Why nothing is sent to an endpoint: its `owner` switched it off, it answered 410 (`gone`), or it took nothing in a whole schedule of
 * attempts (`failing`).
 */
export const webhookDisabledReasonSchema = z.enum(["owner", "gone", "failing"]).meta({ id: "WebhookDisabledReason" });
export type WebhookDisabledReason = z.infer<typeof webhookDisabledReasonSchema>;

export const webhookEndpointStateSchema = z.enum(["active", "disabled"]).meta({ id: "WebhookEndpointState" });
export type WebhookEndpointState = z.infer<typeof webhookEndpointStateSchema>;

/**
 * `pending` is sent now or later, `delivered` was answered with 2xx, `failed` was given up after its last attempt (or answered 410),
 * `discarded` waited for an endpoint that is gone or deleted.
 */
export const webhookDeliveryStateSchema = z.enum(["pending", "delivered", "failed", "discarded"]).meta({ id: "WebhookDeliveryState" });
export type WebhookDeliveryState = z.infer<typeof webhookDeliveryStateSchema>;
