import {
  type AskonceEvent,
  type Assurance,
  type Fact,
  type FactKey,
  factSchema,
  type Message,
  messageSchema,
  type SourceRef,
  sourceRefSchema,
  type Ticket,
  type TicketStatus,
  ticketStatusSchema,
} from "@askonce/spec";
import * as z from "zod";
import { type Caller, requireRole } from "../caller.ts";
import { readTicketCounts, type TicketCounts } from "../counts/ticket-counts.ts";
import { readSubjectEvents } from "../events/event-log.ts";
import { insertFact, toFact } from "../facts/facts.sql.ts";
import { normalizeFact } from "../facts/normalize-fact.ts";
import { requireLimit, requireValid } from "../platform/require-valid.ts";
import { wellFormed } from "../platform/well-formed.ts";
import { answerQuestions } from "../questions/record-questions.ts";
import { decodeCursor, encodeCursor } from "../storage/cursor.ts";
import { createTicket, type NewTicket } from "./create-ticket.ts";
import { lastInboundThread } from "./last-inbound-thread.ts";
import { listTickets, type TicketListRequest } from "./list-tickets.ts";
import { mergeTicket } from "./merge-ticket.ts";
import { type MessagePageRequest, readMessagePage } from "./message-page.ts";
import { appendMessage, authorOf } from "./messages.ts";
import { customerAuthor, customerChannelSchema } from "./ticket.ts";
import { linkOrder, unlinkOrder } from "./ticket-orders.ts";
import type { TicketServices } from "./ticket-services.ts";
import { changeableTicketRow, ticketRow, toMessage, toTicket } from "./tickets.sql.ts";
import { type TicketChanges, updateTicket } from "./update-ticket.ts";

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}
interface PageRequest {
  cursor?: string | undefined;
  limit: number;
}

/** Commands and queries about tickets. Every command is one transaction with its events. */
export interface Tickets {
  list(request: TicketListRequest, caller: Caller): Promise<Page<Ticket>>;
  /** How many there are, by status and by who has them. */
  counts(caller: Caller): Promise<TicketCounts>;
  get(ticketId: string, caller: Caller): Promise<Ticket>;
  create(input: NewTicket, caller: Caller): Promise<Ticket>;
  update(ticketId: string, changes: TicketChanges, caller: Caller): Promise<Ticket>;
  merge(ticketId: string, intoTicketId: string, caller: Caller): Promise<Ticket>;
  messages(ticketId: string, request: MessagePageRequest, caller: Caller): Promise<Page<Message>>;
  /** Records what the customer said. */
  receive(ticketId: string, input: { text: string; channel?: string; assurance?: Assurance }, caller: Caller): Promise<Message>;
  /**
   * Answers the customer.
   *
   * @param input.sendAnyway why it goes although the guard objects, where its mode is `block`
   * @throws AskonceError `REPLY_ASKS_KNOWN`, `REPLY_DISCLOSES`, `MESSAGE_TOO_LONG`, `TICKET_NOT_FOUND`, `TICKET_MERGED`, `VETOED`
   */
  reply(
    ticketId: string,
    input: { text: string; status?: TicketStatus | undefined; sendAnyway?: string | undefined },
    caller: Caller,
  ): Promise<Message>;
  note(ticketId: string, input: { text: string }, caller: Caller): Promise<Message>;
  linkOrder(ticketId: string, orderRef: SourceRef, caller: Caller): Promise<void>;
  unlinkOrder(ticketId: string, orderRef: SourceRef, caller: Caller): Promise<void>;
  recordFact(ticketId: string, input: { key: FactKey; value: string }, caller: Caller): Promise<Fact>;
  /** What was said on a ticket and has been replaced since, newest first, the last 200. */
  replacedFacts(ticketId: string, caller: Caller): Promise<Fact[]>;
  events(ticketId: string, request: PageRequest, caller: Caller): Promise<Page<AskonceEvent>>;
}

const sendAnywaySchema = z.string().trim().min(3).max(300).transform(wellFormed).optional();

