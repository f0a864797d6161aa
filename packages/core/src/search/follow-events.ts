import { systemCaller } from "../caller.ts";
import type { Database, Store } from "../storage/store.ts";
import { indexCustomer, staleCustomers } from "./index-customers.ts";
import { indexTickets } from "./index-tickets.ts";
import { indexedShop } from "./indexed-shop.ts";
import type { SearchState } from "./search-state.sql.ts";
import { updateState } from "./search-state.sql.ts";

const eventsAtOnce = 300;

/**
 * Looks through what happened since the last time for tickets and customers whose documents were not written with the change: those that an
 * older version of this code changed, which runs beside this one while a new version is rolled out. It mends the counters with them.
 *
 * @returns whether there is more
 */
export async function followEvents(store: Store, state: SearchState): Promise<boolean> {
  const database = await store.ready();
  const shop = indexedShop(store);
  const events = await database
    .selectFrom("events")
    .select(["sequence", "subject_kind", "subject_id"])
    .where("shop_id", "=", store.shopId)
    .where("sequence", ">", state.last_sequence)
    .orderBy("sequence")
    .limit(eventsAtOnce)
    .execute();
  const last = events.at(-1);
  if (!last) return false;
  const subjects = (kind: string) => [...new Set(events.filter((event) => event.subject_kind === kind).map((event) => event.subject_id))];
  const tickets = await staleTickets(database, store.shopId, subjects("ticket"));
  if (tickets.length > 0) await store.transact(systemCaller, (unit) => indexTickets(unit.database, shop, tickets));
  for (const { id } of await staleCustomers(database, shop, subjects("customer"))) {
    await store.transact(systemCaller, (unit) => indexCustomer(unit.database, shop, id));
  }
  await store.write((transaction) => updateState(transaction, store.shopId, { last_sequence: last.sequence }));
  return events.length === eventsAtOnce;
}

/** Tickets that changed after their document was written, with what was merged into them. */
async function staleTickets(database: Database, shopId: string, ticketIds: readonly string[]): Promise<string[]> {
  if (ticketIds.length === 0) return [];
  const rows = await database
    .selectFrom("tickets as ticket")
    .leftJoin("search_documents as document", (join) =>
      join.onRef("document.shop_id", "=", "ticket.shop_id").on("document.kind", "=", "ticket").onRef("document.id", "=", "ticket.id"),
    )
    .select("ticket.id")
    .where("ticket.shop_id", "=", shopId)
    .where((where) => where.or([where("ticket.id", "in", [...ticketIds]), where("ticket.merged_into_id", "in", [...ticketIds])]))
    .where((where) =>
      where.or([
        where.and([
          where("ticket.merged_into_id", "is", null),
          where.or([where("document.version", "is", null), where("document.version", "<>", where.ref("ticket.version"))]),
        ]),
        where.and([where("ticket.merged_into_id", "is not", null), where("document.id", "is not", null)]),
      ]),
    )
    .execute();
  return rows.map((row) => row.id);
}
