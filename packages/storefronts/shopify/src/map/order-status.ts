import type { FulfillmentStatus, OrderReturn, OrderStatus, PaymentStatus } from "@askonce/spec";

/** `OrderDisplayFinancialStatus` in our words. */
const paymentStatuses: Readonly<Record<string, PaymentStatus>> = {
  PENDING: "pending",
  AUTHORIZED: "authorized",
  // The authorization ran out before it was captured.
  EXPIRED: "failed",
  PARTIALLY_PAID: "partly_paid",
  PAID: "paid",
  PARTIALLY_REFUNDED: "partly_refunded",
  REFUNDED: "refunded",
  VOIDED: "voided",
};

/** `OrderDisplayFulfillmentStatus` in our words. It says what was shipped, never what was delivered. */
const fulfillmentStatuses: Readonly<Record<string, FulfillmentStatus>> = {
  UNFULFILLED: "unfulfilled",
  PARTIALLY_FULFILLED: "partly_fulfilled",
  FULFILLED: "fulfilled",
  IN_PROGRESS: "unfulfilled",
  ON_HOLD: "on_hold",
  SCHEDULED: "scheduled",
  REQUEST_DECLINED: "unfulfilled",
  FULFILLMENT_NOT_REQUIRED: "not_required",
  // Words of older orders.
  OPEN: "unfulfilled",
  PENDING_FULFILLMENT: "unfulfilled",
  RESTOCKED: "unfulfilled",
};

/** `ReturnStatus` in our words. */
const returnStatuses: Readonly<Record<string, OrderReturn["status"]>> = {
  REQUESTED: "requested",
  OPEN: "open",
  CLOSED: "closed",
  DECLINED: "declined",
  CANCELED: "cancelled",
};

export function paymentStatus(word: string | null | undefined): PaymentStatus {
  return paymentStatuses[word ?? ""] ?? "unknown";
}

export function fulfillmentStatus(word: string | null | undefined): FulfillmentStatus {
  return fulfillmentStatuses[word ?? ""] ?? "unknown";
}

export function returnStatus(word: string | null | undefined): OrderReturn["status"] {
  return returnStatuses[word ?? ""] ?? "unknown";
}

/** Shopify has no word for the order's own state, only the times at which it was cancelled or archived. */
export function orderStatus(order: { cancelledAt?: string | null | undefined; closedAt?: string | null | undefined }): OrderStatus {
  if (order.cancelledAt) return "cancelled";
  return order.closedAt ? "closed" : "open";
}
