import { lineQuantities, orderTotals } from "./order-totals.ts";
import type { OrderRecord } from "./records.ts";

/** `Order.displayFulfillmentStatus`. It says what left the warehouse, never what arrived. */
export function displayFulfillmentStatus(order: OrderRecord): string {
  const quantities = order.lineItems.map((item) => lineQuantities(order, item));
  const fulfilled = quantities.reduce((total, line) => total + line.fulfilled, 0);
  const unfulfilled = quantities.reduce((total, line) => total + line.unfulfilled, 0);
  if (fulfilled === 0) return order.onHold ? "ON_HOLD" : "UNFULFILLED";
  return unfulfilled > 0 ? "PARTIALLY_FULFILLED" : "FULFILLED";
}

/** `Order.displayFinancialStatus`. */
export function displayFinancialStatus(order: OrderRecord): string {
  const totals = orderTotals(order);
  if (totals.receivedMinor === 0) return order.cancelledAt !== null || hasFailed(order) ? "VOIDED" : "PENDING";
  if (totals.refundedMinor >= totals.receivedMinor) return "REFUNDED";
  if (totals.refundedMinor > 0) return "PARTIALLY_REFUNDED";
  return totals.receivedMinor < totals.totalMinor ? "PARTIALLY_PAID" : "PAID";
}

function hasFailed(order: OrderRecord): boolean {
  return order.transactions.some((transaction) => transaction.status === "FAILURE");
}

/** `Order.returnStatus`, by the mapping recorded from the real API. */
export function returnStatus(order: OrderRecord): string {
  const statuses = new Set(order.returns.map((entry) => entry.status));
  if (statuses.has("REQUESTED")) return "RETURN_REQUESTED";
  if (statuses.has("OPEN")) return "IN_PROGRESS";
  return statuses.has("CLOSED") ? "RETURNED" : "NO_RETURN";
}

/** What `status:` means in an order search. */
export function openness(order: OrderRecord): "open" | "closed" | "cancelled" {
  if (order.cancelledAt !== null) return "cancelled";
  return order.closedAt !== null ? "closed" : "open";
}
