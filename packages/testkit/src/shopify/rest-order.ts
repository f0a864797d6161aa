import { gid } from "./ids.ts";
import { displayFinancialStatus, displayFulfillmentStatus } from "./order-status.ts";
import { lineQuantities, orderTotals } from "./order-totals.ts";
import type { OrderRecord } from "./records.ts";
import { address, customerPayload } from "./rest-customer.ts";
import { at, bag, type PayloadSettings, priced, type RestObject, show, shown } from "./rest-format.ts";
import { fulfillmentPayload } from "./rest-fulfillment.ts";
import { lineItem } from "./rest-line-item.ts";
import { refundPayload } from "./rest-refund.ts";

export function orderPayload(order: OrderRecord, settings: PayloadSettings): RestObject {
  const totals = orderTotals(order);
  const customer = order.customerId === null ? undefined : settings.store.customers.get(order.customerId);
  const email = show("email", order.email, settings);
  return {
    id: BigInt(order.id),
    admin_graphql_api_id: gid("Order", order.id),
    app_id: 580_111n,
    browser_ip: null,
    buyer_accepts_marketing: false,
    cancel_reason: order.cancelReason?.toLowerCase() ?? null,
    cancelled_at: at(order.cancelledAt, settings),
    closed_at: at(order.closedAt, settings),
    confirmation_number: order.confirmationNumber,
    confirmed: true,
    contact_email: email,
    created_at: at(order.createdAt, settings),
    currency: order.currencies.shop,
    ...priced("current_subtotal_price", order.currencies, totals.currentSubtotalMinor),
    ...priced("current_total_price", order.currencies, totals.currentTotalMinor),
    customer_locale: order.locale,
    discount_codes:
      order.discount.code === null
        ? []
        : [{ code: order.discount.code, amount: shown(order, order.discount.amountMinor), type: "fixed_amount" }],
    email,
    financial_status: displayFinancialStatus(order).toLowerCase(),
    fulfillment_status: fulfillmentStatus(order),
    name: order.name,
    note: order.note,
    note_attributes: [],
    number: Number(order.name.replace(/\D/g, "")) - 1_000,
    order_number: Number(order.name.replace(/\D/g, "")),
    payment_gateway_names: [order.gateway],
    phone: show("phone", order.phone, settings),
    po_number: order.poNumber,
    presentment_currency: order.currencies.presentment,
    processed_at: at(order.processedAt, settings),
    source_name: order.sourceName,
    ...priced("subtotal_price", order.currencies, totals.subtotalMinor),
    tags: order.tags.join(", "),
    tax_lines: [],
    taxes_included: true,
    test: order.test,
    total_line_items_price: shown(order, totals.itemsMinor),
    ...priced("total_discounts", order.currencies, order.discount.amountMinor),
    total_outstanding: shown(order, totals.outstandingMinor),
    ...priced("total_price", order.currencies, totals.totalMinor),
    total_shipping_price_set: bag(order.currencies, order.shipping.amountMinor),
    ...priced("total_tax", order.currencies, order.taxMinor),
    total_weight: 0,
    updated_at: at(order.updatedAt, settings),
    user_id: null,
    billing_address: address(order.billingAddress, settings),
    shipping_address: address(order.shippingAddress, settings),
    customer: customer ? customerPayload(customer, settings) : null,
    fulfillments: order.fulfillments.map((fulfillment) => fulfillmentPayload(order, fulfillment, settings)),
    line_items: order.lineItems.map((item) => ({
      ...lineItem(order, item, item.quantity),
      current_quantity: lineQuantities(order, item).current,
    })),
    refunds: order.refunds.map((refund) => refundPayload(order, refund, settings)),
    shipping_lines: [
      {
        id: BigInt(order.shipping.id),
        code: order.shipping.title,
        title: order.shipping.title,
        price: shown(order, order.shipping.amountMinor),
        source: "shopify",
      },
    ],
  };
}

function fulfillmentStatus(order: OrderRecord): string | null {
  const status = displayFulfillmentStatus(order);
  return status === "FULFILLED" ? "fulfilled" : status === "PARTIALLY_FULFILLED" ? "partial" : null;
}
