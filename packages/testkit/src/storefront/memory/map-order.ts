import type { Address, DualMoney, FulfillmentStatus, LineItem, Order, OrderCustomer, OrderStatus, PaymentStatus } from "@askonce/spec";
import { sourceRef } from "@askonce/spec";
import { emptyToNull, mapParcel } from "./map-parcel.ts";
import type { VendorOrder } from "./vendor-order.ts";

const orderStatuses: Readonly<Record<string, OrderStatus>> = {
  pending: "open",
  processing: "open",
  onHold: "open",
  completed: "closed",
  refunded: "closed",
  cancelled: "cancelled",
  failed: "failed",
};

/** An order of the memory shop in askonce's words. */
export function mapOrder(order: VendorOrder, adapterId: string): Order {
  const money = moneyOf(order);
  const itemsMinor = order.items.reduce((sum, item) => sum + item.unitPriceMinor * item.quantity, 0);
  const totalMinor = itemsMinor - order.discountMinor + order.shippingMinor;
  const refundedMinor = order.refunds.reduce((sum, refund) => sum + refund.amountMinor, 0);
  const status = orderStatuses[order.status] ?? "unknown";
  return {
    ref: sourceRef(adapterId, order.id),
    number: order.number.replace(/^#/, ""),
    status,
    paymentStatus: paymentStatusOf(order, totalMinor, refundedMinor),
    fulfillmentStatus: status === "unknown" ? "unknown" : fulfillmentStatusOf(order),
    raw: { status: order.status, payment: null, fulfillment: null, return: null },
    placedAt: order.placedAt,
    updatedAt: order.updatedAt,
    paidAt: order.paidAt,
    cancelledAt: order.cancelledAt,
    cancelReason: order.cancelReason,
    email: emptyToNull(order.email),
    phone: emptyToNull(order.phone),
    language: order.language,
    customer: order.customer === null ? null : mapCustomer(order.customer, adapterId),
    items: order.items.map((item) => mapItem(item, order, money)),
    subtotal: money(itemsMinor - order.discountMinor),
    discountTotal: money(order.discountMinor),
    shippingTotal: money(order.shippingMinor),
    taxTotal: money(order.taxMinor),
    total: money(totalMinor),
    refundedTotal: money(refundedMinor),
    discounts:
      order.discountCode === null
        ? []
        : [{ code: order.discountCode, title: null, amount: { amountMinor: order.discountMinor, currency: order.currency } }],
    paymentMethod: emptyToNull(order.paymentMethod.title),
    shippingMethod: emptyToNull(order.shippingMethod),
    shippingAddress: mapAddress(order.shippingAddress),
    billingAddress: mapAddress(order.billingAddress),
    customerNote: emptyToNull(order.customerNote),
    notes: order.notes.map((note) => ({ ...note, id: String(note.id), author: emptyToNull(note.author) })),
    tags: [],
    fulfillments: [],
    parcels: order.parcels.map(mapParcel),
    refunds: order.refunds.map((refund) => ({
      id: String(refund.id),
      at: refund.at,
      amount: money(refund.amountMinor),
      reason: emptyToNull(refund.reason),
      items: refund.items.map((item) => ({ lineItemId: String(item.itemId), quantity: item.quantity })),
    })),
    returns: [],
    edited: false,
    test: false,
    adminUrl: null,
    gaps: [],
  };
}

type MoneyOf = (amountMinor: number) => DualMoney;

function moneyOf(order: Pick<VendorOrder, "currency" | "presentment">): MoneyOf {
  const { currency, presentment } = order;
  return (amountMinor) => ({
    shop: { amountMinor, currency },
    presentment: presentment === null ? null : { amountMinor: Math.round(amountMinor * presentment.rate), currency: presentment.currency },
  });
}

function mapItem(item: VendorOrder["items"][number], order: VendorOrder, money: MoneyOf): LineItem {
  const refunded = order.refunds.flatMap((refund) => refund.items).filter((line) => line.itemId === item.id);
  const gone = order.cancelledAt === null ? refunded.reduce((sum, line) => sum + line.quantity, 0) : item.quantity;
  return {
    id: String(item.id),
    title: item.name,
    variant: emptyToNull(item.variant),
    sku: emptyToNull(item.sku),
    imageUrl: item.imageUrl === "" ? null : new URL(item.imageUrl, "https://memory.example.test").href,
    quantity: item.quantity,
    currentQuantity: Math.max(0, item.quantity - gone),
    unitPrice: money(item.unitPriceMinor),
    total: money(item.unitPriceMinor * item.quantity),
    attributes: [],
  };
}

function mapCustomer(customer: NonNullable<VendorOrder["customer"]>, adapterId: string): OrderCustomer {
  return {
    ref: sourceRef(adapterId, `customer-${customer.id}`),
    name: emptyToNull(customer.name.trim()),
    email: emptyToNull(customer.email),
    phone: emptyToNull(customer.phone),
    language: customer.language,
    since: customer.createdAt,
    ordersCount: null,
    totalSpent: null,
    tags: [],
    note: null,
  };
}

function mapAddress(address: VendorOrder["shippingAddress"]): Address {
  return {
    name: emptyToNull(`${address.firstName} ${address.lastName}`.trim()),
    company: emptyToNull(address.company),
    line1: emptyToNull(address.line1),
    line2: emptyToNull(address.line2),
    city: emptyToNull(address.city),
    province: emptyToNull(address.province),
    postcode: emptyToNull(address.postcode),
    countryCode: emptyToNull(address.countryCode),
    phone: emptyToNull(address.phone),
  };
}

function paymentStatusOf(order: VendorOrder, totalMinor: number, refundedMinor: number): PaymentStatus {
  if (order.status === "failed") return "failed";
  if (refundedMinor > 0) return refundedMinor >= totalMinor ? "refunded" : "partly_refunded";
  return order.paidAt === null ? "pending" : "paid";
}

function fulfillmentStatusOf(order: VendorOrder): FulfillmentStatus {
  const ordered = order.items.reduce((sum, item) => sum + item.quantity, 0);
  const sent = order.parcels.flatMap((parcel) => parcel.items).reduce((sum, item) => sum + item.quantity, 0);
  if (order.status === "onHold") return "on_hold";
  if (sent === 0) return "unfulfilled";
  return sent < ordered ? "partly_fulfilled" : "fulfilled";
}
