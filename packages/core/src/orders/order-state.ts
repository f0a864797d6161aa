import type { Order } from "@askonce/spec";
import { fromInstant } from "../platform/instants.ts";

const endedDeliveries = new Set(["delivered", "returned", "cancelled", "failed"]);

/**
 * When nothing more could arrive of an order, in milliseconds; `null` while something still may: the order lives, or the shop calls it done
 * while a parcel of it has not ended. "The only open order" is asked for the time of the message, so that a ticket does not lose its order
 * on the day the parcel arrives.
 */
export function endOfOrder(order: Order): number | null {
  const isAlive = order.status === "open" || order.status === "unknown";
  const forward = order.parcels.filter((parcel) => parcel.leg === "forward");
  if (
    isAlive ||
    (order.status === "closed" && order.paymentStatus !== "refunded" && forward.some((parcel) => !endedDeliveries.has(parcel.status)))
  ) {
    return null;
  }
  if (order.cancelledAt) return fromInstant(order.cancelledAt);
  const delivered = forward.flatMap((parcel) => (parcel.deliveredAt ? [fromInstant(parcel.deliveredAt)] : []));
  // Without a word about when, it counts as ended from the start rather than as open at any time.
  return delivered.length > 0 ? Math.max(...delivered) : fromInstant(order.placedAt);
}
