import { visibleOrders } from "../context.ts";
import { gid } from "../ids.ts";
import { money, shopMinor } from "../money.ts";
import { orderTotals } from "../order-totals.ts";
import type { CustomerRecord } from "../records.ts";
import { ordersOfCustomer } from "../store.ts";
import { mailingAddress } from "./address.ts";
import type { FieldResolvers } from "./field-resolvers.ts";
import { orderConnection } from "./order.ts";

export const customerResolvers: FieldResolvers<CustomerRecord> = {
  id: (customer) => gid("Customer", customer.id),
  legacyResourceId: (customer) => customer.id,
  displayName: (customer) => `${customer.firstName} ${customer.lastName}`.trim() || (customer.email ?? customer.phone ?? ""),
  defaultEmailAddress: (customer) =>
    customer.email === null ? null : { emailAddress: customer.email, marketingState: "NOT_SUBSCRIBED", validFormat: true },
  defaultPhoneNumber: (customer) => (customer.phone === null ? null : { phoneNumber: customer.phone }),
  defaultAddress: (customer) => mailingAddress(customer.address),
  state: () => "DISABLED",
  verifiedEmail: () => true,
  taxExempt: () => false,
  canDelete: () => false,
  // The aggregates count every order, also those the token may not see.
  numberOfOrders: (customer, _given, context) => String(ordersOfCustomer(context.store, customer.id).length),
  amountSpent: (customer, _given, context) =>
    money(
      ordersOfCustomer(context.store, customer.id).reduce(
        (total, order) => total + shopMinor(order.currencies, orderTotals(order).netPaymentMinor),
        0,
      ),
      context.store.shop.currency,
    ),
  lastOrder: (customer, _given, context) => visibleOrders(context, ordersOfCustomer(context.store, customer.id)).at(-1) ?? null,
  orders: (customer, given, context) =>
    orderConnection(visibleOrders(context, ordersOfCustomer(context.store, customer.id)), given, context, "ID"),
};
