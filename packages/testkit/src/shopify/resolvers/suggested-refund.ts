import type { ExecutionContext } from "../context.ts";
import { fromGid, gid } from "../ids.ts";
import { moneyBag } from "../money.ts";
import { lineQuantities, orderTotals } from "../order-totals.ts";
import type { OrderRecord } from "../records.ts";
import type { FieldArguments } from "./field-resolvers.ts";
import { lineItemOf, transactionOf } from "./refund.ts";

/** `Order.suggestedRefund`: what the asked lines are worth, never more than what was paid and not yet refunded. */
export function suggestedRefund(order: OrderRecord, given: FieldArguments, _context: ExecutionContext): Record<string, unknown> {
  const totals = orderTotals(order);
  const maximum = Math.max(0, totals.netPaymentMinor);
  const lines = askedLines(order, given);
  const subtotal = lines.reduce((total, line) => total + line.amountMinor, 0);
  const shipping = given.refundShipping === true || given.suggestFullRefund === true ? refundableShipping(order) : 0;
  const amount = given.suggestFullRefund === true ? maximum : Math.min(maximum, subtotal + shipping);
  const sale = order.transactions.find((transaction) => transaction.kind === "SALE" && transaction.status === "SUCCESS");
  const bag = (minor: number): unknown => moneyBag(order.currencies, minor);
  return {
    amountSet: bag(amount),
    maximumRefundableSet: bag(maximum),
    subtotalSet: bag(subtotal),
    discountedSubtotalSet: bag(subtotal),
    totalCartDiscountAmountSet: bag(0),
    totalTaxSet: bag(0),
    totalDutiesSet: bag(0),
    shipping: { amountSet: bag(shipping), maximumRefundableSet: bag(refundableShipping(order)), taxSet: bag(0) },
    refundDuties: [],
    refundLineItems: lines.map((line) => ({
      id: null,
      quantity: line.quantity,
      restockType: "NO_RESTOCK",
      restocked: false,
      subtotalSet: bag(line.amountMinor),
      lineItem: lineItemOf(order, line.lineItemId),
    })),
    suggestedTransactions:
      sale && amount > 0
        ? [
            {
              kind: "SUGGESTED_REFUND",
              gateway: sale.gateway,
              formattedGateway: sale.gateway,
              amountSet: bag(amount),
              maximumRefundableSet: bag(maximum),
              parentTransaction: transactionOf(order, sale),
              accountNumber: null,
            },
          ]
        : [],
  };
}

interface AskedLine {
  lineItemId: string;
  quantity: number;
  amountMinor: number;
}

function askedLines(order: OrderRecord, given: FieldArguments): AskedLine[] {
  const asked = (given.refundLineItems as { lineItemId: string; quantity: number }[] | null | undefined) ?? [];
  const wanted =
    given.suggestFullRefund === true
      ? order.lineItems.map((item) => ({ lineItemId: gid("LineItem", item.id), quantity: item.quantity }))
      : asked;
  return wanted.flatMap(({ lineItemId, quantity }) => {
    const item = order.lineItems.find((candidate) => candidate.id === fromGid("LineItem", lineItemId));
    if (!item) return [];
    const refundable = Math.min(quantity, lineQuantities(order, item).refundable);
    return [{ lineItemId: item.id, quantity: refundable, amountMinor: item.unitPriceMinor * refundable }];
  });
}

function refundableShipping(order: OrderRecord): number {
  return order.shipping.amountMinor - order.refunds.reduce((total, refund) => total + refund.shippingMinor, 0);
}
