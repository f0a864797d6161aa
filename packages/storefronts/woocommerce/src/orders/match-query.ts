import { normalizeEmail, normalizeOrderNumber, normalizePhone } from "@askonce/spec";
import type { WooOrder } from "../schemas/woo-order.ts";

/** Normalized; `null` for what was not asked. */
export interface SearchTerms {
  number: string | null;
  email: string | null;
  phone: string | null;
}

/**
 * Says whether an order is one that was asked for: everything given must match.
 *
 * @param customerIds accounts that have the e-mail: their orders count, whatever address stands on the bill
 */
export function orderMatcher(
  terms: SearchTerms,
  customerIds: ReadonlySet<string>,
  countryCode: string | null,
): (order: WooOrder) => boolean {
  return (order) =>
    (terms.number === null || normalizeOrderNumber(order.number) === terms.number) &&
    (terms.email === null || hasEmail(order, terms.email) || customerIds.has(order.customer_id)) &&
    (terms.phone === null || phonesOf(order, countryCode).includes(terms.phone));
}

function hasEmail(order: WooOrder, email: string): boolean {
  return order.billing.email !== null && normalizeEmail(order.billing.email) === email;
}

/** A number without its country is completed with the address's. */
function phonesOf(order: WooOrder, countryCode: string | null): (string | null)[] {
  return [order.billing, order.shipping].map(({ phone, country }) =>
    phone === null ? null : normalizePhone(phone, country ?? order.billing.country ?? countryCode ?? undefined),
  );
}
