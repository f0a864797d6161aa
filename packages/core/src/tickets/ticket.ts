import { type Message, type MessageDirection, type TicketStatus, ticketSchema, type WaitingFor } from "@askonce/spec";
import { requireValid } from "../platform/require-valid.ts";

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
  return line.length <= 160 ? line : `${line.slice(0, 159).trimEnd()}…`;
}

/** The most tags of one ticket, as the contract says. */
export const mostTags = 50;

/** Tags without repetition, as one line each, in the order given. */
export function cleanTags(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.replace(/\s+/g, " ").trim().slice(0, 60).trimEnd()).filter((tag) => tag !== ""))].slice(
    0,
    mostTags,
  );
}

/** @throws AskonceError `VALIDATION_FAILED` */
export function requireSubject(subject: string): string {
  return requireValid(ticketSchema.shape.subject.min(1), subject.trim(), "subject");
}

/** The customer of a ticket as the author of what they wrote. */
export function customerAuthor(row: { customer_id: string | null; customer_name: string | null }): Message["author"] {
  return { kind: "customer", id: row.customer_id, name: row.customer_name };
}
