import type { DeliveryStatus, Money } from "@askonce/spec";
import { orderRefundedMinor, orderTotalMinor } from "../shop-data/money.ts";
import type { FakeOrder, FakeParcel, FakeParcelEvent } from "../shop-data/shop.ts";
import type { ExpectedOrder, ExpectedParcel, OneOf } from "./expected-order.ts";

const deliveryStatusOf: Readonly<Record<FakeParcelEvent["status"], OneOf<DeliveryStatus>>> = {
  labelCreated: "label_created",
  pickedUp: ["handed_over", "in_transit"],
  inTransit: "in_transit",
  outForDelivery: "out_for_delivery",
  attemptFailed: "delivery_attempted",
  readyForPickup: "ready_for_pickup",
  delivered: "delivered",
  delayed: ["in_transit", "on_hold"],
  failed: ["failed", "delivery_attempted"],
};

/** What any storefront has to say about an order of the neutral shop, leaving open what platforms may see differently. */
export function expectedFromOrder(order: FakeOrder): ExpectedOrder {
  const money = (amountMinor: number): Money => ({ amountMinor, currency: order.currency });
  const refundedMinor = orderRefundedMinor(order);
  const skuOf = (itemId: number): string => order.items.find((item) => item.id === itemId)?.sku ?? "";
  const isCancelled = order.cancelledAt !== null;
  return {
    number: order.number,
    status: statusOf(order),
    ...(isCancelled ? {} : { paymentStatus: paymentStatusOf(order), fulfillmentStatus: fulfillmentStatusOf(order) }),
    placedAt: order.placedAt,
    email: order.email === "" ? null : order.email,
    isGuest: order.customerId === null,
    ...(order.cancelReason === null ? {} : { cancelReason: order.cancelReason }),
    // Platforms strike the total of a cancelled order in different ways, and split tax off from the parts of a sum.
    ...(isCancelled ? {} : { total: money(orderTotalMinor(order)), refundedTotal: money(refundedMinor) }),
    ...(order.taxMinor > 0 ? {} : { shippingTotal: money(order.shippingMinor), discountTotal: money(order.discountMinor) }),
    presentmentTotal:
      order.presentment === null
        ? null
        : { amountMinor: Math.round(orderTotalMinor(order) * order.presentment.rate), currency: order.presentment.currency },
    items: order.items.map((item) => ({
      sku: item.sku,
      title: item.name,
      quantity: item.quantity,
      ...(order.taxMinor > 0 ? {} : { unitPrice: money(item.unitPriceMinor) }),
    })),
    parcels: order.parcels.map((parcel) => expectedParcel(parcel, skuOf)),
    refunds: order.refunds.map((refund) => ({
      amount: money(refund.amountMinor),
      reason: refund.reason,
      items: refund.items.map((item) => ({ sku: skuOf(item.itemId), quantity: item.quantity })),
    })),
    notes: order.notes.map(({ text, visibleToCustomer }) => ({ text, visibleToCustomer })),
    shippingAddress: {
      name: `${order.shippingAddress.firstName} ${order.shippingAddress.lastName}`,
      lines: [order.shippingAddress.line1, order.shippingAddress.line2].filter((line) => line !== ""),
      city: order.shippingAddress.city,
      postcode: order.shippingAddress.postcode,
      countryCode: order.shippingAddress.countryCode,
    },
    ...(order.customerNote === "" ? {} : { customerNote: order.customerNote }),
  };
}

function expectedParcel(parcel: FakeParcel, skuOf: (itemId: number) => string): ExpectedParcel {
  const newestFirst = [...parcel.events].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const last = newestFirst[0];
  return {
    trackingNumber: parcel.trackingNumber,
    carrier: parcel.carrier,
    // Without a scan a platform knows at most that it was sent.
    status: last === undefined ? ["unknown", "label_created", "handed_over", "in_transit"] : deliveryStatusOf[last.status],
    shippedAt: parcel.shippedAt,
    promisedAt: parcel.promisedAt,
    estimatedAt: parcel.estimatedAt,
    deliveredAt: parcel.deliveredAt,
    lastScanAt: last?.at ?? null,
    items: parcel.items.map((item) => ({ sku: skuOf(item.itemId), quantity: item.quantity })),
    checkpointTexts: newestFirst.map((event) => event.text),
  };
}

function statusOf(order: FakeOrder): NonNullable<ExpectedOrder["status"]> {
  if (order.status === "cancelled" || order.status === "failed") return order.status;
  if (order.status === "completed" || order.status === "refunded") return ["closed", "open"];
  return "open";
}

function paymentStatusOf(order: FakeOrder): NonNullable<ExpectedOrder["paymentStatus"]> {
  const refundedMinor = orderRefundedMinor(order);
  if (refundedMinor >= orderTotalMinor(order)) return "refunded";
  if (refundedMinor > 0) return "partly_refunded";
  return order.paidAt === null ? ["pending", "authorized"] : "paid";
}

function fulfillmentStatusOf(order: FakeOrder): NonNullable<ExpectedOrder["fulfillmentStatus"]> {
  const ordered = order.items.reduce((sum, item) => sum + item.quantity, 0);
  const sent = order.parcels.flatMap((parcel) => parcel.items).reduce((sum, item) => sum + item.quantity, 0);
  if (sent === 0) return ["unfulfilled", "not_required"];
  return sent < ordered ? "partly_fulfilled" : "fulfilled";
}
