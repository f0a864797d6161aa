import {
  AskonceError,
  foldText,
  idSchema,
  type Ticket,
  type TicketStatus,
  ticketStatusSchema,
  type WaitingFor,
  waitingForSchema,
} from "@askonce/spec";
import { customerRow } from "../customers/customers.sql.ts";
import { requireValid } from "../platform/require-valid.ts";
import { indexTickets } from "../search/index-tickets.ts";
import { indexedShop } from "../search/indexed-shop.ts";
import type { UnitOfWork } from "../storage/store.ts";
import { changedState, cleanTags, requireSubject } from "./ticket.ts";
import type { TicketServices } from "./ticket-services.ts";
import { writeTags } from "./ticket-tags.ts";
import { changeableTicketRow, mergedSearchText, ticketRow, toTicket } from "./tickets.sql.ts";

export interface TicketChanges {
  status?: TicketStatus | undefined;
  waitingFor?: WaitingFor | null | undefined;
  subject?: string | undefined;
  assigneeId?: string | null | undefined;
  tags?: string[] | undefined;
  customerId?: string | undefined;
  ifVersion?: number | undefined;
}

/** Changes a ticket; what already holds is not a change. */
export async function updateTicket(unit: UnitOfWork, services: TicketServices, ticketId: string, wanted: TicketChanges): Promise<Ticket> {
  const { store, platform, hooks } = services;
  const { shopId } = store;
  const changes = wanted.subject === undefined ? wanted : { ...wanted, subject: requireSubject(wanted.subject) };
  requireValid(ticketStatusSchema.optional(), changes.status, "status");
  requireValid(waitingForSchema.nullable().optional(), changes.waitingFor, "waitingFor");
  requireValid(idSchema.nullable().optional(), changes.assigneeId, "assigneeId");
  const row = await changeableTicketRow(unit.database, shopId, ticketId);
  if (changes.ifVersion !== undefined && changes.ifVersion !== row.version) {
    throw new AskonceError("VERSION_CONFLICT", { details: { version: row.version } });
  }
  const { ifVersion: _, ...requested } = changes;
  await hooks.run("ticket.update", { ticketId, changes: requested }, unit);
  await checkReferences(unit, shopId, changes);
  const state = changedState({ status: row.status, waitingFor: row.waiting_for }, changes);
  const tags = changes.tags === undefined ? undefined : cleanTags(changes.tags);
  const before = toTicket(row);
  const changed = {
    ...(state.status !== row.status ? { status: state.status } : {}),
    ...(state.waitingFor !== row.waiting_for ? { waitingFor: state.waitingFor } : {}),
    ...(changes.assigneeId !== undefined && changes.assigneeId !== row.assignee_id ? { assigneeId: changes.assigneeId } : {}),
    ...(changes.subject !== undefined && changes.subject !== row.subject ? { subject: true as const } : {}),
    ...(changes.customerId !== undefined && changes.customerId !== row.customer_id ? { customerId: changes.customerId } : {}),
    ...(tags && [...tags].sort().join("\n") !== [...before.tags].sort().join("\n") ? { tags } : {}),
  };
  // Saying again what already holds is not a change: it raises no version and wakes nobody.
  if (Object.keys(changed).length === 0) return before;
  const merged = changes.subject === undefined ? "" : await mergedSearchText(unit.database, shopId, ticketId);
  await unit.database
    .updateTable("tickets")
    .set((update) => ({
      status: state.status,
      waiting_for: state.waitingFor,
      ...(changes.assigneeId === undefined ? {} : { assignee_id: changes.assigneeId }),
      ...(changes.customerId === undefined ? {} : { customer_id: changes.customerId }),
      ...(changes.subject === undefined
        ? {}
        : { subject: changes.subject, search_text: foldText(`${row.number} ${changes.subject} ${merged}`) }),
      updated_at: platform.clock.now(),
      version: update("version", "+", 1),
    }))
    .where("shop_id", "=", shopId)
    .where("id", "=", ticketId)
    .execute();
  if (changed.customerId !== undefined) await giveFactsTo(unit, shopId, ticketId, changed.customerId);
  if (tags) await writeTags(unit, shopId, ticketId, tags);
  await indexTickets(unit.database, indexedShop(store), [ticketId], { raisedBy: 1 });
  unit.emit("ticket.updated", { kind: "ticket", id: ticketId }, { ticketId, changes: changed });
  return toTicket(await ticketRow(unit.database, shopId, ticketId));
}

/** What was said on the ticket was said by whoever it is of now: nothing of it stays with the one it was taken for. */
async function giveFactsTo(unit: UnitOfWork, shopId: string, ticketId: string, customerId: string): Promise<void> {
  await unit.database
    .updateTable("facts")
    .set({ customer_id: customerId })
    .where("shop_id", "=", shopId)
    .where("ticket_id", "=", ticketId)
    .execute();
}

async function checkReferences(unit: UnitOfWork, shopId: string, changes: TicketChanges): Promise<void> {
  if (changes.customerId !== undefined) await customerRow(unit.database, shopId, changes.customerId);
  if (!changes.assigneeId) return;
  const agent = await unit.database
    .selectFrom("agents")
    .select("id")
    .where("shop_id", "=", shopId)
    .where("id", "=", changes.assigneeId)
    .where("active", "=", 1)
    .executeTakeFirst();
  if (!agent) throw new AskonceError("AGENT_NOT_FOUND");
}
