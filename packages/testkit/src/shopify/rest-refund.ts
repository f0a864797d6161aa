import { gid } from "./ids.ts";
import type { OrderRecord, RefundRecord } from "./records.ts";
import { at, bag, type PayloadSettings, type RestObject, shown } from "./rest-format.ts";
import { lineItem } from "./rest-line-item.ts";

export function refundPayload(order: OrderRecord, refund: RefundRecord, settings: PayloadSettings): RestObject {
  return {
    id: BigInt(refund.id),
    order_id: BigInt(order.id),
    created_at: at(refund.createdAt, settings),
    note: refund.note,
    user_id: null,
    processed_at: at(refund.processedAt, settings),
    restock: refund.lines.some((line) => line.restockType !== "NO_RESTOCK"),
    admin_graphql_api_id: gid("Refund", refund.id),
    order_adjustments: [],
    refund_line_items: refund.lines.flatMap((line) => {
      const item = order.lineItems.find((candidate) => candidate.id === line.lineItemId);
      if (!item) return [];
      return [
        {
          id: BigInt(line.id),
          quantity: line.quantity,
          line_item_id: BigInt(line.lineItemId),
          location_id: null,
          restock_type: line.restockType.toLowerCase(),
          subtotal: Number(shown(order, line.amountMinor)),
          total_tax: 0,
          subtotal_set: bag(order.currencies, line.amountMinor),
          line_item: lineItem(order, item, item.quantity),
        },
      ];
    }),
    transactions: order.transactions
      .filter((transaction) => refund.transactionIds.includes(transaction.id))
      .map((transaction) => ({
        id: BigInt(transaction.id),
        order_id: BigInt(order.id),
        kind: transaction.kind.toLowerCase(),
        gateway: transaction.gateway,
        status: transaction.status.toLowerCase(),
        amount: shown(order, transaction.amountMinor),
        currency: order.currencies.shop,
        parent_id: transaction.parentId === null ? null : BigInt(transaction.parentId),
        processed_at: at(transaction.processedAt, settings),
        admin_graphql_api_id: gid("OrderTransaction", transaction.id),
      })),
  };
}
