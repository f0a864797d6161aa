import type { Selectable, Transaction, Updateable } from "kysely";
import type { Database, Store } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";
import { firstCustomerPosition } from "./customer-position.ts";

export type SearchState = Selectable<Tables["search_states"]>;

/** Above every id. */
export const afterAllIds = "~";

/** Where the shop's documents are. A shop from after the migration has a row from its first worker on, and all its events before it. */
export async function readSearchState(store: Store): Promise<SearchState> {
  const known = await findState(await store.ready(), store.shopId);
  if (known) return known;
  const state: SearchState = {
    shop_id: store.shopId,
    tickets_below: 0,
    customers_below: "",
    next_customer_position: firstCustomerPosition,
    thorough: 0,
    last_sequence: 0,
    done: 0,
  };
  await store.write((database) =>
    database
      .insertInto("search_states")
      .values(state)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  return (await findState(await store.ready(), store.shopId)) ?? state;
}

export function findState(database: Database | Transaction<Tables>, shopId: string): Promise<SearchState | undefined> {
  return database.selectFrom("search_states").selectAll().where("shop_id", "=", shopId).executeTakeFirst();
}

export async function updateState(
  transaction: Transaction<Tables>,
  shopId: string,
  changes: Updateable<Tables["search_states"]>,
): Promise<void> {
  await transaction.updateTable("search_states").set(changes).where("shop_id", "=", shopId).execute();
}
