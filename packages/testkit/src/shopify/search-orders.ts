import type { ExecutionContext } from "./context.ts";
import { displayFinancialStatus, displayFulfillmentStatus, openness, returnStatus } from "./order-status.ts";
import { orderTotals } from "./order-totals.ts";
import type { OrderRecord } from "./records.ts";
import type { SearchIndex } from "./search-apply.ts";
import { anyOfWords, decimal, freeText, instant, integer, not, tokenized, truth } from "./search-match.ts";

/** The search of `orders(query:)` and `ordersCount(query:)`. There is no `phone`: Shopify has none. */
export function orderSearch(context: ExecutionContext): SearchIndex<OrderRecord> {
  const tags = anyOfWords((order: OrderRecord) => order.tags);
  return {
    rootField: "orders",
    text: freeText((order) => textsOf(order, context)),
    fields: {
      name: tokenized((order) => [order.name]),
      email: tokenized((order) => [order.email]),
      confirmation_number: anyOfWords((order) => [order.confirmationNumber]),
      customer_id: integer((order) => order.customerId),
      id: integer((order) => order.id),
      created_at: instant((order) => order.createdAt, context.now),
      updated_at: instant((order) => order.updatedAt, context.now),
      processed_at: instant((order) => order.processedAt, context.now),
      status: (term) => {
        const wanted = term.value.toLowerCase();
        return (order) => (wanted === "not_closed" ? openness(order) === "open" : openness(order) === wanted);
      },
      fulfillment_status: anyOfWords((order) => fulfillmentWords[displayFulfillmentStatus(order)] ?? []),
      financial_status: anyOfWords((order) => [displayFinancialStatus(order)]),
      return_status: anyOfWords((order) => [returnStatus(order)]),
      chargeback_status: anyOfWords((order) => order.disputes.map((dispute) => dispute.status)),
      risk_level: anyOfWords((order) => [order.risk?.level ?? "NONE"]),
      tag: tags,
      tag_not: not(tags),
      sku: anyOfWords((order) => order.lineItems.map((item) => item.sku)),
      discount_code: anyOfWords((order) => (order.discount.code === null ? [] : [order.discount.code])),
      gateway: anyOfWords((order) => [order.gateway]),
      source_name: anyOfWords((order) => [order.sourceName]),
      po_number: anyOfWords((order) => (order.poNumber === null ? [] : [order.poNumber])),
      test: truth((order) => order.test),
      current_total_price: decimal((order) => orderTotals(order).currentTotalMinor / 100),
    },
  };
}

const fulfillmentWords: Readonly<Record<string, readonly string[]>> = {
  UNFULFILLED: ["unfulfilled", "unshipped"],
  PARTIALLY_FULFILLED: ["partial", "unfulfilled"],
  FULFILLED: ["fulfilled", "shipped"],
  ON_HOLD: ["on_hold", "unfulfilled", "unshipped"],
};

function textsOf(order: OrderRecord, context: ExecutionContext): (string | null)[] {
  const customer = order.customerId === null ? undefined : context.store.customers.get(order.customerId);
  const address = order.shippingAddress;
  return [
    order.name,
    order.email,
    order.phone,
    customer?.firstName ?? null,
    customer?.lastName ?? null,
    customer?.email ?? null,
    customer?.phone ?? null,
    ...(address ? [address.firstName, address.lastName, address.phone, address.city, address.zip] : []),
    ...order.tags,
    ...order.lineItems.flatMap((item) => [item.title, item.sku]),
  ];
}
