import { type Message, type MessageDirection, type TicketStatus, threadSchema, ticketSchema, type WaitingFor } from "@askonce/spec";
import * as z from "zod";
import { requireValid } from "../platform/require-valid.ts";
import { cutAt, wellFormed } from "../platform/well-formed.ts";

/** A ticket's place in its life. Only a waiting ticket waits for somebody. */
export interface TicketState {
  status: TicketStatus;
  waitingFor: WaitingFor | null;
}

/** The state a requested change leads to; `waiting` without a word for whom means the customer. */
export function changedState(
  current: TicketState,
  change: { status?: TicketStatus | undefined; waitingFor?: WaitingFor | null | undefined },
): TicketState {
  const status = change.status ?? (change.waitingFor ? "waiting" : current.status);
  if (status !== "waiting") return { status, waitingFor: null };
  return { status, waitingFor: change.waitingFor ?? (change.status === "waiting" ? "customer" : current.waitingFor) ?? "customer" };
}

/**
 * What a message does to its ticket: the customer's opens it again, an answer makes it wait for the customer unless the agent says
 * otherwise, a note changes nothing.
 */
export function stateAfterMessage(current: TicketState, direction: MessageDirection, requested?: TicketStatus | undefined): TicketState {
  if (direction === "inbound") return { status: "open", waitingFor: null };
  if (direction === "outbound") return changedState(current, { status: requested ?? "waiting" });
  return current;
}

/** The beginning of a message as one line, for lists. */
export function previewOf(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= 160 ? line : `${cutAt(line, 159).trimEnd()}…`;
}

const tagsSchema = z.array(z.string());

/** Where a customer can write. Notes have a thread of their own, which leads to nobody. */
export const customerChannelSchema = threadSchema.shape.channel.refine((channel) => channel !== "note", "reserved");

/** The most tags of one ticket, as the contract says. */
export const mostTags = 50;

/** Tags without repetition, as one line each, in the order given. */
export function cleanTags(tags: readonly string[]): string[] {
  const texts = requireValid(tagsSchema, tags, "tags");
  const clean = texts.map((tag) => cutAt(wellFormed(tag).replace(/\s+/g, " ").trim(), 60).trimEnd());
  return [...new Set(clean.filter((tag) => tag !== ""))].slice(0, mostTags);
}

/** @throws AskonceError `VALIDATION_FAILED` */
export function requireSubject(subject: string): string {
  return wellFormed(requireValid(ticketSchema.shape.subject.trim().min(1), subject, "subject"));
}

/** The customer of a ticket as the author of what they wrote. */
export function customerAuthor(row: { customer_id: string | null; customer_name: string | null }): Message["author"] {
  return { kind: "customer", id: row.customer_id, name: row.customer_name };
}
