import {
  AskonceError,
  type Assurance,
  foldText,
  type Message,
  type MessageDirection,
  maxMessageLength,
  type TicketStatus,
} from "@askonce/spec";
import * as z from "zod";
import type { Caller } from "../caller.ts";
import { learnFromMessage } from "../facts/learn-from-message.ts";
import type { Platform } from "../platform/platform.ts";
import { requireValid } from "../platform/require-valid.ts";
import { wellFormed } from "../platform/well-formed.ts";
import { recordQuestions } from "../questions/record-questions.ts";
import { indexTickets } from "../search/index-tickets.ts";
import { indexedShop } from "../search/indexed-shop.ts";
import type { Store, UnitOfWork } from "../storage/store.ts";
import { previewOf, stateAfterMessage } from "./ticket.ts";
import type { TicketServices } from "./ticket-services.ts";
import { type TicketRow, toMessage } from "./tickets.sql.ts";

export interface NewMessage {
  direction: MessageDirection;
  text: string;
  channel: string;
  /** The thread it continues; default: the channel's newest. */
  threadId?: string | undefined;
  assurance: Assurance;
  author: Message["author"];
  /** What the ticket becomes with an answer. */
  status?: TicketStatus | undefined;
  /** Why an answer goes although the guard objects. */
  sendAnyway?: string | undefined;
}

/** Writes a message onto a ticket, moves the ticket's state, and learns the facts in the customer's words: one transaction. */
export async function appendMessage(unit: UnitOfWork, services: TicketServices, ticket: TicketRow, message: NewMessage): Promise<Message> {
  const { store, platform, hooks, gate } = services;
  const text = wellFormed(requireValid(z.string(), message.text, "text").trim());
  if (text === "") throw new AskonceError("VALIDATION_FAILED", { details: { issues: [{ path: "text", message: "empty" }] } });
  if (text.length > maxMessageLength) throw new AskonceError("MESSAGE_TOO_LONG", { details: { maxLength: maxMessageLength } });
  await hooks.run("message.create", { ticketId: ticket.id, direction: message.direction, text }, unit);
  const { channel, sendAnyway } = message;
  const checked = message.direction === "outbound" ? await gate.pass(unit.database, ticket.id, { text, channel, sendAnyway }) : null;
  const threadId = message.threadId ?? (await ensureThread(unit, store, platform, ticket.id, message.channel));
  const now = platform.clock.now();
  const row = await unit.database
    .insertInto("messages")
    .values({
      shop_id: store.shopId,
      id: platform.createId("msg"),
      ticket_id: ticket.id,
      thread_id: threadId,
      direction: message.direction,
      text,
      search_text: foldText(text),
      author_kind: message.author.kind,
      author_id: message.author.id,
      author_name: message.author.name,
      assurance: message.assurance,
      // No channel carries messages out yet: an answer is kept and shown, and says so.
      delivery: message.direction === "inbound" ? "received" : "stored",
      at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const state = stateAfterMessage({ status: ticket.status, waitingFor: ticket.waiting_for }, message.direction, message.status);
  await unit.database
    .updateTable("tickets")
    .set((update) => ({
      status: state.status,
      waiting_for: state.waitingFor,
      message_count: update("message_count", "+", 1),
      last_message_at: now,
      last_message_preview: previewOf(text),
      last_message_direction: message.direction,
      updated_at: now,
      version: update("version", "+", 1),
    }))
    .where("shop_id", "=", store.shopId)
    .where("id", "=", ticket.id)
    .execute();
  await indexTickets(unit.database, indexedShop(store), [ticket.id], { addedText: text, raisedBy: 1 });
  const subject = { kind: "ticket", id: ticket.id };
  unit.emit("message.created", subject, { ticketId: ticket.id, messageId: row.id, direction: message.direction, channel: message.channel });
  if (state.status !== ticket.status || state.waitingFor !== ticket.waiting_for) {
    unit.emit("ticket.updated", subject, { ticketId: ticket.id, changes: { status: state.status, waitingFor: state.waitingFor } });
  }
  if (message.direction !== "outbound") await learnFromMessage(unit, services, ticket, row);
  if (checked) {
    await recordQuestions(unit, store, platform, checked.check.asks, checked.context, {
      ticketId: ticket.id,
      messageId: row.id,
      channel,
      askedBy: message.author.kind === "agent" && message.author.id !== null ? message.author.id : "system",
      templateId: null,
      sentAnyway: sendAnyway ?? null,
      at: now,
    });
  }
  return toMessage(row);
}

/** The newest thread of the channel, or a new one. */
async function ensureThread(unit: UnitOfWork, store: Store, platform: Platform, ticketId: string, channel: string): Promise<string> {
  const known = await unit.database
    .selectFrom("threads")
    .select("id")
    .where("shop_id", "=", store.shopId)
    .where("ticket_id", "=", ticketId)
    .where("channel", "=", channel)
    .execute();
  // Looked for here: asked to sort by the primary key, SQLite would walk along it through all threads of the shop.
  const newest = known
    .map((thread) => thread.id)
    .sort()
    .at(-1);
  if (newest !== undefined) return newest;
  const id = platform.createId("thr");
  await unit.database
    .insertInto("threads")
    .values({ shop_id: store.shopId, id, ticket_id: ticketId, origin_ticket_id: ticketId, channel, created_at: platform.clock.now() })
    .execute();
  return id;
}

/** Who stands as the author of what a caller writes. */
export function authorOf(caller: Caller): Message["author"] {
  if (caller.kind === "agent") return { kind: "agent", id: caller.agentId, name: caller.name };
  if (caller.kind === "customer") return { kind: "customer", id: caller.customerId, name: caller.name };
  return { kind: "system", id: null, name: null };
}
