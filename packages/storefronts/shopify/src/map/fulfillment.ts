import type { Fulfillment } from "@askonce/spec";
import type { FulfillmentAnswer } from "../documents/fulfillment-answer.ts";
import { instantOrNull } from "./instant.ts";

/** `FulfillmentStatus` in our words. OPEN and PENDING are no longer given to new fulfillments. */
const statuses: Readonly<Record<string, Fulfillment["status"]>> = {
  SUCCESS: "fulfilled",
  OPEN: "pending",
  PENDING: "pending",
  CANCELLED: "cancelled",
  ERROR: "failed",
  FAILURE: "failed",
};

export function mapFulfillment(fulfillment: FulfillmentAnswer): Fulfillment {
  return {
    id: fulfillment.id,
    status: statuses[fulfillment.status ?? ""] ?? "unknown",
    rawStatus: fulfillment.status ?? null,
    createdAt: instantOrNull(fulfillment.createdAt),
    items: (fulfillment.fulfillmentLineItems?.nodes ?? []).flatMap((line) =>
      line.lineItem ? [{ lineItemId: line.lineItem.id, quantity: line.quantity ?? 0 }] : [],
    ),
  };
}
