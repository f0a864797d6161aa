import { AskonceError } from "@askonce/spec";
import { type EndpointRow, secretPlace, urlPlace } from "./endpoints.sql.ts";
import { type DeliveryOutcome, outcomeOf } from "./retry-schedule.ts";
import { signWebhook } from "./signing.ts";
import type { WebhooksAccess } from "./webhooks-access.ts";

export interface WebhookMessage {
  /** What the receiver reads in `webhook-id`. */
  id: string;
  type: string;
  /** When what it tells of happened, as an instant. */
  timestamp: string;
  data: unknown;
}

/** How one attempt went. */
export interface Attempt {
  outcome: DeliveryOutcome;
  /** `null` when there was no answer. */
  status: number | null;
  /** The code of what went wrong when there was no answer, as the shop's people may read it. */
  problem: string | null;
  retryAfterMs: number | null;
  /** Until the answer; `null` when there was none. */
  durationMs: number | null;
}

/**
 * Signs a message and sends it once. What a receiver does is a result; only a configuration that is not right, and the signal, reject.
 *
 * @throws AskonceError `CONFIGURATION_INVALID`, or the signal's reason
 */
export async function sendWebhook(
  access: WebhooksAccess,
  endpoint: EndpointRow,
  deliveryId: string,
  message: WebhookMessage,
  signal: AbortSignal,
): Promise<Attempt> {
  const { sealer, platform, transport, version } = access;
  const now = platform.clock.now();
  const url = await sealer.open(endpoint.url, urlPlace(endpoint));
  const { id, ...content } = message;
  const body = JSON.stringify(content);
  const headers = {
    "content-type": "application/json",
    "user-agent": `askonce/${version}`,
    "askonce-delivery-id": deliveryId,
    ...(await signWebhook({ id, timestampMs: now, body, secrets: await openSecrets(access, endpoint, now) })),
  };
  try {
    const { status, retryAfterMs, durationMs } = await transport({ url, method: "POST", headers, body, signal });
    return { outcome: outcomeOf(status), status, problem: null, retryAfterMs, durationMs };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const code = AskonceError.is(error) ? error.code : "INTERNAL";
    // People who run the machine may know that an address inside was meant; who set the endpoint up learns nothing of the network.
    platform.logger.warn("A webhook had no answer", { endpointId: endpoint.id, deliveryId, code });
    const problem = code === "WEBHOOK_TARGET_FORBIDDEN" ? "WEBHOOK_TARGET_UNREACHABLE" : code;
    return { outcome: "failed", status: null, problem, retryAfterMs: null, durationMs: null };
  }
}

async function openSecrets({ sealer }: WebhooksAccess, endpoint: EndpointRow, now: number): Promise<string[]> {
  const place = secretPlace(endpoint);
  const secrets = [await sealer.open(endpoint.secret, place)];
  if (endpoint.previous_secret !== null && (endpoint.previous_secret_until ?? 0) > now) {
    secrets.push(await sealer.open(endpoint.previous_secret, place));
  }
  return secrets;
}
