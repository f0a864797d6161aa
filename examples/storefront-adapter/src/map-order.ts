import { parseMoney, readVendorResponse } from "@askonce/adapter-kit";
import { type DualMoney, type FulfillmentStatus, type Order, type OrderStatus, type PaymentStatus, sourceRef } from "@askonce/spec";
import { mapAddress, mapItem, mapRefund } from "./map-order-parts.ts";
import { mapParcel } from "./map-parcel.ts";
import type { Settings } from "./options.ts";
import { readLink } from "./read-link.ts";
import { type VendorOrder, vendorOrder } from "./vendor-schemas.ts";

const statuses = new Map<string, OrderStatus>([
  ["fresh", "open"],
  ["packing", "open"],
  ["parked", "open"],
  ["done", "closed"],
  ["withdrawn", "cancelled"],
  ["broken", "failed"],
]);
const paymentStatuses = new Map<string, PaymentStatus>([
  ["awaited", "pending"],
  ["settled", "paid"],
  ["part-returned", "partly_refunded"],
  ["returned", "refunded"],
]);
const fulfillmentStatuses = new Map<string, FulfillmentStatus>([
  ["none", "unfulfilled"],
  ["some", "partly_fulfilled"],
  ["all", "fulfilled"],
]);

/** @throws AskonceError `ADAPTER_BAD_RESPONSE` naming what could not be read, without its value */
export function mapOrder(data: unknown, settings: Settings): Order {
  const order = readVendorResponse(vendorOrder, data, "order");
  const { buyer, money, times, payment, dispatch } = order;
  const amount = (cents: number): DualMoney => ({ shop: { amountMinor: cents, currency: money.unit }, presentment: null });
  return {
    ref: sourceRef(settings.id, order.uid),
    number: order.no.replace(/^#/, ""),
    status: statuses.get(order.phase) ?? "unknown",
    paymentStatus: paymentStatuses.get(payment?.word ?? "") ?? "unknown",
    fulfillmentStatus: fulfillmentStatuses.get(dispatch?.word ?? "") ?? "unknown",
    raw: { status: order.phase, payment: payment?.word ?? null, fulfillment: dispatch?.word ?? null, return: null },
    placedAt: times.placed.at,
    updatedAt: times.changed.at,
    paidAt: times.paid?.at ?? null,
    cancelledAt: times.withdrawn?.at ?? null,
    cancelReason: order.withdrawnBecause,
    email: buyer?.mail ?? null,
    phone: buyer?.tel ?? null,
    language: buyer?.speaks ?? null,
    customer: mapCustomer(order, settings),
    items: order.basket.map((item) => mapItem(item, order, settings)),
    subtotal: amount(money.goods),
    discountTotal: amount(money.off),
    shippingTotal: amount(money.courier),
    taxTotal: amount(money.vat),
    // The shop counts in cents; only what the buyer saw in another currency is a decimal text.
    total: { ...amount(money.sum), presentment: money.seen ? parseMoney(money.seen.sum, money.seen.unit) : null },
    refundedTotal: amount(money.returned),
    discounts: order.coupon ? [{ code: order.coupon, title: null, amount: amount(money.off).shop }] : [],
    paymentMethod: payment?.how ?? null,
    shippingMethod: dispatch?.how ?? null,
    shippingAddress: order.deliverTo ? mapAddress(order.deliverTo) : null,
    billingAddress: order.billTo ? mapAddress(order.billTo) : null,
    customerNote: buyer?.remark ?? null,
    notes: (order.memos ?? []).map((memo) => ({
      id: memo.uid,
      at: memo.when.at,
      author: memo.who,
      text: memo.text,
      // Not said to be public is private.
      visibleToCustomer: memo.public === true,
    })),
    tags: [],
    fulfillments: [],
    parcels: (order.parcels ?? []).map((parcel) => mapParcel(parcel, settings)),
    refunds: (order.paybacks ?? []).map((payback) => mapRefund(payback, money.unit)),
    returns: [],
    edited: false,
    test: false,
    adminUrl: readLink(order.desk, settings.url),
    gaps: [],
  };
}

function mapCustomer({ buyer }: VendorOrder, settings: Settings): Order["customer"] {
  // Without an account the buyer is a guest.
  if (!buyer?.account) return null;
  return {
    ref: sourceRef(settings.id, `customer-${buyer.account.uid}`),
    name: buyer.account.name,
    email: buyer.mail,
    phone: buyer.tel,
    language: buyer.speaks,
    since: buyer.account.since?.at ?? null,
    ordersCount: null,
    totalSpent: null,
    tags: [],
    note: null,
  };
}
