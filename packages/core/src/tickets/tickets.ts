import {
  AskonceError,
  type AskonceEvent,
  type Assurance,
  type Fact,
  type FactKey,
  factSchema,
  foldText,
  languageSchema,
  type Message,
  type SourceRef,
  type Ticket,
  type TicketStatus,
  threadSchema,
  ticketSchema,
  type WaitingFor,
} from "@askonce/spec";
import { type Caller, requireRole } from "../caller.ts";
import { customerRow } from "../customers/customers.sql.ts";
import { type ContactClaim, findOrCreateCustomer } from "../customers/customers.ts";
import type { BeforeHooks } from "../events/before-hooks.ts";
import { readSubjectEvents } from "../events/event-log.ts";
import { insertFact } from "../facts/facts.sql.ts";
import { normalizeFact } from "../facts/normalize-fact.ts";
import { toInstant } from "../platform/instants.ts";
import type { Platform } from "../platform/platform.ts";
import { requireValid } from "../platform/require-valid.ts";
import { takeNumbers } from "../storage/counters.ts";
import { decodeCursor, encodeCursor } from "../storage/cursor.ts";
import type { Store, UnitOfWork } from "../storage/store.ts";
import { listTickets, type TicketListRequest } from "./list-tickets.ts";
import { mergeTicket } from "./merge-ticket.ts";
import { type MessagePageRequest, readMessagePage } from "./message-page.ts";
import { appendMessage, authorOf, lastInboundThread, type NewMessage } from "./messages.ts";
import { changedState, cleanTags } from "./ticket.ts";
import { changeableTicketRow, mergedSearchText, ticketRow, toMessage, toTicket } from "./tickets.sql.ts";

export interface NewTicket {
  subject: string;
  /** Default `api`. */
  channel?: string | undefined;
  customerId?: string | undefined;
  /** Who wrote; found by any of these, or added. Default assurance `claimed`. */
  customer?: { name?: string | undefined; email?: string | undefined; phone?: string | undefined; ref?: SourceRef | undefined } | undefined;
  assurance?: Assurance | undefined;
  language?: string | undefined;
  tags?: string[] | undefined;
  message?: { text: string } | undefined;
}

export interface TicketChanges {
  status?: TicketStatus | undefined;
  waitingFor?: WaitingFor | null | undefined;
  subject?: string | undefined;
  assigneeId?: string | null | undefined;
  tags?: string[] | undefined;
  customerId?: string | undefined;
  ifVersion?: number | undefined;
}

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
  get(ticketId: string, caller: Caller): Promise<Ticket>;
  create(input: NewTicket, caller: Caller): Promise<Ticket>;
  update(ticketId: string, changes: TicketChanges, caller: Caller): Promise<Ticket>;
  merge(ticketId: string, intoTicketId: string, caller: Caller): Promise<Ticket>;
  messages(ticketId: string, request: MessagePageRequest, caller: Caller): Promise<Page<Message>>;
  /** Records what the customer said. */
  receive(ticketId: string, input: { text: string; channel?: string; assurance?: Assurance }, caller: Caller): Promise<Message>;
  reply(ticketId: string, input: { text: string; status?: TicketStatus | undefined }, caller: Caller): Promise<Message>;
  note(ticketId: string, input: { text: string }, caller: Caller): Promise<Message>;
  linkOrder(ticketId: string, orderRef: SourceRef, caller: Caller): Promise<void>;
  unlinkOrder(ticketId: string, orderRef: SourceRef, caller: Caller): Promise<void>;
  recordFact(ticketId: string, input: { key: FactKey; value: string }, caller: Caller): Promise<Fact>;
  events(ticketId: string, request: PageRequest, caller: Caller): Promise<Page<AskonceEvent>>;
}

