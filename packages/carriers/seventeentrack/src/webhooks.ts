import { readWebhookBody, sha256Hex } from "@askonce/adapter-kit";
import { AskonceError, type InboundWebhook, type TrackedParcel } from "@askonce/spec";
import { trackedNumberSchema, webhookSchema } from "./answer-schema.ts";
import { mapNumber } from "./map-number.ts";
import type { SeventeentrackSettings } from "./options.ts";

/**
 * Verifies and reads a webhook. 17TRACK gives its events no id, so the key is made from the bytes, which are those of a repetition.
 *
 * @throws AskonceError `WEBHOOK_SIGNATURE_INVALID`, `WEBHOOK_UNREADABLE`
 */
export async function receiveWebhook(
  webhook: InboundWebhook,
  { webhookSecrets, timeZone }: Pick<SeventeentrackSettings, "webhookSecrets" | "timeZone">,
  now: number,
): Promise<{ parcels: { key: string; parcel: TrackedParcel }[] }> {
  if (!(await isSigned(webhook, webhookSecrets))) throw new AskonceError("WEBHOOK_SIGNATURE_INVALID");
  const { event, data } = readWebhookBody(webhookSchema, webhook.body);
  // The other one, TRACKING_STOPPED, says that 17TRACK has stopped looking, which is no news of the parcel.
  if (event !== "TRACKING_UPDATED") return { parcels: [] };
  const tracked = trackedNumberSchema.safeParse(data);
  if (!tracked.success) throw new AskonceError("WEBHOOK_UNREADABLE", { message: "The webhook holds no number" });
  const parcel = mapNumber(tracked.data, timeZone, now);
  return { parcels: parcel === null ? [] : [{ key: await sha256Hex(webhook.body), parcel }] };
}

/** `sign` is the SHA-256, in hex, of the body, a slash and the key. The key at the end keeps anybody from lengthening a signed body. */
async function isSigned(webhook: InboundWebhook, secrets: readonly string[]): Promise<boolean> {
  const given = webhook.headers.get("sign")?.trim().toLowerCase() ?? "";
  let matches = false;
  for (const secret of secrets) {
    const end = new TextEncoder().encode(`/${secret}`);
    const signed = new Uint8Array(webhook.body.byteLength + end.byteLength);
    signed.set(webhook.body);
    signed.set(end, webhook.body.byteLength);
    if (isEqual(given, await sha256Hex(signed))) matches = true;
  }
  return matches;
}

/** In a time that does not tell how much of it was right. */
function isEqual(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let index = 0; index < one.length; index++) difference |= one.charCodeAt(index) ^ other.charCodeAt(index);
  return difference === 0;
}
