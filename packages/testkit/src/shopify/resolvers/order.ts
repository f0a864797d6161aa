import { connect, connectInOrder, type PageArguments } from "../connection.ts";
import type { ExecutionContext } from "../context.ts";
import { gid } from "../ids.ts";
import { moneyBag } from "../money.ts";
import { displayFinancialStatus, displayFulfillmentStatus, returnStatus } from "../order-status.ts";
import { lineQuantities, type OrderTotals, orderTotals } from "../order-totals.ts";
import type { OrderRecord } from "../records.ts";
import { mailingAddress } from "./address.ts";
import { discountApplications } from "./discount.ts";
import type { FieldArguments, FieldResolvers } from "./field-resolvers.ts";
import { refundOf, transactionOf } from "./refund.ts";
import { suggestedRefund } from "./suggested-refund.ts";

/** A line item seen from its order; the resolvers of `LineItem` need both. */
function lineItemsOf(order: OrderRecord): { order: OrderRecord; item: OrderRecord["lineItems"][number] }[] {
  return order.lineItems.map((item) => ({ order, item }));
}

function bag(read: (totals: OrderTotals, order: OrderRecord) => number): (order: OrderRecord) => unknown {
  return (order) => moneyBag(order.currencies, read(orderTotals(order), order));
}

function firstOf<Item>(list: readonly Item[], given: FieldArguments): Item[] {
  return list.slice(0, (given.first as number | null | undefined) ?? list.length);
}

export const orderResolvers: FieldResolvers<OrderRecord> = {
  id: (order) => gid("Order", order.id),
  legacyResourceId: (order) => order.id,
  number: (order) => Number(order.name.replace(/\D/g, "")),
  customerLocale: (order) => order.locale,
  currencyCode: (order) => order.currencies.shop,
  presentmentCurrencyCode: (order) => order.currencies.presentment,
  displayFulfillmentStatus,
  displayFinancialStatus,
  returnStatus,
  closed: (order) => order.closedAt !== null,
  confirmed: () => true,
  taxesIncluded: () => true,
  requiresShipping: () => true,
  fulfillable: (order) => order.cancelledAt === null && order.lineItems.some((item) => lineQuantities(order, item).unfulfilled > 0),
  refundable: (order) => orderTotals(order).netPaymentMinor > 0,
  restockable: (order) => order.cancelledAt === null && order.lineItems.some((item) => lineQuantities(order, item).current > 0),
  merchantEditable: (order) => order.cancelledAt === null,
  merchantEditableErrors: (order) => (order.cancelledAt === null ? [] : ["The order has been canceled."]),
  fullyPaid: (order) => orderTotals(order).outstandingMinor === 0,
  unpaid: (order) => orderTotals(order).receivedMinor === 0,
  paymentGatewayNames: (order) => [order.gateway],
  statusPageUrl: (order, _given, context) =>
    `https://${context.store.shop.domain}/${context.store.shop.id}/orders/${order.confirmationNumber.toLowerCase()}/authenticate?key=${order.id}`,
  cancellation: (order) => (order.cancelledAt === null ? null : { staffNote: order.cancelStaffNote }),

  subtotalPriceSet: bag((totals) => totals.subtotalMinor),
  currentSubtotalPriceSet: bag((totals) => totals.currentSubtotalMinor),
  totalPriceSet: bag((totals) => totals.totalMinor),
  originalTotalPriceSet: bag((totals) => totals.totalMinor),
  currentTotalPriceSet: bag((totals) => totals.currentTotalMinor),
  totalDiscountsSet: bag((_totals, order) => order.discount.amountMinor),
  totalShippingPriceSet: bag((_totals, order) => order.shipping.amountMinor),
  totalTaxSet: bag((_totals, order) => order.taxMinor),
  totalRefundedSet: bag((totals) => totals.refundedMinor),
  totalReceivedSet: bag((totals) => totals.receivedMinor),
  totalOutstandingSet: bag((totals) => totals.outstandingMinor),
  netPaymentSet: bag((totals) => totals.netPaymentMinor),

  discountCode: (order) => order.discount.code,
  discountCodes: (order) => (order.discount.code === null ? [] : [order.discount.code]),
  discountApplications: (order, given, context) => connectInOrder(discountApplications(order), () => "1", given as PageArguments, context),

  shippingAddress: (order) => mailingAddress(order.shippingAddress),
  displayAddress: (order) => mailingAddress(order.shippingAddress),
  billingAddress: (order) => mailingAddress(order.billingAddress),
  billingAddressMatchesShippingAddress: (order) => sameAddress(order),
  shippingLine: (order) => ({
    id: gid("ShippingLine", order.shipping.id),
    title: order.shipping.title,
    code: order.shipping.title,
    carrierIdentifier: null,
    deliveryCategory: null,
    source: "shopify",
    custom: false,
    isRemoved: false,
    phone: null,
    originalPriceSet: moneyBag(order.currencies, order.shipping.amountMinor),
    discountedPriceSet: moneyBag(order.currencies, order.shipping.amountMinor),
  }),

  customer: (order, _given, context) => (order.customerId === null ? null : (context.store.customers.get(order.customerId) ?? null)),
  lineItems: (order, given, context) => connectInOrder(lineItemsOf(order), ({ item }) => item.id, given as PageArguments, context),
  fulfillments: (order, given) => firstOf(order.fulfillments, given),
  fulfillmentsCount: (order) => ({ count: order.fulfillments.length, precision: "EXACT" }),
  refunds: (order, given) => firstOf(order.refunds, given).map((refund) => refundOf(order, refund)),
  returns: (order, given, context) =>
    connect(
      order.returns.map((record) => ({ ...record, order })),
      { key: (record) => record.createdAt, id: (record) => record.id },
      given as PageArguments,
      context,
    ),
  transactions: (order, given) => firstOf(order.transactions, given).map((transaction) => transactionOf(order, transaction)),
  transactionsCount: (order) => ({ count: order.transactions.length, precision: "EXACT" }),
  suggestedRefund,
  disputes: (order) => order.disputes.map((dispute) => ({ ...dispute, id: gid("DisputeSummary", dispute.id) })),
  risk: (order) => ({
    recommendation: order.risk?.recommendation ?? "NONE",
    assessments: order.risk ? [{ riskLevel: order.risk.level, provider: null, facts: order.risk.facts }] : [],
  }),
  customAttributes: () => [],
  subtotalLineItemsQuantity: (order) => order.lineItems.reduce((total, item) => total + item.quantity, 0),
};

