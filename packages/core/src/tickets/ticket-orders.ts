import { AskonceError, type SourceRef } from "@askonce/spec";
import type { Caller } from "../caller.ts";
import { toInstant } from "../platform/instants.ts";
import type { UnitOfWork } from "../storage/store.ts";
import type { TicketServices } from "./ticket-services.ts";
import { changeableTicketRow } from "./tickets.sql.ts";

/** Says which order a ticket is about. @throws AskonceError `TICKET_NOT_FOUND`, `TICKET_MERGED`, `ORDER_NOT_FOUND` */
export async function linkOrder(
  unit: UnitOfWork,
  { store, platform }: TicketServices,
  ticketId: string,
  orderRef: SourceRef,
): Promise<void> {
  const { shopId } = store;
  const { caller } = unit;
  await changeableTicketRow(unit.database, shopId, ticketId);
  const chosen = await unit.database
    .selectFrom("ticket_orders")
    .select("order_ref")
    .where("shop_id", "=", shopId)
    .where("ticket_id", "=", ticketId)
    .where("kind", "=", "agent")
    .where("removed_at", "is", null)
    .executeTakeFirst();
  // Choosing the order that is chosen already is not a change.
  if (chosen?.order_ref === orderRef) return;
  const order = await unit.database
    .selectFrom("orders")
    .select("number")
    .where("shop_id", "=", shopId)
    .where("ref", "=", orderRef)
    .executeTakeFirst();
  if (!order) throw new AskonceError("ORDER_NOT_FOUND");
  const now = platform.clock.now();
  // One order is chosen at a time: choosing another one takes the choice back, but does not rule the first one out.
  await unit.database
    .deleteFrom("ticket_orders")
    .where("shop_id", "=", shopId)
    .where("ticket_id", "=", ticketId)
    .where((where) =>
      where.or([where.and([where("kind", "=", "agent"), where("removed_at", "is", null)]), where("order_ref", "=", orderRef)]),
    )
    .execute();
  await unit.database
    .insertInto("ticket_orders")
    .values({
      shop_id: shopId,
      ticket_id: ticketId,
      order_ref: orderRef,
      kind: "agent",
      detail: chooserOf(caller),
      message_id: null,
      at: now,
      removed_at: null,
    })
    .execute();
  await touch(unit, shopId, ticketId);
  // The row says the name for the desk; the event outlives the person and holds the id.
  const evidence = {
    kind: "agent" as const,
    detail: caller.kind === "agent" ? caller.agentId : "system",
    messageId: null,
    at: toInstant(now),
  };
  unit.emit("ticket.order_linked", { kind: "ticket", id: ticketId }, { ticketId, orderRef, evidence });
}

/** Says that a ticket is not about an order, whatever speaks for it. @throws AskonceError `TICKET_NOT_FOUND`, `TICKET_MERGED` */
export async function unlinkOrder(
  unit: UnitOfWork,
  { store, platform }: TicketServices,
  ticketId: string,
  orderRef: SourceRef,
): Promise<void> {
  const { shopId } = store;
  const { caller } = unit;
  await changeableTicketRow(unit.database, shopId, ticketId);
  const now = platform.clock.now();
  const detail = chooserOf(caller);
  await unit.database
    .insertInto("ticket_orders")
    .values({
      shop_id: shopId,
      ticket_id: ticketId,
      order_ref: orderRef,
      kind: "agent",
      detail,
      message_id: null,
      at: now,
      removed_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(["shop_id", "ticket_id", "order_ref", "kind"]).doUpdateSet({ removed_at: now, detail, at: now }),
    )
    .execute();
  await touch(unit, shopId, ticketId);
  unit.emit("ticket.order_unlinked", { kind: "ticket", id: ticketId }, { ticketId, orderRef });
}

/** Who chose, by the name that colleagues read. */
function chooserOf(caller: Caller): string {
  return caller.kind === "agent" ? caller.name.slice(0, 300) : "system";
}

async function touch(unit: UnitOfWork, shopId: string, ticketId: string): Promise<void> {
  await unit.database
    .updateTable("tickets")
    .set((update) => ({ version: update("version", "+", 1) }))
    .where("shop_id", "=", shopId)
    .where("id", "=", ticketId)
    .execute();
  // Nothing that a ticket is found by has changed: its document is as far as before.
  await unit.database
    .updateTable("search_documents")
    .set((update) => ({ version: update("version", "+", 1) }))
    .where("shop_id", "=", shopId)
    .where("kind", "=", "ticket")
    .where("id", "=", ticketId)
    .execute();
}

/** What a customer says their ticket is about, of their own orders. A later choice takes the place of an earlier one. */
export async function chooseOwnOrder(
  unit: UnitOfWork,
  { store, platform }: TicketServices,
  ticketId: string,
  order: { ref: SourceRef; number: string },
): Promise<void> {
  const { shopId } = store;
  const now = platform.clock.now();
  const own = unit.database.deleteFrom("ticket_orders").where("shop_id", "=", shopId).where("ticket_id", "=", ticketId);
  await own.where("kind", "=", "customer").execute();
  await unit.database
    .insertInto("ticket_orders")
    .values({
      shop_id: shopId,
      ticket_id: ticketId,
      order_ref: order.ref,
      kind: "customer",
      detail: order.number,
      message_id: null,
      at: now,
      removed_at: null,
    })
    .execute();
  await touch(unit, shopId, ticketId);
  const evidence = { kind: "customer" as const, detail: order.number, messageId: null, at: toInstant(now) };
  unit.emit("ticket.order_linked", { kind: "ticket", id: ticketId }, { ticketId, orderRef: order.ref, evidence });
}