export function createTickets(store: Store, platform: Platform, hooks: BeforeHooks): Tickets {
  const { shopId } = store;

  const read = async (unit: UnitOfWork, ticketId: string) => toTicket(await ticketRow(unit.database, shopId, ticketId));
  const append = (ticketId: string, caller: Caller, message: Omit<NewMessage, "author"> & { author?: Message["author"] }) =>
    store.transact(caller, async (unit) => {
      const ticket = await changeableTicketRow(unit.database, shopId, ticketId);
      return appendMessage(unit, store, platform, hooks, ticket, { author: authorOf(caller), ...message });
    });
  const customerAuthor = (row: { customer_id: string | null; customer_name: string | null }): Message["author"] => ({
    kind: "customer",
    id: row.customer_id,
    name: row.customer_name,
  });

  return {
    async list(request, caller) {
      requireRole(caller, "agent");
      const assignee = request.assignee === "me" && caller.kind === "agent" ? caller.agentId : request.assignee;
      return listTickets(store, { ...request, assignee });
    },

    async get(ticketId, caller) {
      requireRole(caller, "agent");
      return toTicket(await ticketRow(await store.ready(), shopId, ticketId));
    },

    create(input, caller) {
      // A customer opens their own; everybody else needs to be an agent.
      if (caller.kind !== "customer") requireRole(caller, "agent");
      return store.transact(caller, async (unit) => {
        const subject = requireSubject(input.subject);
        const channel = requireValid(threadSchema.shape.channel, input.channel ?? "api", "channel");
        if (input.language !== undefined) requireValid(languageSchema, input.language, "language");
        const customerId = caller.kind === "customer" ? caller.customerId : await resolveCustomer(unit, input);
        await hooks.run("ticket.create", { subject, channel, customerId }, unit);
        const id = platform.createId("tkt");
        const number = await takeNumbers(unit.database, shopId, "ticket_number", 1);
        const now = platform.clock.now();
        await unit.database
          .insertInto("tickets")
          .values({
            shop_id: shopId,
            id,
            number,
            subject,
            status: "open",
            waiting_for: null,
            customer_id: customerId,
            assignee_id: null,
            language: input.language ?? null,
            merged_into_id: null,
            message_count: 0,
            last_message_at: null,
            last_message_preview: null,
            last_message_direction: null,
            search_text: foldText(`${number} ${subject}`),
            created_at: now,
            updated_at: now,
            version: 1,
          })
          .execute();
        await writeTags(unit, id, cleanTags(input.tags ?? []));
        unit.emit("ticket.created", { kind: "ticket", id }, { ticketId: id, number, customerId, channel });
        if (input.message) {
          const row = await ticketRow(unit.database, shopId, id);
          const assurance = caller.kind === "customer" ? caller.assurance : (input.assurance ?? "claimed");
          await appendMessage(unit, store, platform, hooks, row, {
            direction: "inbound",
            text: input.message.text,
            channel,
            assurance,
            author: customerAuthor(row),
          });
        }
        return read(unit, id);
      });
    },

    update(ticketId, wanted, caller) {
      requireRole(caller, "agent");
      return store.transact(caller, async (unit) => {
        const changes = wanted.subject === undefined ? wanted : { ...wanted, subject: requireSubject(wanted.subject) };
        const row = await changeableTicketRow(unit.database, shopId, ticketId);
        if (changes.ifVersion !== undefined && changes.ifVersion !== row.version) {
          throw new AskonceError("VERSION_CONFLICT", { details: { version: row.version } });
        }
        const { ifVersion: _, ...requested } = changes;
        await hooks.run("ticket.update", { ticketId, changes: requested }, unit);
        await checkReferences(unit, changes);
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
        if (tags) await writeTags(unit, ticketId, tags);
        unit.emit("ticket.updated", { kind: "ticket", id: ticketId }, { ticketId, changes: changed });
        return read(unit, ticketId);
      });
    },

    merge(ticketId, intoTicketId, caller) {
      requireRole(caller, "agent");
      return store.transact(caller, (unit) => mergeTicket(unit, store, platform, hooks, ticketId, intoTicketId));
    },

    async messages(ticketId, request, caller) {
      requireRole(caller, "agent");
      const database = await store.ready();
      await ticketRow(database, shopId, ticketId);
      const page = await readMessagePage(database, shopId, ticketId, request, { withNotes: true });
      return { items: page.rows.map(toMessage), nextCursor: page.nextCursor };
    },

    receive(ticketId, input, caller) {
      requireRole(caller, "agent");
      return store.transact(caller, async (unit) => {
        const ticket = await changeableTicketRow(unit.database, shopId, ticketId);
        return appendMessage(unit, store, platform, hooks, ticket, {
          direction: "inbound",
          text: input.text,
          channel: input.channel ?? "api",
          assurance: input.assurance ?? "claimed",
          author: customerAuthor(ticket),
        });
      });
    },

    reply(ticketId, input, caller) {
      requireRole(caller, "agent");
      return store.transact(caller, async (unit) => {
        const ticket = await changeableTicketRow(unit.database, shopId, ticketId);
        const thread = await lastInboundThread(unit, shopId, ticketId);
        // The answer goes where the customer wrote last; notes have a thread of their own that leads to nobody.
        const channel = thread?.channel ?? "api";
        return appendMessage(unit, store, platform, hooks, ticket, {
          direction: "outbound",
          text: input.text,
          channel,
          threadId: thread?.id,
          assurance: "signedIn",
          author: authorOf(caller),
          status: input.status,
        });
      });
    },

    async note(ticketId, input, caller) {
      requireRole(caller, "agent");
      return append(ticketId, caller, { direction: "note", text: input.text, channel: "note", assurance: "signedIn" });
    },

    linkOrder(ticketId, orderRef, caller) {
      requireRole(caller, "agent");
      return store.transact(caller, async (unit) => {
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
        const detail = caller.kind === "agent" ? caller.name.slice(0, 300) : "system";
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
            detail,
            message_id: null,
            at: now,
            removed_at: null,
          })
          .execute();
        await touch(unit, ticketId);
        // The row says the name for the desk; the event outlives the person and holds the id.
        const evidence = {
          kind: "agent" as const,
          detail: caller.kind === "agent" ? caller.agentId : "system",
          messageId: null,
          at: toInstant(now),
        };
        unit.emit("ticket.order_linked", { kind: "ticket", id: ticketId }, { ticketId, orderRef, evidence });
      });
    },

    unlinkOrder(ticketId, orderRef, caller) {
      requireRole(caller, "agent");
      return store.transact(caller, async (unit) => {
        await changeableTicketRow(unit.database, shopId, ticketId);
        const now = platform.clock.now();
        const detail = caller.kind === "agent" ? caller.name.slice(0, 300) : "system";
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
        await touch(unit, ticketId);
        unit.emit("ticket.order_unlinked", { kind: "ticket", id: ticketId }, { ticketId, orderRef });
      });
    },

    recordFact(ticketId, input, caller) {
      requireRole(caller, "agent");
      return store.transact(caller, async (unit) => {
        const ticket = await changeableTicketRow(unit.database, shopId, ticketId);
        return insertFact(unit, store, platform, {
          ticketId,
          customerId: ticket.customer_id,
          key: requireValid(factSchema.shape.key, input.key, "key"),
          value: requireValid(factSchema.shape.value, input.value, "value"),
          normalized: normalizeFact(input.key, input.value, store.shop.countryCode),
          source: { kind: "agent", ref: caller.kind === "agent" ? caller.agentId : "system", excerpt: null },
          at: platform.clock.now(),
          assurance: "claimed",
        });
      });
    },

    async events(ticketId, request, caller) {
      requireRole(caller, "agent");
      const database = await store.ready();
      await ticketRow(database, shopId, ticketId);
      const after = request.cursor === undefined ? 0 : decodeCursor(request.cursor, ["number"])[0];
      const events = await readSubjectEvents(database, shopId, { kind: "ticket", id: ticketId }, after, request.limit + 1);
      const page = events.slice(0, request.limit);
      const last = page.at(-1);
      return { items: page, nextCursor: events.length > request.limit && last ? encodeCursor([last.sequence]) : null };
    },
  };

  function requireSubject(subject: string): string {
    return requireValid(ticketSchema.shape.subject.min(1), subject.trim(), "subject");
  }

  async function resolveCustomer(unit: UnitOfWork, input: NewTicket): Promise<string | null> {
    if (input.customerId !== undefined) return (await customerRow(unit.database, shopId, input.customerId)).id;
    if (!input.customer) return null;
    const { name, email, phone, ref } = input.customer;
    const assurance = input.assurance ?? "claimed";
    const contacts: ContactClaim[] = [];
    if (ref) contacts.push({ kind: "shopCustomer", value: ref, assurance, evidence: "ticket opened" });
    if (email) contacts.push({ kind: "email", value: email, assurance, evidence: "ticket opened" });
    if (phone) contacts.push({ kind: "phone", value: phone, assurance, evidence: "ticket opened" });
    if (contacts.length === 0 && !name) return null;
    const found = await findOrCreateCustomer(unit, store, platform, {
      name,
      language: input.language,
      contacts,
      countryCode: store.shop.countryCode,
    });
    return found.customerId;
  }

  async function checkReferences(unit: UnitOfWork, changes: TicketChanges): Promise<void> {
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

  async function writeTags(unit: UnitOfWork, ticketId: string, tags: readonly string[]): Promise<void> {
    await unit.database.deleteFrom("ticket_tags").where("shop_id", "=", shopId).where("ticket_id", "=", ticketId).execute();
    if (tags.length === 0) return;
    await unit.database
      .insertInto("ticket_tags")
      .values(tags.map((tag) => ({ shop_id: shopId, ticket_id: ticketId, tag })))
      .execute();
  }

  async function touch(unit: UnitOfWork, ticketId: string): Promise<void> {
    await unit.database
      .updateTable("tickets")
      .set((update) => ({ version: update("version", "+", 1) }))
      .where("shop_id", "=", shopId)
      .where("id", "=", ticketId)
      .execute();
  }
}
