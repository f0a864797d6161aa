import type { ExecutionContext } from "../context.ts";
import { fromGid, gid } from "../ids.ts";
import { fromPresentmentMinor, money, parseAmount, presentmentMinor } from "../money.ts";
import { lineQuantities, orderTotals } from "../order-totals.ts";
import type { OrderRecord, RefundRecord } from "../records.ts";
import { userError } from "../user-error.ts";
import type { FieldArguments } from "./field-resolvers.ts";
import { findOrder } from "./order-mutations.ts";
import { refundOf } from "./refund.ts";

interface RefundInput {
  orderId: string;
  currency?: string | null;
  note?: string | null;
  refundLineItems?: { lineItemId: string; quantity: number; restockType?: string | null }[] | null;
  shipping?: { amount?: string | null; fullRefund?: boolean | null } | null;
  transactions?: { amount: string; gateway: string; kind: string; parentId?: string | null }[] | null;
}

/** `refundCreate`. Amounts are taken in the presentment currency, as Shopify demands when it differs from the shop's. */
export function createRefund(given: FieldArguments, context: ExecutionContext): unknown {
  const input = given.input as RefundInput;
  const order = findOrder(context, input.orderId);
  if (!order) return refuse(null, ["orderId"], "Order does not exist");
  const { currencies } = order;
  if (currencies.presentment !== currencies.shop && input.currency !== currencies.presentment) {
    return refuse(order, ["currency"], "Currency must be provided and match the presentment currency of the order");
  }

  const lines = refundLines(order, input, context);
  if (typeof lines === "string") return refuse(order, ["refundLineItems"], lines);
  const transactions = input.transactions ?? [];
  if (transactions.some((transaction) => transaction.parentId == null)) {
    return refuse(order, ["transactions"], "Transactions require a parent_id");
  }
  const amountMinor = transactions.reduce(
    (total, transaction) => total + fromPresentmentMinor(currencies, parseAmount(transaction.amount, currencies.presentment)),
    0,
  );
  const { netPaymentMinor } = orderTotals(order);
  if (amountMinor > netPaymentMinor) {
    const left = money(presentmentMinor(currencies, Math.max(0, netPaymentMinor)), currencies.presentment);
    return refuse(order, ["transactions"], `Refund amount is more than the refundable amount (${left.amount} ${left.currencyCode})`);
  }
  if (amountMinor === 0 && lines.length === 0) return refuse(order, null, "A refund needs line items or an amount");

  const refund = context.changes.refundOrder(order, {
    amountMinor,
    shippingMinor: shippingMinor(order, input),
    note: input.note ?? null,
    lines,
  });
  return { refund: refundOf(order, refund), order, userErrors: [] };
}

function refuse(order: OrderRecord | null, field: string[] | null, message: string): unknown {
  return { refund: null, order, userErrors: [userError(field, message)] };
}

function refundLines(order: OrderRecord, input: RefundInput, context: ExecutionContext): RefundRecord["lines"] | string {
  const lines: RefundRecord["lines"] = [];
  for (const asked of input.refundLineItems ?? []) {
    const item = order.lineItems.find((candidate) => candidate.id === fromGid("LineItem", asked.lineItemId));
    if (!item) return `Line item ${asked.lineItemId} does not belong to ${gid("Order", order.id)}`;
    if (asked.quantity > lineQuantities(order, item).refundable) return "Quantity cannot refund more items than were purchased";
    lines.push({
      id: context.store.ids.next("RefundLineItem"),
      lineItemId: item.id,
      quantity: asked.quantity,
      amountMinor: item.unitPriceMinor * asked.quantity,
      restockType: asked.restockType ?? "NO_RESTOCK",
    });
  }
  return lines;
}

function shippingMinor(order: OrderRecord, input: RefundInput): number {
  if (input.shipping?.fullRefund === true) return order.shipping.amountMinor;
  const amount = input.shipping?.amount;
  return amount == null ? 0 : fromPresentmentMinor(order.currencies, parseAmount(amount, order.currencies.presentment));
}
