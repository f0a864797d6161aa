import type { Assurance, TicketStatus } from "@askonce/spec";
import { type ModelCaller, record } from "./model-caller.ts";
import { type ModelMessage, type ModelState, type ModelTicket, type Name, Refusal } from "./model-state.ts";
import { customerName } from "./model-views.ts";
import { factIn, spelledOut } from "./words.ts";

interface Words {
  direction: ModelMessage["direction"];
  text: string;
  channel: string;
  thread?: Name | undefined;
  author: ModelMessage["author"];
  assurance: Assurance;
  /** What an answer makes of the ticket; by default it waits for the customer. */
  status?: TicketStatus | undefined;
}

export function addMessage(state: ModelState, caller: ModelCaller, ticket: ModelTicket, words: Words): ModelMessage {
  const text = spelledOut(words.text).trim();
  if (text === "") throw new Refusal("VALIDATION_FAILED");
  if (text.length > 100_000) throw new Refusal("MESSAGE_TOO_LONG");
  if (text === "vetoed") throw new Refusal("VETOED");
  const message: ModelMessage = {
    id: `@msg:${state.messages.length}`,
    ticket: ticket.id,
    thread: words.thread ?? threadFor(state, ticket.id, words.channel),
    direction: words.direction,
    text,
    author: words.author,
    assurance: words.assurance,
    at: state.now,
  };
  state.messages.push(message);
  ticket.last = { at: state.now, text, direction: words.direction };
  ticket.updatedAt = state.now;
  ticket.version++;
  const subject = { kind: "ticket", id: ticket.id };
  const { direction, channel } = words;
  record(state, caller, "message.created", subject, { ticketId: ticket.id, messageId: message.id, direction, channel });

  const before = { status: ticket.status, waitingFor: ticket.waitingFor };
  if (direction === "inbound") Object.assign(ticket, { status: "open", waitingFor: null });
  if (direction === "outbound") {
    ticket.status = words.status ?? "waiting";
    ticket.waitingFor = ticket.status === "waiting" ? "customer" : null;
  }
  if (ticket.status !== before.status || ticket.waitingFor !== before.waitingFor) {
    const changes = { status: ticket.status, waitingFor: ticket.waitingFor };
    record(state, caller, "ticket.updated", subject, { ticketId: ticket.id, changes });
  }
  if (direction !== "outbound") learn(state, caller, ticket, message);
  return message;
}

export function receive(
  state: ModelState,
  caller: ModelCaller,
  ticket: ModelTicket,
  input: { text: string; channel: string; assurance: Assurance },
): ModelMessage {
  const author = { kind: "customer", id: ticket.customer, name: customerName(state, ticket.customer) } as const;
  return addMessage(state, caller, ticket, { ...input, direction: "inbound", author });
}

/** An answer goes where the customer wrote last. */
export function reply(
  state: ModelState,
  caller: ModelCaller,
  ticket: ModelTicket,
  input: { text: string; status?: TicketStatus | undefined },
): ModelMessage {
  const heard = inOrder(state.messages.filter((message) => message.ticket === ticket.id && message.direction === "inbound")).at(-1);
  const thread = state.threads.find((one) => one.id === heard?.thread);
  return addMessage(state, caller, ticket, {
    ...input,
    direction: "outbound",
    channel: thread?.channel ?? "api",
    thread: thread?.id,
    author: authorOf(caller),
    assurance: "signedIn",
  });
}

export function note(state: ModelState, caller: ModelCaller, ticket: ModelTicket, text: string): ModelMessage {
  return addMessage(state, caller, ticket, { direction: "note", text, channel: "note", author: authorOf(caller), assurance: "signedIn" });
}

/** By time, and by creation where the time is the same. */
export function inOrder(messages: readonly ModelMessage[]): ModelMessage[] {
  return [...messages].sort((one, other) => one.at - other.at);
}

function authorOf(caller: ModelCaller): ModelMessage["author"] {
  if (caller.kind === "agent") return { kind: "agent", id: caller.agentId, name: caller.name };
  return { kind: "system", id: null, name: null };
}

function threadFor(state: ModelState, ticket: Name, channel: string): Name {
  const known = state.threads.findLast((thread) => thread.ticket === ticket && thread.channel === channel);
  if (known) return known.id;
  const id = `@thr:${state.threads.length}`;
  state.threads.push({ id, ticket, origin: ticket, channel });
  return id;
}

/** What the customer said is kept once for each ticket. */
function learn(state: ModelState, caller: ModelCaller, ticket: ModelTicket, message: ModelMessage): void {
  const said = factIn(message.text);
  const isNote = message.direction === "note";
  // What a note says about addresses may be about the courier's.
  if (!said || (isNote && said.key === "email")) return;
  if (state.facts.some((fact) => fact.ticket === ticket.id && fact.key === said.key && fact.normalized === said.normalized)) return;
  addFact(state, caller, ticket, {
    ...said,
    source: { kind: isNote ? "agent" : "message", ref: message.id },
    assurance: message.assurance,
  });
}

export function addFact(
  state: ModelState,
  caller: ModelCaller,
  ticket: ModelTicket,
  fact: Pick<ModelState["facts"][number], "key" | "value" | "normalized" | "source" | "assurance">,
): ModelState["facts"][number] {
  const added = { id: `@fct:${state.facts.length}`, ticket: ticket.id, customer: ticket.customer, at: state.now, ...fact };
  state.facts.push(added);
  const data = { factId: added.id, ticketId: ticket.id, customerId: ticket.customer, key: fact.key };
  record(state, caller, "fact.recorded", { kind: "ticket", id: ticket.id }, data);
  return added;
}
