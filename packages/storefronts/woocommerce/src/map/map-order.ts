import { AskonceError, type Gap, languageSchema, type Order, type OrderNote, type Parcel, sourceRef } from "@askonce/spec";
import { metaText } from "../schemas/meta.ts";
import type { WooFulfillment } from "../schemas/woo-fulfillment.ts";
import type { WooOrder } from "../schemas/woo-order.ts";
import type { WooRefund } from "../schemas/woo-refund.ts";
import { readParcels } from "../tracking/read-parcels.ts";
import { mapAddress } from "./address.ts";
import { mapOrderCustomer } from "./customer.ts";
import { mapDiscounts } from "./discounts.ts";
import { deriveFulfillmentStatus } from "./fulfillment-status.ts";
import { mapFulfillments } from "./fulfillments.ts";
import { gmtInstant } from "./instants.ts";
import { mapLineItems } from "./line-items.ts";
import type { MapContext } from "./map-context.ts";
import { orderMoney } from "./order-money.ts";
import { mapOrderStatus } from "./order-status.ts";
import { derivePaymentStatus, refundedTotal } from "./payment-status.ts";
import { plainText } from "./plain-text.ts";
import { mapRefunds } from "./refunds.ts";
import { siteClockOf } from "./site-clock.ts";

/** What was read beside the order; a part that was not is empty, and has its gap. */
export interface OrderParts {
  notes: readonly OrderNote[];
  refunds: readonly WooRefund[];
  fulfillments: readonly WooFulfillment[];
  gaps: readonly Gap[];
}

/** @throws AskonceError `ADAPTER_BAD_RESPONSE` when a date or an amount cannot be read */
export function mapOrder(order: WooOrder, parts: OrderParts, context: MapContext): Order {
  const placedAt = gmtInstant(order.date_created_gmt);
  if (placedAt === null) throw new AskonceError("ADAPTER_BAD_RESPONSE", { message: "The order's date cannot be read" });
  const updatedAt = gmtInstant(order.date_modified_gmt) ?? placedAt;
  const money = orderMoney(order);
  const siteClock = siteClockOf(order);
  const refunds = mapRefunds(parts.refunds, order);
  const items = mapLineItems(order, refunds);
  const fulfillments = mapFulfillments(parts.fulfillments, siteClock);
  const { parcels, failed } = readParcels({ order, fulfillments: parts.fulfillments, siteClock });
  const known = withOrderStatus(parcels, order.status);
  const { adapterId, url, statusMap } = context;
  return {
    ref: sourceRef(adapterId, order.id),
    number: order.number.replace(/^#/, ""),
    status: mapOrderStatus(order.status, statusMap),
    paymentStatus: derivePaymentStatus(order),
    fulfillmentStatus: deriveFulfillmentStatus({ order, items, fulfillments, parcels: known }),
    raw: {
      status: order.status,
      payment: order.payment_method,
      fulfillment: metaText(order.meta_data, "_fulfillment_status"),
      return: null,
    },
    placedAt,
    updatedAt,
    paidAt: gmtInstant(order.date_paid_gmt),
    // WooCommerce keeps neither the date of a cancellation nor its reason. A cancelled order is hardly ever changed again, so its last
    // change is the date, or later than it.
    cancelledAt: order.status === "cancelled" ? updatedAt : null,
    cancelReason: null,
    email: order.billing.email,
    phone: order.billing.phone ?? order.shipping.phone,
    language: languageOf(order),
    customer: mapOrderCustomer(order, adapterId),
    items,
    subtotal: money.sum(
      ...order.line_items.flatMap((line) => (order.prices_include_tax ? [line.subtotal, line.subtotal_tax] : [line.subtotal])),
    ),
    discountTotal: money.part(order.discount_total, order.discount_tax),
    shippingTotal: money.part(order.shipping_total, order.shipping_tax),
    taxTotal: money.sum(order.total_tax),
    total: money.sum(order.total),
    refundedTotal: { shop: { ...money.sum().shop, amountMinor: refundedTotal(order) }, presentment: null },
    discounts: mapDiscounts(order),
    paymentMethod: order.payment_method_title === null ? null : plainText(order.payment_method_title) || null,
    shippingMethod: order.shipping_lines.flatMap((line) => line.method_title ?? []).join(", ") || null,
    shippingAddress: mapAddress(order.shipping),
    billingAddress: mapAddress(order.billing),
    customerNote: order.customer_note,
    notes: [...parts.notes],
    tags: [],
    fulfillments,
    parcels: known,
    refunds,
    returns: [],
    edited: false,
    test: false,
    adminUrl: `${url}/wp-admin/admin.php?page=wc-orders&action=edit&id=${order.id}`,
    gaps: [...parts.gaps, ...failed.map((source): Gap => ({ field: `parcels.${source}`, reason: "failed", remedy: null }))],
  };
}

/** A status that Advanced Shipment Tracking sets when every parcel has arrived; with it the shop itself says so. */
function withOrderStatus(parcels: readonly Parcel[], orderStatus: string): Parcel[] {
  if (orderStatus !== "delivered") return [...parcels];
  return parcels.map((parcel) =>
    parcel.status === "unknown" || parcel.status === "label_created" ? { ...parcel, status: "delivered", rawStatus: orderStatus } : parcel,
  );
}

/** Set by WPML; WooCommerce itself does not know in which language somebody bought. */
function languageOf(order: WooOrder): string | null {
  const result = languageSchema.safeParse(metaText(order.meta_data, "wpml_language"));
  return result.success ? result.data : null;
}
