import { AskonceError } from "@askonce/spec";

export interface WebhookToSign {
  /** The event's id: the same for every attempt, so that the receiver can recognize a repetition. Letters, digits, `_` and `-`. */
  id: string;
  /** When this attempt is made, in milliseconds since the epoch. Receivers refuse what is more than five minutes away. */
  timestampMs: number;
  /** The body as it is sent, to the byte. */
  body: string;
  /** `whsec_…`, the newest first. While a secret is being replaced both sign, and the receiver may know either. */
  secrets: readonly string[];
}

const prefix = "whsec_";
const minSecretBytes = 24;
const maxSecretBytes = 64;
const encoder = new TextEncoder();

/**
 * Signs one attempt after Standard Webhooks 1.0.0: HMAC-SHA256 over `id.timestamp.body`.
 *
 * @returns the headers `webhook-id`, `webhook-timestamp` (seconds) and `webhook-signature` (`v1,<base64>` for each secret, separated by spaces)
 * @throws AskonceError `CONFIGURATION_INVALID` with `details.reason`: `id` (a dot in it could move the border between the signed parts),
 * `timestamp`, or `secret` (none, another prefix, no base64, or not of 24 to 64 bytes)
 */
export async function signWebhook(webhook: WebhookToSign): Promise<Record<string, string>> {
  const { id, timestampMs, body, secrets } = webhook;
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(id)) throw cannotSign("id");
  if (!Number.isFinite(timestampMs) || timestampMs < 0) throw cannotSign("timestamp");
  if (secrets.length === 0) throw cannotSign("secret");
  const timestamp = String(Math.floor(timestampMs / 1_000));
  const content = encoder.encode(`${id}.${timestamp}.${body}`);
  const signatures = await Promise.all(secrets.map((secret) => sign(secret, content)));
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}

/** A new secret of 32 random bytes. Each endpoint has its own; it is shown once and kept encrypted, because signing needs it. */
export function createWebhookSecret(): string {
  return prefix + toBase64(crypto.getRandomValues(new Uint8Array(32)));
}

async function sign(secret: string, content: Uint8Array<ArrayBuffer>): Promise<string> {
  const key = await crypto.subtle.importKey("raw", readSecret(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return `v1,${toBase64(new Uint8Array(await crypto.subtle.sign("HMAC", key, content)))}`;
}

function readSecret(secret: string): Uint8Array<ArrayBuffer> {
  const text = secret.startsWith(prefix) ? secret.slice(prefix.length) : "";
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0) throw cannotSign("secret");
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  // Receivers with a strict reader refuse a spelling that does not come back as it was.
  if (bytes.length < minSecretBytes || bytes.length > maxSecretBytes || toBase64(bytes) !== text) throw cannotSign("secret");
  return bytes;
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** The secret itself is in no message. */
function cannotSign(reason: "id" | "timestamp" | "secret"): AskonceError {
  return new AskonceError("CONFIGURATION_INVALID", { message: "The webhook cannot be signed", details: { reason } });
}
