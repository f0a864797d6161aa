import type { LineItemRecord, OrderRecord } from "./records.ts";

/** An order's sums in its stored currency, in minor units. Prices include tax, as is usual where these shops sell. */
export interface OrderTotals {
  itemsMinor: number;
  /** After discounts, before shipping. */
  subtotalMinor: number;
  totalMinor: number;
  currentTotalMinor: number;
  currentSubtotalMinor: number;
  refundedMinor: number;
  receivedMinor: number;
  netPaymentMinor: number;
  outstandingMinor: number;
}

export function orderTotals(order: OrderRecord): OrderTotals {
  const itemsMinor = sum(order.lineItems, (item) => item.unitPriceMinor * item.quantity);
  const subtotalMinor = itemsMinor - order.discount.amountMinor;
  const totalMinor = subtotalMinor + order.shipping.amountMinor;
  const refundedMinor = sum(order.refunds, (refund) => refund.amountMinor);
  const refundedItemsMinor = sum(order.refunds, (refund) => sum(refund.lines, (line) => line.amountMinor));
  const refundedShippingMinor = sum(order.refunds, (refund) => refund.shippingMinor);
  const removed = order.cancelledAt !== null;
  const currentSubtotalMinor = removed ? 0 : Math.max(0, subtotalMinor - refundedItemsMinor);
  const currentTotalMinor = removed ? 0 : Math.max(0, totalMinor - refundedItemsMinor - refundedShippingMinor);
  const receivedMinor = sum(order.transactions, (transaction) =>
    transaction.kind === "SALE" && transaction.status === "SUCCESS" ? transaction.amountMinor : 0,
  );
  const netPaymentMinor = receivedMinor - refundedMinor;
  return {
    itemsMinor,
    subtotalMinor,
    totalMinor,
    currentTotalMinor,
    currentSubtotalMinor,
    refundedMinor,
    receivedMinor,
    netPaymentMinor,
    outstandingMinor: Math.max(
      0,
      currentTotalMinor - netPaymentMinor - Math.max(0, refundedMinor - refundedItemsMinor - refundedShippingMinor),
    ),
  };
}

/** How much of one line was refunded, shipped and is still to ship. */
export interface LineQuantities {
  refunded: number;
  fulfilled: number;
  current: number;
  unfulfilled: number;
  refundable: number;
}

export function lineQuantities(order: OrderRecord, item: LineItemRecord): LineQuantities {
  const refunded = sum(order.refunds, (refund) => sum(refund.lines, (line) => (line.lineItemId === item.id ? line.quantity : 0)));
  const fulfilled = sum(order.fulfillments, (fulfillment) =>
    fulfillment.status === "CANCELLED" ? 0 : sum(fulfillment.lines, (line) => (line.lineItemId === item.id ? line.quantity : 0)),
  );
  const current = order.cancelledAt !== null ? 0 : Math.max(0, item.quantity - refunded);
  return {
    refunded,
    fulfilled,
    current,
    unfulfilled: Math.max(0, current - fulfilled),
    refundable: Math.max(0, item.quantity - refunded),
  };
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
