import { connectInOrder, type PageArguments } from "../connection.ts";
import { gid } from "../ids.ts";
import { moneyBag } from "../money.ts";
import type { OrderRecord, RefundRecord, TransactionRecord } from "../records.ts";
import type { FieldResolvers } from "./field-resolvers.ts";

/** A refund with the order it belongs to. */
export interface RefundOfOrder {
  order: OrderRecord;
  refund: RefundRecord;
}

export function refundOf(order: OrderRecord, refund: RefundRecord): RefundOfOrder {
  return { order, refund };
}

export const refundResolvers: FieldResolvers<RefundOfOrder> = {
  id: ({ refund }) => gid("Refund", refund.id),
  legacyResourceId: ({ refund }) => refund.id,
  createdAt: ({ refund }) => refund.createdAt,
  processedAt: ({ refund }) => refund.processedAt,
  updatedAt: ({ refund }) => refund.createdAt,
  note: ({ refund }) => refund.note,
  order: ({ order }) => order,
  return: () => null,
  totalRefundedSet: ({ order, refund }) => moneyBag(order.currencies, refund.amountMinor),
  refundLineItems: ({ order, refund }, given, context) =>
    connectInOrder(
      refund.lines.map((line) => ({
        id: gid("RefundLineItem", line.id),
        quantity: line.quantity,
        restockType: line.restockType,
        restocked: line.restockType !== "NO_RESTOCK",
        subtotalSet: moneyBag(order.currencies, line.amountMinor),
        priceSet: moneyBag(order.currencies, Math.round(line.amountMinor / Math.max(1, line.quantity))),
        totalTaxSet: moneyBag(order.currencies, 0),
        location: null,
        lineItem: lineItemOf(order, line.lineItemId),
      })),
      (line) => line.id,
      given as PageArguments,
      context,
    ),
  transactions: ({ order, refund }, given, context) =>
    connectInOrder(
      order.transactions
        .filter((transaction) => refund.transactionIds.includes(transaction.id))
        .map((transaction) => transactionOf(order, transaction)),
      (transaction) => String(transaction.id),
      given as PageArguments,
      context,
    ),
};

export function lineItemOf(order: OrderRecord, lineItemId: string): unknown {
  const item = order.lineItems.find((candidate) => candidate.id === lineItemId);
  return item ? { order, item } : null;
}

/** An `OrderTransaction` in the Admin API's shape. */
export function transactionOf(order: OrderRecord, transaction: TransactionRecord): Record<string, unknown> {
  const parent = order.transactions.find((candidate) => candidate.id === transaction.parentId);
  return {
    __typename: "OrderTransaction",
    id: gid("OrderTransaction", transaction.id),
    kind: transaction.kind,
    status: transaction.status,
    gateway: transaction.gateway,
    formattedGateway: transaction.gateway,
    amountSet: moneyBag(order.currencies, transaction.amountMinor),
    createdAt: transaction.processedAt,
    processedAt: transaction.processedAt,
    test: order.test,
    order,
    parentTransaction: () => (parent ? transactionOf(order, parent) : null),
  };
}