function sameAddress(order: OrderRecord): boolean {
  if (order.shippingAddress === null || order.billingAddress === null) return order.shippingAddress === order.billingAddress;
  const { id: _shippingId, ...shipping } = order.shippingAddress;
  const { id: _billingId, ...billing } = order.billingAddress;
  return JSON.stringify(shipping) === JSON.stringify(billing);
}

/** The orders a connection shows, in the Admin API's sort orders. */
export function orderConnection(
  orders: readonly OrderRecord[],
  given: FieldArguments,
  context: ExecutionContext,
  defaultSortKey: string,
): unknown {
  const key = (given.sortKey as string | null | undefined) ?? defaultSortKey;
  return connect(orders, { key: sortValue(key), id: (order) => order.id }, given as PageArguments, context);
}

function sortValue(sortKey: string): (order: OrderRecord) => string | number {
  switch (sortKey) {
    case "CREATED_AT":
      return (order) => order.createdAt;
    case "UPDATED_AT":
      return (order) => order.updatedAt;
    case "TOTAL_PRICE":
      return (order) => orderTotals(order).totalMinor;
    case "CURRENT_TOTAL_PRICE":
      return (order) => orderTotals(order).currentTotalMinor;
    case "ORDER_NUMBER":
      return (order) => Number(order.name.replace(/\D/g, ""));
    case "ID":
      return () => "";
    case "FINANCIAL_STATUS":
      return displayFinancialStatus;
    case "FULFILLMENT_STATUS":
      return displayFulfillmentStatus;
    default:
      return (order) => order.processedAt;
  }
}
