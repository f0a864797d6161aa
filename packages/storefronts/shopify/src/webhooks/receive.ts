import { sha256Hex, verifyHmacSha256 } from "@askonce/adapter-kit";
import {
  AskonceError,
  type InboundWebhook,
  type Logger,
  parseJson,
  type StorefrontEvent,
  sourceRef,
  type WebhookReceipt,
} from "@askonce/spec";
import { instantOrNull } from "../map/instant.ts";
import { customersOf, orderOf, subjectOfEvent, type WebhookBody } from "./subject.ts";
import { type TopicMeaning, topicMeaning } from "./topics.ts";
import { readWebhookHeaders, type WebhookHeaders } from "./webhook-headers.ts";

/** The largest webhook that is read, in bytes. */
const maxBodyBytes = 5 * 1024 * 1024;

export interface ReceiveOptions {
  adapterId: string;
  /** `null`: a simulator whose domain nobody told us. */
  shopDomain: string | null;
  secrets: readonly string[];
}

/**
 * Checks a webhook and says what it means. Every one is a hint only: bodies come late, doubled, out of order, in another shape than the
 * API's, and without what the app may not see. So the order is named, and read.
 */
export async function receiveWebhook(
  webhook: InboundWebhook,
  options: ReceiveOptions,
  context: { logger: Logger },
): Promise<WebhookReceipt> {
  const headers = readWebhookHeaders(webhook.headers);
  if (!(await verifyHmacSha256(headers.signature, webhook.body, options.secrets))) throw new AskonceError("WEBHOOK_SIGNATURE_INVALID");
  return readWebhook(webhook, options, context);
}

/**
 * Reads a webhook whose signature was checked when it came.
 *
 * @throws AskonceError `WEBHOOK_UNREADABLE`
 */
export async function readWebhook(
  webhook: InboundWebhook,
  options: Omit<ReceiveOptions, "secrets">,
  context: { logger: Logger },
): Promise<WebhookReceipt> {
  const headers = readWebhookHeaders(webhook.headers);
  const { topic, shopDomain } = headers;
  if (topic === null || shopDomain === null) throw unreadable("missing_headers");
  if (options.shopDomain !== null && shopDomain !== options.shopDomain) throw unreadable("another_shop");
  const meaning = topicMeaning(topic);
  if (meaning === null) return { events: [] };
  const body = readBody(webhook.body);
  const key = `${shopDomain}:${topic}:${headers.eventId ?? headers.webhookId ?? (await sha256Hex(webhook.body))}`;
  const events = eventsOf(meaning, headers, body, { adapterId: options.adapterId, key });
  if (events.length === 0) context.logger.warn("A webhook names no order or customer", { topic });
  return { events };
}

function eventsOf(
  meaning: TopicMeaning,
  headers: WebhookHeaders,
  body: WebhookBody,
  { adapterId, key }: { adapterId: string; key: string },
): StorefrontEvent[] {
  const topic = headers.topic ?? "";
  const isEvent = !topic.includes("/");
  if (meaning.kind === "problem") return [{ type: "source.problem", key, code: meaning.code }];
  if (meaning.kind === "customer" || meaning.kind === "customersMerged") {
    const found = isEvent ? [subjectOfEvent("Customer", body)].filter((gid) => gid !== null) : customersOf(body);
    return found.map((gid, index) => ({
      type: "customer.changed",
      key: index === 0 ? key : `${key}:${index}`,
      ref: sourceRef(adapterId, gid),
    }));
  }
  const isOrder = topic.toLowerCase().startsWith("orders/");
  const gid = isEvent ? subjectOfEvent("Order", body) : orderOf(body, isOrder);
  if (gid === null) return [];
  const ref = sourceRef(adapterId, gid);
  // The topic is not signed, the body is: one that still holds an order was not sent for its deletion.
  const isDeletion = isEvent ? headers.action === "delete" : meaning.kind === "orderDeleted" && body.updated_at === undefined;
  if (isDeletion) return [{ type: "order.deleted", key, ref }];
  const version = isOrder && typeof body.updated_at === "string" ? instantOrNull(body.updated_at) : null;
  return [{ type: "order.changed", key, ref, version, snapshot: null }];
}

function readBody(bytes: Uint8Array): WebhookBody {
  let body: unknown;
  try {
    body = parseJson(bytes, { maxBytes: maxBodyBytes });
  } catch (cause) {
    throw unreadable(AskonceError.is(cause) ? cause.code.toLowerCase() : "body");
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw unreadable("not_an_object");
  return body as WebhookBody;
}

function unreadable(reason: string): AskonceError {
  return new AskonceError("WEBHOOK_UNREADABLE", { details: { reason } });
}
