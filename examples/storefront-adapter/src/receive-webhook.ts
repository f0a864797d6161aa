import { readVendorResponse, sha256Hex, verifyHmacSha256 } from "@askonce/adapter-kit";
import { AskonceError, type InboundWebhook, parseJson, type StorefrontEvent, sourceRef, type WebhookReceipt } from "@askonce/spec";
import { mapOrder } from "./map-order.ts";
import type { Settings } from "./options.ts";
import { vendorNews, vendorRemoved } from "./vendor-schemas.ts";

export async function receiveWebhook(settings: Settings, { headers, body }: InboundWebhook): Promise<WebhookReceipt> {
  if (!(await verifyHmacSha256(headers.get("x-corner-signature"), body, settings.webhookSecrets))) {
    throw new AskonceError("WEBHOOK_SIGNATURE_INVALID");
  }
  const hash = await sha256Hex(body);
  try {
    const news = readVendorResponse(vendorNews, parseJson(body), "webhook");
    return { events: readEvents(news.about, news.order, hash, settings) };
  } catch (cause) {
    throw new AskonceError("WEBHOOK_UNREADABLE", { cause });
  }
}

function readEvents(about: string, data: unknown, hash: string, settings: Settings): StorefrontEvent[] {
  if (about === "order.removed") {
    const ref = sourceRef(settings.id, readVendorResponse(vendorRemoved, data, "removed order").uid);
    return [{ type: "order.deleted", key: `${ref} removed ${hash}`, ref }];
  }
  // A trial of the address, or a topic of tomorrow.
  if (about !== "order.touched") return [];
  const order = mapOrder(data, settings);
  return [
    {
      type: "order.changed",
      // The same for a duplicate, another one for another change.
      key: `${order.ref} ${order.updatedAt} ${hash}`,
      ref: order.ref,
      version: order.updatedAt,
      // The shop's webhooks have no memos: those that are stored stay.
      snapshot: { order, omitted: ["notes"] },
    },
  ];
}
