import { readWebhookBody, sha256Hex, verifyHmacSha256 } from "@askonce/adapter-kit";
import { AskonceError, type InboundWebhook, type TrackedParcel } from "@askonce/spec";
import { mapTracking } from "./map-tracking.ts";
import type { AftershipSettings } from "./options.ts";
import { trackingSchema, webhookSchema } from "./tracking-schema.ts";

/**
 * Verifies and reads a webhook. Its key is AfterShip's `event_id`; without one the bytes, which are those of a repetition.
 *
 * @throws AskonceError `WEBHOOK_SIGNATURE_INVALID`, `WEBHOOK_UNREADABLE`
 */
export async function receiveWebhook(
  webhook: InboundWebhook,
  { webhookSecrets, timeZone }: Pick<AftershipSettings, "webhookSecrets" | "timeZone">,
  now: number,
): Promise<{ parcels: { key: string; parcel: TrackedParcel }[] }> {
  const signature = webhook.headers.get("aftership-hmac-sha256");
  if (!(await verifyHmacSha256(signature, webhook.body, webhookSecrets))) throw new AskonceError("WEBHOOK_SIGNATURE_INVALID");
  const { event, event_id: eventId, msg } = readWebhookBody(webhookSchema, webhook.body);
  const tracking = trackingSchema.safeParse(msg);
  if (!tracking.success) {
    // AfterShip has events about other things, and adds some; only one that is about a tracking must hold one.
    if (event !== "tracking_update") return { parcels: [] };
    throw new AskonceError("WEBHOOK_UNREADABLE", { message: "The webhook holds no tracking" });
  }
  const parcel = mapTracking(tracking.data, timeZone, now);
  const key = eventId ?? (await sha256Hex(webhook.body));
  return { parcels: parcel === null ? [] : [{ key, parcel }] };
}
