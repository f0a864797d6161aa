import type { UnitOfWork } from "../storage/store.ts";
import { indexCustomers } from "./index-customers.ts";
import { indexTickets } from "./index-tickets.ts";
import type { IndexedShop } from "./indexed-shop.ts";
import { findState, updateState } from "./search-state.sql.ts";

/** A page is one transaction, in which the shop's other changes wait: it has to be short. */
const ticketsAtOnce = 50;
const customersAtOnce = 100;

/**
 * Makes the documents of the next page of what was there before them, newest first: that is what people look for.
 *
 * @returns whether there is more
 */
export async function indexBacklogPage({ database }: UnitOfWork, shop: IndexedShop): Promise<boolean> {
  // Read in the transaction: several processes take the pages in turn.
  const state = await findState(database, shop.shopId);
  if (!state) return false;
  const anew = state.thorough === 1;
  if (state.tickets_below > 0) {
    const tickets = await database
      .selectFrom("tickets")
      .select(["id", "number"])
      .where("shop_id", "=", shop.shopId)
      .where("number", "<", state.tickets_below)
      .orderBy("number", "desc")
      .limit(ticketsAtOnce)
      .execute();
    await indexTickets(
      database,
      shop,
      tickets.map((ticket) => ticket.id),
      { anew },
    );
    const below = tickets.length < ticketsAtOnce ? 0 : (tickets.at(-1)?.number ?? 0);
    await updateState(database, shop.shopId, { tickets_below: below, done: state.done + tickets.length });
    return below > 0 || state.customers_below !== "";
  }
  if (state.customers_below === "") return false;
  const customers = await database
    .selectFrom("customers")
    .select("id")
    .where("shop_id", "=", shop.shopId)
    .where("id", "<", state.customers_below)
    .orderBy("id", "desc")
    .limit(customersAtOnce)
    .execute();
  const ids = customers.map((customer) => customer.id);
  const position = new Map(ids.map((id, index) => [id, state.next_customer_position - 1 - index]));
  await indexCustomers(database, shop, ids, { positionOf: (id) => position.get(id) ?? 0, anew });
  const below = ids.length < customersAtOnce ? "" : (ids.at(-1) ?? "");
  await updateState(database, shop.shopId, {
    customers_below: below,
    next_customer_position: state.next_customer_position - ids.length,
    done: state.done + ids.length,
    ...(below === "" ? { thorough: 0 } : {}),
  });
  return below !== "";
}
