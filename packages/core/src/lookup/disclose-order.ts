import type { Instant, Order } from "@askonce/spec";
import type { DisclosedOrder } from "@askonce/spec/contract";

/**
 * What may be shown at `orderMatched`: the goods and where they are. No name, address, contact, note, payment detail or link that acts on
 * the order.
 */
export function discloseOrder(order: Order, fetchedAt: Instant): DisclosedOrder {
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
    fetchedAt,
  };
}
