import { AskonceError, type Message, type Ticket } from "@askonce/spec";
import { type Selectable, sql } from "kysely";
import { toInstant, toInstantOrNull } from "../platform/instants.ts";
import type { Database, UnitOfWork } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";

type Reader = Database | UnitOfWork["database"];
export type TicketRow = Selectable<Tables["tickets"]> & { tags: string; customer_name: string | null };

/** Tickets with their tags and their customer's name, one statement whatever their number. */
export function selectTickets(database: Reader, shopId: string) {
  return database
    .selectFrom("tickets as ticket")
    .leftJoin("customers as customer", (join) =>
      join.onRef("customer.shop_id", "=", "ticket.shop_id").onRef("customer.id", "=", "ticket.customer_id"),
    )
    .selectAll("ticket")
    .select("customer.name as customer_name")
    .select(
      // A line break cannot be part of a tag, so it can part them.
      sql<string>`coalesce((select string_agg(tag, ${sql.lit("\n")}) from (select tag from ticket_tags where ticket_tags.shop_id = ticket.shop_id and ticket_tags.ticket_id = ticket.id order by tag) as ordered), '')`.as(
        "tags",
      ),
    )
    .where("ticket.shop_id", "=", shopId);
}

/** @throws AskonceError `TICKET_NOT_FOUND` */
export async function ticketRow(database: Reader, shopId: string, ticketId: string): Promise<TicketRow> {
  const row = await selectTickets(database, shopId).where("ticket.id", "=", ticketId).executeTakeFirst();
  if (!row) throw new AskonceError("TICKET_NOT_FOUND");
  return row;
}

/** @throws AskonceError `TICKET_NOT_FOUND`, `TICKET_MERGED` */
export async function changeableTicketRow(database: Reader, shopId: string, ticketId: string): Promise<TicketRow> {
  const row = await ticketRow(database, shopId, ticketId);
  if (row.merged_into_id) throw new AskonceError("TICKET_MERGED", { details: { mergedIntoId: row.merged_into_id } });
  return row;
}

/** The words of the tickets that were merged into this one, by which it must still be found. */
export async function mergedSearchText(database: Reader, shopId: string, ticketId: string): Promise<string> {
  const rows = await database
    .selectFrom("tickets")
    .select("search_text")
    .where("shop_id", "=", shopId)
    .where("merged_into_id", "=", ticketId)
    .execute();
  return rows.map((row) => row.search_text).join(" ");
}

export function toTicket(row: TicketRow): Ticket {
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    status: row.status,
    waitingFor: row.waiting_for,
    customerId: row.customer_id,
    customerName: row.customer_name,
    assigneeId: row.assignee_id,
    tags: row.tags === "" ? [] : row.tags.split("\n"),
    language: row.language,
    mergedIntoId: row.merged_into_id,
    messageCount: row.message_count,
    lastMessageAt: toInstantOrNull(row.last_message_at),
    lastMessagePreview: row.last_message_preview,
    lastMessageDirection: row.last_message_direction,
    createdAt: toInstant(row.created_at),
    updatedAt: toInstant(row.updated_at),
    version: row.version,
  };
}

export function toMessage(row: Selectable<Tables["messages"]>): Message {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    threadId: row.thread_id,
    direction: row.direction,
    text: row.text,
    author: { kind: row.author_kind, id: row.author_id, name: row.author_name },
    assurance: row.assurance,
    delivery: row.delivery,
    at: toInstant(row.at),
  };
}
