import { type Gap, type Instant, type Order, sourceRef } from "@askonce/spec";
import type { DiscountAnswer, OrderAnswer } from "../documents/order-answer.ts";
import { mapAddress } from "./address.ts";
import type { AfterSales } from "./after-sales.ts";
import { mapCustomer } from "./customer.ts";
import { mapFulfillment } from "./fulfillment.ts";
import { gidDigits, normalizeGid } from "./gid.ts";
import { instant, instantOrNull } from "./instant.ts";
import { mapItem } from "./item.ts";
import { dualMoney, dualMoneyOrZero } from "./money.ts";
import { fulfillmentStatus, orderStatus, paymentStatus } from "./order-status.ts";
import { mapParcels } from "./parcel.ts";
import { languageOrNull, textOrNull } from "./text.ts";

/** What an order's answer does not say itself. */
export interface OrderSurroundings {
  adapterId: string;
  /** Scheme and host of the shop's admin. */
  origin: string;
  afterSales: AfterSales;
  gaps: readonly Gap[];
}

export function mapOrder(answer: OrderAnswer, surroundings: OrderSurroundings): Order {
  const gid = normalizeGid("Order", answer.id) ?? answer.id;
  const total = dualMoney(answer.totalPriceSet);
  const fulfillments = answer.fulfillments ?? [];
  return {
    ref: sourceRef(surroundings.adapterId, gid),
    number: answer.name.replace(/^#/, "").slice(0, 120) || gidDigits(gid),
    status: orderStatus(answer),
    paymentStatus: paymentStatus(answer.displayFinancialStatus),
    fulfillmentStatus: fulfillmentStatus(answer.displayFulfillmentStatus),
    raw: {
      status: null,
      payment: answer.displayFinancialStatus ?? null,
      fulfillment: answer.displayFulfillmentStatus ?? null,
      return: answer.returnStatus ?? null,
    },
    placedAt: instantOrNull(answer.processedAt) ?? instant(answer.createdAt, "order's creation"),
    updatedAt: instant(answer.updatedAt, "order's last change"),
    paidAt: paidAt(answer),
    cancelledAt: instantOrNull(answer.cancelledAt),
    cancelReason: answer.cancelReason?.toLowerCase() ?? null,
    email: textOrNull(answer.email),
    phone: textOrNull(answer.phone),
    language: languageOrNull(answer.customerLocale),
    customer: answer.customer ? mapCustomer(surroundings.adapterId, answer.customer) : null,
    items: answer.lineItems.nodes.map(mapItem),
    subtotal: dualMoneyOrZero(answer.subtotalPriceSet, total),
    discountTotal: dualMoneyOrZero(answer.totalDiscountsSet, total),
    shippingTotal: dualMoneyOrZero(answer.totalShippingPriceSet, total),
    taxTotal: dualMoneyOrZero(answer.totalTaxSet, total),
    total,
    refundedTotal: dualMoneyOrZero(answer.totalRefundedSet, total),
    discounts: mapDiscounts(answer),
    paymentMethod: textOrNull(answer.paymentGatewayNames?.join(", ")),
    shippingMethod: textOrNull(answer.shippingLine?.title),
    shippingAddress: mapAddress(answer.shippingAddress),
    billingAddress: mapAddress(answer.billingAddress),
    customerNote: textOrNull(answer.note),
    notes: [],
    tags: answer.tags ?? [],
    fulfillments: fulfillments.map(mapFulfillment),
    parcels: fulfillments.flatMap(mapParcels),
    refunds: surroundings.afterSales.refunds,
    returns: surroundings.afterSales.returns,
    edited: answer.edited ?? false,
    test: answer.test ?? false,
    // The short form leads to the right admin whatever the merchant's store is called there.
    adminUrl: `${surroundings.origin}/admin/orders/${gidDigits(gid)}`,
    gaps: [...surroundings.gaps, ...truncations(answer), ...surroundings.afterSales.gaps],
  };
}

/** When the first money came in for good. */
function paidAt(answer: OrderAnswer): Instant | null {
  const moments = (answer.transactions ?? [])
    .filter(({ kind, status }) => (kind === "SALE" || kind === "CAPTURE") && status === "SUCCESS")
    .flatMap(({ processedAt }) => instantOrNull(processedAt) ?? []);
  return moments.sort((one, other) => Date.parse(one) - Date.parse(other))[0] ?? null;
}

/** Shopify says which discounts there were, and one sum: how much each gave is known only when there was one. */
function mapDiscounts(answer: OrderAnswer): Order["discounts"] {
  const applied: DiscountAnswer[] = answer.discountApplications?.nodes ?? [];
  const only = applied.length === 1 && answer.totalDiscountsSet ? dualMoney(answer.totalDiscountsSet).shop : null;
  return applied.map((discount) => ({ code: textOrNull(discount.code), title: textOrNull(discount.title), amount: only }));
}

function truncations(answer: OrderAnswer): Gap[] {
  const gaps: Gap[] = [];
  const truncated = (field: string): Gap => ({ field, reason: "truncated", remedy: null });
  if (answer.lineItems.pageInfo.hasNextPage) gaps.push(truncated("items"));
  if ((answer.fulfillments ?? []).length >= 20) gaps.push(truncated("parcels"));
  if (answer.fulfillments?.some((fulfillment) => fulfillment.events?.pageInfo.hasNextPage)) gaps.push(truncated("parcels.checkpoints"));
  if (answer.fulfillments?.some((fulfillment) => fulfillment.fulfillmentLineItems?.pageInfo.hasNextPage))
    gaps.push(truncated("parcels.items"));
  return gaps;
}
