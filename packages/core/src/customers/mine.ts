import { AskonceError, type FactKey, factKeySchema, factSchema, type Message, type Ticket } from "@askonce/spec";
import type { DisclosedOrder } from "@askonce/spec/contract";
import type { Caller } from "../caller.ts";
import { discloseOrder } from "../disclosure/disclose-order.ts";
import { insertFact } from "../facts/facts.sql.ts";
import { normalizeFact } from "../facts/normalize-fact.ts";
import { toInstant } from "../platform/instants.ts";
import { requireValid } from "../platform/require-valid.ts";
import { decodeCursor, encodeCursor } from "../storage/cursor.ts";
import { createTicket } from "../tickets/create-ticket.ts";
import { readMessagePage } from "../tickets/message-page.ts";
import { appendMessage, authorOf } from "../tickets/messages.ts";
import { chooseOwnOrder } from "../tickets/ticket-orders.ts";
import type { TicketServices } from "../tickets/ticket-services.ts";
import { selectTickets, ticketRow, toTicket } from "../tickets/tickets.sql.ts";
import type { CustomerOrders } from "./customer-orders.ts";

type CustomerCaller = Extract<Caller, { kind: "customer" }>;
type OwnTicket = Pick<Ticket, "id" | "number" | "subject" | "status" | "createdAt" | "updatedAt">;
type OwnMessage = Pick<Message, "id" | "direction" | "text" | "at"> & { authorName: string | null };
interface PageRequest {
  cursor?: string | undefined;
  limit: number;
}

/** What a signed-in customer can do: their own tickets and orders, never a note, never somebody else's. */
export interface Mine {
  tickets(request: PageRequest, caller: CustomerCaller): Promise<{ items: OwnTicket[]; nextCursor: string | null }>;
  /** @param input.fields what a form asked, by the key of the fact */
  open(
    input: { subject: string; text: string; channel: string; fields?: Partial<Record<FactKey, string>> | undefined },
    caller: CustomerCaller,
  ): Promise<OwnTicket>;
  messages(ticketId: string, request: PageRequest, caller: CustomerCaller): Promise<{ items: OwnMessage[]; nextCursor: string | null }>;
  write(ticketId: string, text: string, caller: CustomerCaller): Promise<OwnMessage>;
  /** Says which of their orders a ticket is about. @throws AskonceError `TICKET_NOT_FOUND`, `ORDER_NOT_FOUND` for one that is not theirs */
  chooseOrder(ticketId: string, number: string, caller: CustomerCaller): Promise<OwnTicket>;
  orders(request: PageRequest, caller: CustomerCaller): Promise<{ items: DisclosedOrder[]; nextCursor: string | null }>;
}

export function createMine(services: TicketServices, customerOrders: CustomerOrders): Mine {
  const { store, platform } = services;
  const { shopId } = store;

  /** Somebody else's ticket and one that does not exist are the same to a customer. A merged one leads to where it lives now. */
  const ownTicket = async (database: Parameters<typeof ticketRow>[0], ticketId: string, caller: CustomerCaller) => {
    const row = await ticketRow(database, shopId, ticketId);
    const target = row.merged_into_id ? await ticketRow(database, shopId, row.merged_into_id) : row;
    if (target.customer_id !== caller.customerId) throw new AskonceError("TICKET_NOT_FOUND");
    return target;
  };

  return {
    async tickets(request, caller) {
      const database = await store.ready();
      let query = selectTickets(database, shopId)
        .where("ticket.customer_id", "=", caller.customerId)
        .where("ticket.merged_into_id", "is", null)
        .orderBy("ticket.id", "desc")
        .limit(request.limit + 1);
      if (request.cursor !== undefined) query = query.where("ticket.id", "<", decodeCursor(request.cursor, ["string"])[0]);
      const rows = await query.execute();
      const page = rows.slice(0, request.limit);
      const last = page.at(-1);
      return {
        items: page.map((row) => toOwnTicket(toTicket(row))),
        nextCursor: rows.length > request.limit && last ? encodeCursor([last.id]) : null,
      };
    },

    async open(input, caller) {
      const { subject, channel, text, fields } = input;
      return store.transact(caller, async (unit) => {
        const ticket = await createTicket(unit, services, { subject, channel, message: { text } });
        for (const [name, value] of Object.entries(fields ?? {})) {
          const key = requireValid(factKeySchema, name, "fields");
          if (value === undefined) continue;
          await insertFact(unit, store, platform, {
            ticketId: ticket.id,
            customerId: caller.customerId,
            key,
            value: requireValid(factSchema.shape.value, value, key),
            normalized: normalizeFact(key, value, store.shop.countryCode),
            source: { kind: "form", ref: ticket.id, excerpt: null },
            at: platform.clock.now(),
            assurance: caller.assurance,
          });
        }
        return toOwnTicket(ticket);
      });
    },

    async messages(ticketId, request, caller) {
      const database = await store.ready();
      const ticket = await ownTicket(database, ticketId, caller);
      const page = await readMessagePage(database, shopId, ticket.id, request, { withNotes: false });
      const items = page.rows.map((row) => ({
        id: row.id,
        direction: row.direction,
        text: row.text,
        at: toInstant(row.at),
        authorName: row.author_name,
      }));
      return { items, nextCursor: page.nextCursor };
    },

    write(ticketId, text, caller) {
      return store.transact(caller, async (unit) => {
        const ticket = await ownTicket(unit.database, ticketId, caller);
        const message = await appendMessage(unit, services, ticket, {
          direction: "inbound",
          text,
          channel: "form",
          assurance: caller.assurance,
          author: authorOf(caller),
        });
        return { id: message.id, direction: message.direction, text: message.text, at: message.at, authorName: message.author.name };
      });
    },

    async chooseOrder(ticketId, number, caller) {
      await ownTicket(await store.ready(), ticketId, caller);
      const order = await customerOrders.findOwn(number, caller);
      if (!order) throw new AskonceError("ORDER_NOT_FOUND");
      return store.transact(caller, async (unit) => {
        const ticket = await ownTicket(unit.database, ticketId, caller);
        await chooseOwnOrder(unit, services, ticket.id, order.order);
        return toOwnTicket(toTicket(await ticketRow(unit.database, shopId, ticket.id)));
      });
    },

    async orders(request, caller) {
      const page = await customerOrders.list(caller.customerId, request, caller);
      return {
        items: page.items.map((item) => discloseOrder(item.order, item.provenance.fetchedAt, caller.assurance)),
        nextCursor: page.nextCursor,
      };
    },
  };
}

function toOwnTicket(ticket: Ticket): OwnTicket {
  const { id, number, subject, status, createdAt, updatedAt } = ticket;
  return { id, number, subject, status, createdAt, updatedAt };
}