export function createTickets(services: TicketServices): Tickets {
  const { store, platform, hooks } = services;
  const { shopId } = store;

  return {
    async list(request, caller) {
      requireRole(caller, "agent");
      requireLimit(request.limit);
      const assignee = request.assignee === "me" && caller.kind === "agent" ? caller.agentId : request.assignee;
      return listTickets(store, { ...request, assignee });
    },

    async counts(caller) {
      requireRole(caller, "agent");
      return readTicketCounts(await store.ready(), shopId, caller.kind === "agent" ? caller.agentId : null);
    },

    async get(ticketId, caller) {
      requireRole(caller, "agent");
      return toTicket(await ticketRow(await store.ready(), shopId, ticketId));
    },

    async create(input, caller) {
      // A customer opens their own; everybody else needs to be an agent.
      if (caller.kind !== "customer") requireRole(caller, "agent");
      return store.transact(caller, (unit) => createTicket(unit, services, input));
    },

    async update(ticketId, changes, caller) {
      requireRole(caller, "agent");
      return store.transact(caller, (unit) => updateTicket(unit, services, ticketId, changes));
    },

    async merge(ticketId, intoTicketId, caller) {
      requireRole(caller, "agent");
      return store.transact(caller, (unit) => mergeTicket(unit, store, platform, hooks, ticketId, intoTicketId));
    },

    async messages(ticketId, request, caller) {
      requireRole(caller, "agent");
      requireLimit(request.limit);
      const database = await store.ready();
      await ticketRow(database, shopId, ticketId);
      const page = await readMessagePage(database, shopId, ticketId, request, { withNotes: true });
      return { items: page.rows.map(toMessage), nextCursor: page.nextCursor };
    },

    async receive(ticketId, input, caller) {
      requireRole(caller, "agent");
      return store.transact(caller, async (unit) => {
        const ticket = await changeableTicketRow(unit.database, shopId, ticketId);
        return appendMessage(unit, services, ticket, {
          direction: "inbound",
          text: input.text,
          channel: requireValid(customerChannelSchema, input.channel ?? "api", "channel"),
          assurance: requireValid(messageSchema.shape.assurance, input.assurance ?? "claimed", "assurance"),
          author: customerAuthor(ticket),
        });
      });
    },

    async reply(ticketId, input, caller) {
      requireRole(caller, "agent");
      return store.transact(caller, async (unit) => {
        const ticket = await changeableTicketRow(unit.database, shopId, ticketId);
        const thread = await lastInboundThread(unit.database, shopId, ticketId);
        // The answer goes where the customer wrote last; notes have a thread of their own that leads to nobody.
        const channel = thread?.channel ?? "api";
        return appendMessage(unit, services, ticket, {
          direction: "outbound",
          text: input.text,
          channel,
          threadId: thread?.id,
          assurance: "signedIn",
          author: authorOf(caller),
          status: requireValid(ticketStatusSchema.optional(), input.status, "status"),
          sendAnyway: requireValid(sendAnywaySchema, input.sendAnyway, "sendAnyway"),
        });
      });
    },

    async note(ticketId, input, caller) {
      requireRole(caller, "agent");
      return store.transact(caller, async (unit) => {
        const ticket = await changeableTicketRow(unit.database, shopId, ticketId);
        return appendMessage(unit, services, ticket, {
          direction: "note",
          text: input.text,
          channel: "note",
          assurance: "signedIn",
          author: authorOf(caller),
        });
      });
    },

    async linkOrder(ticketId, orderRef, caller) {
      requireRole(caller, "agent");
      return store.transact(caller, (unit) => linkOrder(unit, services, ticketId, orderRef));
    },

    async unlinkOrder(ticketId, orderRef, caller) {
      requireRole(caller, "agent");
      requireValid(sourceRefSchema, orderRef, "orderRef");
      return store.transact(caller, (unit) => unlinkOrder(unit, services, ticketId, orderRef));
    },

    async recordFact(ticketId, input, caller) {
      requireRole(caller, "agent");
      return store.transact(caller, async (unit) => {
        const ticket = await changeableTicketRow(unit.database, shopId, ticketId);
        const fact = await insertFact(unit, store, platform, {
          ticketId,
          customerId: ticket.customer_id,
          key: requireValid(factSchema.shape.key, input.key, "key"),
          value: requireValid(factSchema.shape.value, input.value, "value"),
          normalized: normalizeFact(input.key, input.value, store.shop.countryCode),
          source: { kind: "agent", ref: caller.kind === "agent" ? caller.agentId : "system", excerpt: null },
          at: platform.clock.now(),
          assurance: "claimed",
        });
        await answerQuestions(unit, store, ticketId, [fact], platform.clock.now());
        return fact;
      });
    },

    async replacedFacts(ticketId, caller) {
      requireRole(caller, "agent");
      const database = await store.ready();
      await ticketRow(database, shopId, ticketId);
      const rows = await database
        .selectFrom("facts")
        .selectAll()
        .where("shop_id", "=", shopId)
        .where("ticket_id", "=", ticketId)
        .where("superseded_by_id", "is not", null)
        .orderBy("at", "desc")
        .limit(200)
        .execute();
      return rows.map(toFact);
    },

    async events(ticketId, request, caller) {
      requireRole(caller, "agent");
      requireLimit(request.limit);
      const database = await store.ready();
      await ticketRow(database, shopId, ticketId);
      const after = request.cursor === undefined ? 0 : decodeCursor(request.cursor, ["number"])[0];
      const events = await readSubjectEvents(database, shopId, { kind: "ticket", id: ticketId }, after, request.limit + 1);
      const page = events.slice(0, request.limit);
      const last = page.at(-1);
      return { items: page, nextCursor: events.length > request.limit && last ? encodeCursor([last.sequence]) : null };
    },
  };
}
