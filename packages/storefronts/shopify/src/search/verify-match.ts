import { normalizeEmail, normalizeOrderNumber, normalizePhone, type OrderQuery } from "@askonce/spec";
import type { OrderAnswer } from "../documents/order-answer.ts";

/** A query whose parts can be compared with an order's. */
export interface WantedOrder {
  /** As a customer reads it, normalized. */
  orderNumber: string | null;
  email: string | null;
  /** E.164. */
  phone: string | null;
}

/** Why nothing can match: a part of the query was given that cannot be read. */
export type UnreadablePart = "orderNumber" | "email" | "phone";

export function readOrderQuery(query: OrderQuery, countryCode: string | undefined): WantedOrder | UnreadablePart {
  const orderNumber = query.orderNumber === undefined ? null : normalizeOrderNumber(query.orderNumber);
  const email = query.email === undefined ? null : normalizeEmail(query.email);
  const phone = query.phone === undefined ? null : normalizePhone(query.phone, countryCode);
  if (query.orderNumber !== undefined && orderNumber === null) return "orderNumber";
  if (query.email !== undefined && email === null) return "email";
  if (query.phone !== undefined && phone === null) return "phone";
  return { orderNumber, email, phone };
}

/**
 * The orders that have everything that was asked for. Shopify's search is about words, not about equality: it finds `1001-A` for `1001`
 * and another person's address that shares a word, so nothing it says is believed.
 *
 * A number that a customer writes without the shop's prefix (`1003` for `UK-1003`) counts when no order has it exactly.
 */
export function verifyMatches(orders: readonly OrderAnswer[], wanted: WantedOrder, countryCode: string | undefined): OrderAnswer[] {
  const sameContact = orders.filter((order) => hasEmail(order, wanted.email) && hasPhone(order, wanted.phone, countryCode));
  const { orderNumber } = wanted;
  if (orderNumber === null) return sameContact;
  const exact = sameContact.filter((order) => normalizeOrderNumber(order.name) === orderNumber);
  if (exact.length > 0 || !/^\d+$/.test(orderNumber)) return exact;
  return sameContact.filter((order) => String(order.number ?? "") === orderNumber);
}

function hasEmail(order: OrderAnswer, wanted: string | null): boolean {
  if (wanted === null) return true;
  return [order.email, order.customer?.defaultEmailAddress?.emailAddress].some((email) => email && normalizeEmail(email) === wanted);
}

function hasPhone(order: OrderAnswer, wanted: string | null, countryCode: string | undefined): boolean {
  if (wanted === null) return true;
  const { shippingAddress, billingAddress } = order;
  const known: [string | null | undefined, string | null | undefined][] = [
    [order.phone, shippingAddress?.countryCodeV2],
    [order.customer?.defaultPhoneNumber?.phoneNumber, null],
    [shippingAddress?.phone, shippingAddress?.countryCodeV2],
    [billingAddress?.phone, billingAddress?.countryCodeV2],
  ];
  return known.some(([phone, country]) => phone && normalizePhone(phone, country ?? countryCode) === wanted);
}
