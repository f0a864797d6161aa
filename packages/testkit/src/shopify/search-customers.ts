import type { ExecutionContext } from "./context.ts";
import type { CustomerRecord } from "./records.ts";
import type { SearchIndex } from "./search-apply.ts";
import { anyOfWords, decimal, freeText, instant, integer, not, tokenized } from "./search-match.ts";
import { ordersOfCustomer } from "./store.ts";

/** The search of `customers(query:)`. */
export function customerSearch(context: ExecutionContext): SearchIndex<CustomerRecord> {
  const tags = anyOfWords((customer: CustomerRecord) => customer.tags);
  return {
    rootField: "customers",
    text: freeText((customer) => [customer.firstName, customer.lastName, customer.email, customer.phone, customer.address?.city ?? null]),
    fields: {
      email: tokenized((customer) => [customer.email]),
      // Open-ended: a number with spaces is cut at the first one, and its beginning fits everybody with that prefix.
      phone: freeText((customer) => [customer.phone]),
      first_name: tokenized((customer) => [customer.firstName]),
      last_name: tokenized((customer) => [customer.lastName]),
      id: integer((customer) => customer.id),
      customer_date: instant((customer) => customer.createdAt, context.now),
      updated_at: instant((customer) => customer.updatedAt, context.now),
      orders_count: decimal((customer) => ordersOfCustomer(context.store, customer.id).length),
      country: anyOfWords((customer) => (customer.address === null ? [] : [customer.address.countryCode])),
      state: anyOfWords(() => ["DISABLED"]),
      tag: tags,
      tag_not: not(tags),
    },
  };
}
