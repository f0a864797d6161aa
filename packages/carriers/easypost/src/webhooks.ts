import { encodeBase64, readWebhookBody, sha256Hex, verifyHmacSha256 } from "@askonce/adapter-kit";
import { AskonceError, type InboundWebhook, type TrackedParcel } from "@askonce/spec";
import { mapTracker } from "./map-tracker.ts";
import type { EasypostSettings } from "./options.ts";
import { eventSchema, trackerSchema } from "./tracker-schema.ts";

/**
 * Verifies and reads a webhook. Its key is the event's id, because a repetition differs in its bytes: it lists the addresses that are still
 * to be told.
 *
 * @throws AskonceError `WEBHOOK_SIGNATURE_INVALID`, `WEBHOOK_UNREADABLE`
 */
export async function receiveWebhook(
  webhook: InboundWebhook,
  { webhookSecrets, timeZone }: Pick<EasypostSettings, "webhookSecrets" | "timeZone">,
  now: number,
): Promise<{ parcels: { key: string; parcel: TrackedParcel }[] }> {
  const signature = readSignature(webhook.headers.get("x-hmac-signature"));
  // EasyPost signs with the decomposed form of the secret.
  const secrets = webhookSecrets.map((secret) => secret.normalize("NFKD"));
  if (!(await verifyHmacSha256(signature, webhook.body, secrets))) throw new AskonceError("WEBHOOK_SIGNATURE_INVALID");
  const event = readWebhookBody(eventSchema, webhook.body);
  if (!event.description?.startsWith("tracker.")) return { parcels: [] };
  const tracker = trackerSchema.safeParse(event.result);
  if (!tracker.success) throw new AskonceError("WEBHOOK_UNREADABLE", { message: "The webhook holds no tracker" });
  const parcel = mapTracker(tracker.data, timeZone, now);
  const key = event.id ?? (await sha256Hex(webhook.body));
  return { parcels: parcel === null ? [] : [{ key, parcel }] };
}

/** `hmac-sha256-hex=…` as base64, which is what the check takes. */
function readSignature(header: string | null): string | null {
  const hex = /^hmac-sha256-hex=([0-9a-f]{64})$/i.exec(header?.trim() ?? "")?.[1];
  if (hex === undefined) return null;
  return encodeBase64(Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
}
