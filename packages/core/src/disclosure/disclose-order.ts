import type { Assurance, Instant, Order } from "@askonce/spec";
import type { DisclosedOrder } from "@askonce/spec/contract";
import { type DisclosedField, mayShow } from "./disclosure.ts";

/**
 * An order as somebody of this assurance may see it, of what is theirs: at `orderMatched` the goods and where they are; who it is for from
 * `otpVerified` on. Never a note, or a link that acts on the order.
 */
export function discloseOrder(order: Order, fetchedAt: Instant, assurance: Assurance): DisclosedOrder {
  return {
    number: order.number,
    status: order.status,
    fulfillmentStatus: order.fulfillmentStatus,
    placedAt: order.placedAt,
    total: order.total.presentment ?? order.total.shop,
    items: order.items.map((item) => ({
      title: item.title,
      variant: item.variant,
      quantity: item.currentQuantity,
      imageUrl: item.imageUrl,
    })),
    parcels: order.parcels.map((parcel) => ({
      carrier: parcel.carrier,
      trackingNumber: parcel.trackingNumber,
      trackingUrl: parcel.trackingUrl,
      status: parcel.status,
      shippedAt: parcel.shippedAt,
      estimatedAt: parcel.estimatedAt,
      deliveredAt: parcel.deliveredAt,
      lastScanAt: parcel.lastScanAt,
    })),
    person: personOf(order, assurance),
    fetchedAt,
  };
}

function personOf(order: Order, assurance: Assurance): DisclosedOrder["person"] {
  const shown = <Value>(field: DisclosedField, value: Value | null): Value | null => (mayShow(field, assurance) ? value : null);
  const address = order.shippingAddress;
  const person = {
    name: shown("name", address?.name ?? order.customer?.name ?? null),
    email: shown("email", order.email),
    phone: shown("phone", order.phone ?? address?.phone ?? null),
    shippingAddress: shown("shippingAddress", address),
    paymentMethod: shown("paymentMethod", order.paymentMethod),
  };
  return Object.values(person).every((value) => value === null) ? null : person;
}
