import { orderTotalMinor } from "../shop-data/money.ts";
import type { FakeOrder, FakeShop } from "../shop-data/shop.ts";
import type { TrackingChoice } from "./tracking/tracking-source.ts";

/** What every renderer of a neutral shop needs to know. */
export interface RenderContext {
  /** IANA zone or offset (`+02:00`) of the site's clock. */
  readonly timeZone: string;
  readonly orderCurrency: "buyer" | "shop";
  readonly trackingSource: TrackingChoice;
  readonly ids: DerivedIds;
}

/**
 * Ids of things the neutral model does not number in WooCommerce's way. Refunds share one number range with orders there (which is why
 * `orders/<refund id>` is a plain 404), and all lines of all orders share another.
 */
export interface DerivedIds {
  refund(refundId: number): number;
  refundLine(refundId: number, itemId: number): number;
  shippingLine(orderId: number): number;
  couponLine(orderId: number): number;
  taxLine(orderId: number): number;
}

export function derivedIds(shop: FakeShop): DerivedIds {
  const highest = (values: number[]): number => values.reduce((most, value) => Math.max(most, value), 0);
  // Headroom, because orders and items can be added to a running fake.
  const orders = highest(shop.orders.map((order) => order.id)) + 100_000;
  const items = highest(shop.orders.flatMap((order) => order.items.map((item) => item.id))) + 100_000;
  return {
    refund: (refundId) => orders + refundId,
    shippingLine: (orderId) => items + orderId * 3,
    couponLine: (orderId) => items + orderId * 3 + 1,
    taxLine: (orderId) => items + orderId * 3 + 2,
    refundLine: (refundId, itemId) => items + (orders + refundId) * 3 + itemId,
  };
}

/** The currency a rendered order is kept in, and the factor from the neutral order's amounts to it. */
export function orderMoney(order: FakeOrder, context: RenderContext): { currency: string; convert: (amountMinor: number) => number } {
  if (order.presentment === null || context.orderCurrency === "shop") return { currency: order.currency, convert: (amount) => amount };
  const { currency, rate } = order.presentment;
  return { currency, convert: (amount) => Math.round(amount * rate) };
}

/**
 * What each refund of the order is worth in the rendered currency, by refund id. An order that is refunded in full is refunded to the last
 * unit there too, although every single amount was rounded on its way.
 */
export function refundAmounts(order: FakeOrder, totalMinor: number, context: RenderContext): Map<number, number> {
  const { convert } = orderMoney(order, context);
  const amounts = new Map(order.refunds.map((refund) => [refund.id, convert(refund.amountMinor)]));
  const last = order.refunds.at(-1);
  if (last !== undefined && isRefundedInFull(order)) {
    const others = order.refunds.slice(0, -1).reduce((sum, refund) => sum + (amounts.get(refund.id) ?? 0), 0);
    amounts.set(last.id, totalMinor - others);
  }
  return amounts;
}

export function isRefundedInFull(order: FakeOrder): boolean {
  const refunded = order.refunds.reduce((sum, refund) => sum + refund.amountMinor, 0);
  return refunded > 0 && refunded === orderTotalMinor(order);
}
