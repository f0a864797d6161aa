import type { Fulfillment, FulfillmentStatus, LineItem, Parcel } from "@askonce/spec";
import { metaText } from "../schemas/meta.ts";
import type { WooOrder } from "../schemas/woo-order.ts";

export interface FulfillmentEvidence {
  order: WooOrder;
  items: readonly LineItem[];
  fulfillments: readonly Fulfillment[];
  parcels: readonly Parcel[];
}

const byMeta: ReadonlyMap<string, FulfillmentStatus> = new Map([
  ["fulfilled", "fulfilled"],
  ["partially_fulfilled", "partly_fulfilled"],
]);

/**
 * How much has left the shop. A fulfillment that still waits goes first, then what the shop calls the order (a download is in no parcel),
 * then parcels that say what is inside, then WooCommerce's own summary, then the bare fact that there are parcels. "Completed" is
 * fulfilled, never delivered.
 */
export function deriveFulfillmentStatus(evidence: FulfillmentEvidence): FulfillmentStatus {
  const { order, items, fulfillments, parcels } = evidence;
  const waits = fulfillments.some((fulfillment) => fulfillment.status === "pending");
  if (waits && fulfillments.some((fulfillment) => fulfillment.status === "fulfilled")) return "partly_fulfilled";
  if (["completed", "shipped", "delivered"].includes(order.status)) return "fulfilled";
  const byItems = fromItems(items, parcels);
  if (byItems !== null) return byItems;
  if (order.status === "partial-shipped") return "partly_fulfilled";
  const summary = byMeta.get(metaText(order.meta_data, "_fulfillment_status") ?? "");
  if (summary !== undefined) return summary;
  if (parcels.length > 0) return isOnePiece(items) || order.status === "refunded" ? "fulfilled" : "partly_fulfilled";
  return order.needs_processing === false && items.length > 0 ? "not_required" : "unfulfilled";
}

/** `null` when not every parcel says what is inside. */
function fromItems(items: readonly LineItem[], parcels: readonly Parcel[]): FulfillmentStatus | null {
  if (parcels.length === 0 || parcels.some((parcel) => parcel.items.length === 0)) return null;
  const sent = new Map<string, number>();
  for (const item of parcels.flatMap((parcel) => parcel.items)) {
    sent.set(item.lineItemId, (sent.get(item.lineItemId) ?? 0) + item.quantity);
  }
  // What was refunded before it was sent is not waited for.
  const isComplete = items.every((item) => (sent.get(item.id) ?? 0) >= item.currentQuantity);
  return isComplete ? "fulfilled" : "partly_fulfilled";
}

/** One piece cannot be sent in part, so a parcel for it is the whole order. */
function isOnePiece(items: readonly LineItem[]): boolean {
  return items.reduce((sum, item) => sum + item.quantity, 0) <= 1;
}
