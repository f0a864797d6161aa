import type { PaymentStatus } from "@askonce/spec";
import type { WooOrder } from "../schemas/woo-order.ts";
import { orderMoney } from "./order-money.ts";

/**
 * WooCommerce has no payment status; it follows from the date of payment, what was refunded and the order's status. Cash on delivery
 * has no date of payment until the order is completed, so a processing order with it is pending.
 */
export function derivePaymentStatus(order: WooOrder): PaymentStatus {
  const money = orderMoney(order);
  const total = money.sum(order.total).shop.amountMinor;
  const refunded = refundedTotal(order);
  if (order.status === "refunded" || (refunded > 0 && refunded >= total)) return "refunded";
  if (refunded > 0) return "partly_refunded";
  if (order.status === "failed") return "failed";
  if (order.date_paid_gmt !== null) return "paid";
  return order.status === "cancelled" ? "voided" : "pending";
}

/** Positive, in minor units. The summary in the order writes it negative. */
export function refundedTotal(order: WooOrder): number {
  const money = orderMoney(order);
  return Math.abs(order.refunds.reduce((sum, refund) => sum + money.sum(refund.total).shop.amountMinor, 0));
}
