import type { OrderSearch } from "@askonce/core";
import {
  type ContextOrder,
  normalizeEmail,
  normalizeOrderNumber,
  normalizePhone,
  normalizeTrackingNumber,
  type OrderEvidence,
} from "@askonce/spec";

/**
 * Says on the order why it was found, in the words a ticket's context uses. An order belongs to whoever asks only when an e-mail or a
 * phone of theirs matched: a number alone can be anybody's.
 */
export function withEvidence(entry: ContextOrder, search: OrderSearch): ContextOrder {
  const { order, provenance } = entry;
  const evidence: OrderEvidence[] = [];
  const at = provenance.fetchedAt;
  if (search.number !== undefined && normalizeOrderNumber(search.number) === normalizeOrderNumber(order.number)) {
    evidence.push({ kind: "orderNumber", detail: search.number.slice(0, 300), messageId: null, at });
  }
  const tracking = search.trackingNumber === undefined ? null : normalizeTrackingNumber(search.trackingNumber);
  if (
    tracking !== null &&
    order.parcels.some((parcel) => parcel.trackingNumber !== null && normalizeTrackingNumber(parcel.trackingNumber) === tracking)
  ) {
    evidence.push({ kind: "trackingNumber", detail: tracking, messageId: null, at });
  }
  return { ...entry, evidence, belongsToCustomer: matchesEmail(entry, search) || matchesPhone(entry, search) };
}

export function matchesEmail({ order }: ContextOrder, search: OrderSearch): boolean {
  const wanted = search.email === undefined ? null : normalizeEmail(search.email);
  return (
    wanted !== null && [order.email, order.customer?.email].some((email) => typeof email === "string" && normalizeEmail(email) === wanted)
  );
}

/** Compared by the last nine digits: the search already matched, and a country's code may stand in one of them only. */
export function matchesPhone({ order }: ContextOrder, search: OrderSearch): boolean {
  const tail = (phone: string | null | undefined) => (phone ? (normalizePhone(phone) ?? phone).replace(/\D/g, "").slice(-9) : null);
  const wanted = tail(search.phone);
  if (wanted === null || wanted.length < 7) return false;
  const phones = [order.phone, order.customer?.phone, order.shippingAddress?.phone, order.billingAddress?.phone];
  return phones.some((phone) => tail(phone) === wanted);
}
