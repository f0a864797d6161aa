import { type RawBuilder, sql } from "kysely";

/** What a contact point of each kind has in common with an order. */
const orderColumns = { email: sql`o.email_normalized`, phone: sql`o.phone_normalized`, shopCustomer: sql`o.customer_ref` };

/**
 * The `ref` of every order that shares a contact point with one of these customers, each once. Only refs: leaving out repetitions compares
 * whole rows, and an order is a large one.
 *
 * @param customers ids, or a query for them
 * @param condition further condition on the contact point `c`
 */
export function orderRefsOf(shopId: string, customers: RawBuilder<unknown>, condition: RawBuilder<unknown> = sql``): RawBuilder<unknown> {
  const byKind = Object.entries(orderColumns).map(
    ([kind, column]) => sql`select o.ref from contact_points c cross join orders o
      where o.shop_id = ${shopId} and ${column} = c.normalized and c.shop_id = ${shopId} and c.customer_id in (${customers})
        and c.kind = ${kind} and c.unlinked_at is null and o.deleted_at is null ${condition}`,
  );
  return sql.join(byKind, sql` union `);
}
