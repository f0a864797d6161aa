import { hourMs, toInstant } from "./instants.ts";
import { orderItemsMinor, orderTotalMinor } from "./money.ts";
import { orderWords } from "./order-words.ts";
import type { Random } from "./random.ts";
import type { FakeItem, FakeLanguage, FakeOrder, FakeRefund } from "./shop.ts";

type Refundable = Pick<FakeOrder, "items" | "discountMinor" | "shippingMinor"> & { language: FakeLanguage };

/** One refund of less than the order's total: a piece that came back, or money for the trouble. */
export function partRefund(random: Random, order: Refundable, at: number, id: number): FakeRefund {
  const words = orderWords[order.language];
  const units = order.items.reduce((sum, item) => sum + item.quantity, 0);
  const item = random.pick(order.items);
  const amountMinor = netMinor(order, item, 1);
  if (units > 1 && amountMinor < orderTotalMinor(order) && random.chance(0.75)) {
    const items = [{ itemId: item.id, quantity: 1, amountMinor }];
    return { id, at: toInstant(at), amountMinor, reason: random.pick(words.partRefundReasons), items };
  }
  const goodwillMinor = Math.max(100, Math.round((orderTotalMinor(order) * random.pick([10, 15, 20, 30])) / 100));
  return { id, at: toInstant(at), amountMinor: goodwillMinor, reason: random.pick(words.goodwillReasons), items: [] };
}

/** Gives everything back, at times the goods first and the shipping an hour later. The amounts sum up to the order's total exactly. */
export function fullRefunds(random: Random, order: Refundable, at: number, reason: string, nextId: () => number): FakeRefund[] {
  const total = orderTotalMinor(order);
  const goods = total - order.shippingMinor;
  const items = order.items.map((item) => ({
    itemId: item.id,
    quantity: item.quantity,
    amountMinor: netMinor(order, item, item.quantity),
  }));
  const rounding = goods - items.reduce((sum, item) => sum + item.amountMinor, 0);
  const last = items.at(-1);
  if (last !== undefined) last.amountMinor += rounding;
  if (order.shippingMinor > 0 && random.chance(0.4)) {
    return [
      { id: nextId(), at: toInstant(at - hourMs), amountMinor: goods, reason, items },
      { id: nextId(), at: toInstant(at), amountMinor: order.shippingMinor, reason, items: [] },
    ];
  }
  return [{ id: nextId(), at: toInstant(at), amountMinor: total, reason, items }];
}

/** What was paid for some pieces of a line, after its share of the discount. */
function netMinor(order: Refundable, item: FakeItem, quantity: number): number {
  const gross = orderItemsMinor(order);
  return Math.floor((item.unitPriceMinor * quantity * (gross - order.discountMinor)) / gross);
}
