import { dayMs, hourMs, toInstant } from "./instants.ts";
import { fullRefunds, partRefund } from "./make-refunds.ts";
import type { OrderMaker } from "./order-maker.ts";
import { wholeDeliveryAt } from "./order-parcels.ts";
import { orderWords } from "./order-words.ts";
import type { FakeOrder } from "./shop.ts";

/** Cancels and refunds, where the scenario says so. */
export function settleEnd(maker: OrderMaker, order: FakeOrder, placedAt: number): void {
  const { random, now } = maker;
  const words = orderWords[order.language];
  const nextRefundId = () => maker.nextId("refund");
  if (order.scenario === "cancelled") {
    const reason = random.weighted({ customer: 5, inventory: 3, declined: 2, fraud: 1, other: 1 });
    const paidAt = order.paidAt === null ? placedAt : Date.parse(order.paidAt);
    const cancelledAt = paidAt + Math.floor((Math.min(now, paidAt + 2 * dayMs) - paidAt) * (0.05 + 0.5 * random.next()));
    order.cancelReason = reason;
    order.cancelledAt = toInstant(cancelledAt);
    if (reason === "declined") order.paidAt = null;
    if (order.paidAt !== null) {
      const refundedAt = cancelledAt + Math.min(2 * hourMs, (now - cancelledAt) * 0.9);
      order.refunds = fullRefunds(random, order, refundedAt, words.cancelled[reason], nextRefundId).map((refund) =>
        refund.at < toInstant(cancelledAt) ? { ...refund, at: toInstant(cancelledAt) } : refund,
      );
    }
    return;
  }
  if (order.scenario !== "partlyRefunded" && order.scenario !== "fullyRefunded") return;
  const arrivedAt = Date.parse(wholeDeliveryAt(order) ?? order.paidAt ?? order.placedAt);
  const refundedAt = random.integer(arrivedAt + dayMs, Math.min(now - hourMs, arrivedAt + 12 * dayMs));
  if (order.scenario === "partlyRefunded") {
    order.refunds = [partRefund(random, order, refundedAt, nextRefundId())];
    return;
  }
  const reason = order.parcels.length === 0 ? words.unavailableReason : random.pick(words.fullRefundReasons);
  order.refunds = fullRefunds(random, order, refundedAt, reason, nextRefundId);
}
