import type { Order } from "@askonce/spec";

const endedDeliveries = new Set(["delivered", "returned", "cancelled", "failed"]);

/**
 * Whether something may still arrive: the order lives, or the shop calls it done while a parcel of it has not ended. It is what "the only
 * open order" is counted by.
 */
export function isActiveOrder(order: Order): boolean {
  if (order.status === "open" || order.status === "unknown") return true;
  if (order.status !== "closed" || order.paymentStatus === "refunded") return false;
  return order.parcels.some((parcel) => parcel.leg === "forward" && !endedDeliveries.has(parcel.status));
}
