import { type OrderCustomer, sourceRef } from "@askonce/spec";
import type { WooCustomer } from "../schemas/woo-customer.ts";
import type { WooOrder } from "../schemas/woo-order.ts";
import { fullName } from "./address.ts";
import { gmtInstant } from "./instants.ts";

const prefix = "customer/";

/** Orders and customers count separately in WordPress, so a customer's reference says what it is: `woocommerce:customer/2`. */
export function customerRef(adapterId: string, customerId: string): string {
  return sourceRef(adapterId, `${prefix}${customerId}`);
}

/** The id in a reference made by {@link customerRef}; `null` for any other. */
export function customerIdOf(vendorId: string): string | null {
  const id = vendorId.startsWith(prefix) ? vendorId.slice(prefix.length) : "";
  return /^[1-9]\d{0,19}$/.test(id) ? id : null;
}

/** The account behind an order, with what the order says about it; `null` for a guest. */
export function mapOrderCustomer(order: WooOrder, adapterId: string): OrderCustomer | null {
  if (order.customer_id === "0") return null;
  return {
    ref: customerRef(adapterId, order.customer_id),
    name: fullName(order.billing),
    email: order.billing.email,
    phone: order.billing.phone,
    ...unknownToWooCommerce,
    since: null,
  };
}

export function mapCustomer(customer: WooCustomer, adapterId: string): OrderCustomer {
  return {
    ref: customerRef(adapterId, customer.id),
    name: fullName(customer) ?? fullName(customer.billing),
    email: customer.email ?? customer.billing.email,
    phone: customer.billing.phone,
    ...unknownToWooCommerce,
    since: gmtInstant(customer.date_created_gmt),
  };
}

const unknownToWooCommerce = { language: null, ordersCount: null, totalSpent: null, tags: [], note: null };
