import type { FakeAddress, FakeOrder } from "../shop-data/shop.ts";
import type { WooAddress, WooMeta, WooOrder } from "./model.ts";
import { currencySymbol, decimalText } from "./money.ts";
import { orderAmounts } from "./order-amounts.ts";
import { orderMoney, type RenderContext, refundAmounts } from "./render-context.ts";
import { renderCouponLines, renderLineItem, renderShippingLine, renderTaxLines } from "./render-lines.ts";
import { gmtText, siteText } from "./site-time.ts";
import { stableHash, stableKey } from "./stable-hash.ts";
import { type RenderedTracking, renderTracking } from "./tracking/tracking.ts";

const statuses: Record<FakeOrder["status"], string> = {
  pending: "pending",
  processing: "processing",
  onHold: "on-hold",
  completed: "completed",
  cancelled: "cancelled",
  refunded: "refunded",
  failed: "failed",
};

/** A neutral order as `wc/v3` shows it, with what its tracking plugin keeps beside the order. */
export function renderOrder(order: FakeOrder, context: RenderContext): { order: WooOrder; tracking: RenderedTracking } {
  const { currency, convert } = orderMoney(order, context);
  const amounts = orderAmounts(order, convert);
  const refunded = refundAmounts(order, amounts.totalMinor, context);
  const tracking = renderTracking(order, context);
  const key = `wc_order_${stableKey(13, "order-key", order.id, order.number)}`;
  const status = statuses[order.status];
  const local = (instant: string | null): string | null => (instant === null ? null : siteText(Date.parse(instant), context.timeZone));
  const utc = (instant: string | null): string | null => (instant === null ? null : gmtText(Date.parse(instant)));
  const completedAt = order.status === "completed" ? completionOf(order) : null;
  const rendered: WooOrder = {
    id: order.id,
    parent_id: 0,
    status,
    currency,
    version: "10.5.0",
    prices_include_tax: order.taxMinor > 0,
    date_created: local(order.placedAt) ?? "",
    date_modified: local(order.updatedAt) ?? "",
    discount_total: decimalText(amounts.discountMinor, currency),
    discount_tax: decimalText(amounts.discountTaxMinor, currency),
    shipping_total: decimalText(amounts.shippingMinor, currency),
    shipping_tax: decimalText(amounts.shippingTaxMinor, currency),
    cart_tax: decimalText(amounts.cartTaxMinor, currency),
    total: decimalText(amounts.totalMinor, currency),
    total_tax: decimalText(amounts.taxMinor, currency),
    customer_id: order.customerId ?? 0,
    order_key: key,
    billing: renderAddress(order.billingAddress, { email: order.email, phone: order.phone || order.billingAddress.phone }),
    shipping: renderAddress(order.shippingAddress, { phone: order.shippingAddress.phone }),
    payment_method: order.paymentMethod.code,
    payment_method_title: order.paymentMethod.title,
    transaction_id: order.paidAt === null || order.paymentMethod.code === "cod" ? "" : `pi_${stableKey(24, "transaction", order.id)}`,
    customer_ip_address: `203.0.113.${(order.id % 250) + 1}`,
    customer_user_agent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
    created_via: "checkout",
    customer_note: order.customerNote,
    date_completed: local(completedAt),
    date_paid: local(order.paidAt),
    cart_hash: stableHash("cart", order.id),
    number: order.number,
    meta_data: renderMeta(order, context, tracking),
    line_items: order.items.map((item, index) =>
      renderLineItem(
        item,
        amounts.lines[index] ?? { subtotalMinor: 0, subtotalTaxMinor: 0, totalMinor: 0, totalTaxMinor: 0 },
        currency,
        tracking.itemMeta.get(item.id) ?? [],
      ),
    ),
    tax_lines: renderTaxLines(order, amounts, currency, context),
    shipping_lines: [renderShippingLine(order, amounts, currency, context)],
    fee_lines: [],
    coupon_lines: renderCouponLines(order, amounts, currency, context),
    refunds: [...order.refunds]
      .sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || b.id - a.id)
      .map((refund) => ({
        id: context.ids.refund(refund.id),
        reason: refund.reason,
        total: decimalText(-(refunded.get(refund.id) ?? 0), currency),
      })),
    payment_url: `/checkout/order-pay/${order.id}/?pay_for_order=true&key=${key}`,
    is_editable: status === "pending" || status === "on-hold",
    needs_payment: (status === "pending" || status === "failed") && amounts.totalMinor > 0,
    needs_processing: true,
    date_created_gmt: utc(order.placedAt) ?? "",
    date_modified_gmt: utc(order.updatedAt) ?? "",
    date_completed_gmt: utc(completedAt),
    date_paid_gmt: utc(order.paidAt),
    currency_symbol: currencySymbol(currency),
    ...(tracking.askonce === null ? {} : { askonce: tracking.askonce }),
  };
  return { order: rendered, tracking };
}

/** "Completed" is when the shop handed the last parcel over, not when it arrived. */
function completionOf(order: FakeOrder): string {
  const shipped = order.parcels.map((parcel) => parcel.shippedAt).sort();
  return shipped.at(-1) ?? order.paidAt ?? order.updatedAt;
}

function renderMeta(order: FakeOrder, context: RenderContext, tracking: RenderedTracking): WooMeta[] {
  const pairs: [string, unknown][] = [];
  // Plugins for sequential numbers keep the number the customer reads in this key.
  if (order.number !== String(order.id)) pairs.push(["_order_number", order.number]);
  if (order.presentment !== null && context.orderCurrency === "buyer") {
    pairs.push(["_wcpay_multi_currency_order_exchange_rate", String(order.presentment.rate)]);
    pairs.push(["_wcpay_multi_currency_order_default_currency", order.currency]);
  }
  pairs.push(...tracking.meta);
  return pairs.map(([key, value], index) => ({ id: order.id * 20 + index, key, value }));
}

export function renderAddress(address: FakeAddress, contact: { email?: string; phone: string }): WooAddress {
  return {
    first_name: address.firstName,
    last_name: address.lastName,
    company: address.company,
    address_1: address.line1,
    address_2: address.line2,
    city: address.city,
    state: address.province,
    postcode: address.postcode,
    country: address.countryCode,
    ...(contact.email === undefined ? {} : { email: contact.email }),
    phone: contact.phone,
  };
}
