import { createHmac, timingSafeEqual } from "node:crypto";
import { AskonceError, type InboundWebhook, type StorefrontEvent, sourceRef, type WebhookReceipt } from "@askonce/spec";
import * as z from "zod";
import { mapOrder } from "./map-order.ts";
import { vendorOrderSchema } from "./vendor-order.ts";

export type MemoryTopic = "order.changed" | "order.deleted" | "ping";

const deletedSchema = z.object({ id: z.string() });

/** Signs a body as the memory shop does: base64 of HMAC-SHA256 over the bytes. */
export function signMemoryBody(body: Uint8Array, secret: string): string {
  return createHmac("sha256", secret).update(body).digest("base64");
}

/** @throws AskonceError `WEBHOOK_SIGNATURE_INVALID`, `WEBHOOK_UNREADABLE` */
export function receiveMemoryWebhook(webhook: InboundWebhook, options: { adapterId: string; secret: string }): WebhookReceipt {
  const expected = Buffer.from(signMemoryBody(webhook.body, options.secret));
  const given = Buffer.from(webhook.headers.get("x-memory-signature") ?? "");
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) throw new AskonceError("WEBHOOK_SIGNATURE_INVALID");
  return readMemoryWebhook(webhook, options.adapterId);
}

/** @throws AskonceError `WEBHOOK_UNREADABLE` */
export function readMemoryWebhook(webhook: InboundWebhook, adapterId: string): WebhookReceipt {
  const event = eventOf(webhook.headers.get("x-memory-topic"), parseBody(webhook.body), adapterId);
  return { events: event === null ? [] : [event] };
}

function eventOf(topic: string | null, body: unknown, adapterId: string): StorefrontEvent | null {
  if (topic === "order.deleted") {
    const parsed = deletedSchema.safeParse(body);
    if (!parsed.success) throw new AskonceError("WEBHOOK_UNREADABLE");
    return { type: "order.deleted", key: `deleted:${parsed.data.id}`, ref: sourceRef(adapterId, parsed.data.id) };
  }
  if (topic !== "order.changed") return null;
  const parsed = vendorOrderSchema.safeParse(body);
  if (!parsed.success) throw new AskonceError("WEBHOOK_UNREADABLE");
  const order = mapOrder(parsed.data, adapterId);
  // Made of what changed and not of the delivery, so that a repeated delivery has the same key.
  const key = `changed:${parsed.data.id}:${order.updatedAt}`;
  return { type: "order.changed", key, ref: order.ref, version: order.updatedAt, snapshot: { order, omitted: [] } };
}

function parseBody(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    throw new AskonceError("WEBHOOK_UNREADABLE");
  }
}
