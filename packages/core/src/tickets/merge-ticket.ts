import { AskonceError, type Ticket } from "@askonce/spec";
import type { BeforeHooks } from "../events/before-hooks.ts";
import { supersedeWithin } from "../facts/facts.sql.ts";
import type { Platform } from "../platform/platform.ts";
import { indexTickets } from "../search/index-tickets.ts";
import { indexedShop } from "../search/indexed-shop.ts";
import type { Store, UnitOfWork } from "../storage/store.ts";
import { mostTags } from "./ticket.ts";
import { changeableTicketRow, type TicketRow, ticketRow, toTicket } from "./tickets.sql.ts";

/**
 * Moves everything of one ticket to another. Threads keep the ticket they came from, and the emptied ticket points to where it went, so
 * that an old number still leads to the talk. Tickets of two different customers are not merged: it would show one's order to the other.
 *
 * @throws AskonceError `TICKET_NOT_FOUND`, `TICKET_MERGED`, `MERGE_REFUSED`
 */
export async function mergeTicket(
  unit: UnitOfWork,
  store: Store,
  platform: Platform,
  hooks: BeforeHooks,
  ticketId: string,
  intoTicketId: string,
): Promise<Ticket> {
  const { database } = unit;
  const { shopId } = store;
  const source = await changeableTicketRow(database, shopId, ticketId);
  const target = await changeableTicketRow(database, shopId, intoTicketId);
  if (source.id === target.id) throw new AskonceError("MERGE_REFUSED", { message: "A ticket cannot be merged into itself" });
  if (source.customer_id && target.customer_id && !(await isOnePerson(unit, shopId, source.customer_id, target.customer_id))) {
    throw new AskonceError("MERGE_REFUSED", { message: "The tickets belong to different customers" });
  }
  await hooks.run("ticket.merge", { ticketId, intoTicketId }, unit);

  const move = { ticket_id: target.id };
  await database.updateTable("threads").set(move).where("shop_id", "=", shopId).where("ticket_id", "=", source.id).execute();
  await database.updateTable("messages").set(move).where("shop_id", "=", shopId).where("ticket_id", "=", source.id).execute();
  await database.updateTable("facts").set(move).where("shop_id", "=", shopId).where("ticket_id", "=", source.id).execute();
  await database.updateTable("questions").set(move).where("shop_id", "=", shopId).where("ticket_id", "=", source.id).execute();
  await database.updateTable("hand_overs").set(move).where("shop_id", "=", shopId).where("ticket_id", "=", source.id).execute();
  await copyRows(unit, shopId, source.id, target.id);
  const customerId = target.customer_id ?? source.customer_id;
  // What was said before anybody knew by whom was said by the customer of the ticket.
  if (customerId !== null) {
    const nobodys = database.updateTable("facts").set({ customer_id: customerId }).where("shop_id", "=", shopId);
    await nobodys.where("ticket_id", "=", target.id).where("customer_id", "is", null).execute();
  }
  await supersedeWithin(unit, shopId, target.id);

  const now = platform.clock.now();
  const state = moreAlive(source, target);
  const newer = (source.last_message_at ?? 0) > (target.last_message_at ?? 0) ? source : target;
  await database
    .updateTable("tickets")
    .set({
      customer_id: customerId,
      message_count: source.message_count + target.message_count,
      last_message_at: newer.last_message_at,
      last_message_preview: newer.last_message_preview,
      last_message_direction: newer.last_message_direction,
      search_text: `${target.search_text} ${source.search_text}`,
      status: state.status,
      waiting_for: state.waiting_for,
      updated_at: now,
      version: target.version + 1,
    })
    .where("shop_id", "=", shopId)
    .where("id", "=", target.id)
    .execute();
  await database
    .updateTable("tickets")
    .set({
      status: "resolved",
      waiting_for: null,
      merged_into_id: target.id,
      message_count: 0,
      updated_at: now,
      version: source.version + 1,
    })
    .where("shop_id", "=", shopId)
    .where("id", "=", source.id)
    .execute();
  // What was merged into the source before now lives where the source does: one hop always leads to the talk.
  await database
    .updateTable("tickets")
    .set((update) => ({ merged_into_id: target.id, version: update("version", "+", 1) }))
    .where("shop_id", "=", shopId)
    .where("merged_into_id", "=", source.id)
    .execute();
  await indexTickets(database, indexedShop(store), [source.id, target.id], { anew: true });
  unit.emit("ticket.merged", { kind: "ticket", id: target.id }, { ticketId: source.id, intoTicketId: target.id });
  const changes = {
    ...(state.status !== target.status ? { status: state.status } : {}),
    ...(state.waiting_for !== target.waiting_for ? { waitingFor: state.waiting_for } : {}),
    ...(!target.customer_id && source.customer_id ? { customerId: source.customer_id } : {}),
  };
  if (Object.keys(changes).length > 0) unit.emit("ticket.updated", { kind: "ticket", id: target.id }, { ticketId: target.id, changes });
  return toTicket(await ticketRow(database, shopId, target.id));
}

/** The same customer, or two whom an agent has said to be one person. */
async function isOnePerson(unit: UnitOfWork, shopId: string, one: string, other: string): Promise<boolean> {
  if (one === other) return true;
  const rows = await unit.database
    .selectFrom("customers")
    .select("person_id")
    .where("shop_id", "=", shopId)
    .where("id", "in", [one, other])
    .execute();
  return rows.length === 2 && rows[0]?.person_id !== null && rows[0]?.person_id === rows[1]?.person_id;
}

/** What is still to be done in either ticket is still to be done in both together: open before waiting before resolved. */
function moreAlive(source: TicketRow, target: TicketRow): Pick<TicketRow, "status" | "waiting_for"> {
  const order = ["open", "waiting", "resolved"];
  return order.indexOf(source.status) < order.indexOf(target.status) ? source : target;
}

/**
 * Tags and order links have the ticket in their key; those that the target already has stay as they are there. A ticket has one chosen
 * order and at most {@link mostTags} tags: where both bring theirs, the target's win.
 */
async function copyRows(unit: UnitOfWork, shopId: string, sourceId: string, targetId: string): Promise<void> {
  const tagsOf = (ticketId: string) =>
    unit.database
      .selectFrom("ticket_tags")
      .select("tag")
      .where("shop_id", "=", shopId)
      .where("ticket_id", "=", ticketId)
      .orderBy("tag")
      .execute();
  const kept = new Set((await tagsOf(targetId)).map((row) => row.tag));
  const added = (await tagsOf(sourceId)).filter((row) => !kept.has(row.tag)).slice(0, mostTags - kept.size);
  for (const row of added) {
    await unit.database.insertInto("ticket_tags").values({ shop_id: shopId, ticket_id: targetId, tag: row.tag }).execute();
  }
  const linksOf = (ticketId: string) =>
    unit.database.selectFrom("ticket_orders").selectAll().where("shop_id", "=", shopId).where("ticket_id", "=", ticketId).execute();
  const isChoice = (row: { kind: string; removed_at: number | null }) => row.kind === "agent" && row.removed_at === null;
  const hasChoice = (await linksOf(targetId)).some(isChoice);
  for (const row of await linksOf(sourceId)) {
    if (hasChoice && isChoice(row)) continue;
    await unit.database
      .insertInto("ticket_orders")
      .values({ ...row, ticket_id: targetId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
