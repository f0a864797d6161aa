import { type RawBuilder, sql } from "kysely";

/** The ids of a customer and of everybody who is said to be the same person, for an `in (…)`. */
export function customersOfPerson(shopId: string, customerId: string): RawBuilder<unknown> {
  // All of it: to leave out repetitions SQLite would walk through the shop's customers in the order of their ids.
  return sql`select ${customerId} union all select k.id from customers me cross join customers k
    where me.shop_id = ${shopId} and me.id = ${customerId} and k.shop_id = ${shopId} and k.person_id = me.person_id`;
}
