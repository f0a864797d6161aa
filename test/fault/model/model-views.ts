import { cutAt } from "./hostile.ts";
import type { ModelContact, ModelCustomer, ModelEvent, ModelFact, ModelMessage, ModelState, ModelTicket, Name } from "./model-state.ts";

/** Things as the library shows them. */

const instant = (at: number) => new Date(at).toISOString();

export function customerName(state: ModelState, id: Name | null): string | null {
  return state.customers.find((customer) => customer.id === id)?.name ?? null;
}

/** The beginning of a message as one line of at most 160 characters. */
function previewOf(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 160 ? `${cutAt(line, 159).trimEnd()}…` : line;
}

export function showTicket(state: ModelState, ticket: ModelTicket): Record<string, unknown> {
  return {
    id: ticket.id,
    number: ticket.number,
    subject: ticket.subject,
    status: ticket.status,
    waitingFor: ticket.waitingFor,
    customerId: ticket.customer,
    customerName: customerName(state, ticket.customer),
    assigneeId: ticket.assignee,
    tags: ticket.tags,
    language: ticket.language,
    mergedIntoId: ticket.mergedInto,
    // Counted and not carried along: a counter that drifts from what it counts is what this looks for.
    messageCount: state.messages.filter((message) => message.ticket === ticket.id).length,
    lastMessageAt: ticket.last ? instant(ticket.last.at) : null,
    lastMessagePreview: ticket.last ? previewOf(ticket.last.text) : null,
    lastMessageDirection: ticket.last?.direction ?? null,
    createdAt: instant(ticket.createdAt),
    updatedAt: instant(ticket.updatedAt),
    version: ticket.version,
  };
}

export function showMessage(message: ModelMessage): Record<string, unknown> {
  return {
    id: message.id,
    ticketId: message.ticket,
    threadId: message.thread,
    direction: message.direction,
    text: message.text,
    author: message.author,
    assurance: message.assurance,
    delivery: message.direction === "inbound" ? "received" : "stored",
    at: instant(message.at),
  };
}

export function showFact(fact: ModelFact): Record<string, unknown> {
  return {
    id: fact.id,
    ticketId: fact.ticket,
    customerId: fact.customer,
    key: fact.key,
    value: fact.value,
    source: { ...fact.source, excerpt: null },
    at: instant(fact.at),
    assurance: fact.assurance,
    freshUntil: null,
    supersededById: null,
  };
}

function showContact(contact: ModelContact): Record<string, unknown> {
  return {
    id: contact.id,
    customerId: contact.customer,
    kind: contact.kind,
    value: contact.value,
    assurance: contact.assurance,
    evidence: contact.evidence,
    createdAt: instant(contact.at),
  };
}

export function showCustomer(state: ModelState, customer: ModelCustomer): Record<string, unknown> {
  return {
    id: customer.id,
    name: customer.name,
    language: customer.language,
    contactPoints: state.contacts.filter((contact) => contact.customer === customer.id && contact.linked).map(showContact),
    createdAt: instant(customer.at),
  };
}

export function showAgent(agent: ModelState["agents"][number]): Record<string, unknown> {
  return { id: agent.id, name: agent.name, email: null, role: agent.role, active: agent.active, createdAt: instant(agent.at) };
}

export function showEvent(event: ModelEvent, shopId: string): Record<string, unknown> {
  return {
    id: `@evt:${event.sequence}`,
    sequence: event.sequence,
    shopId,
    type: event.type,
    version: 1,
    occurredAt: instant(event.at),
    actor: event.actor,
    subject: event.subject,
    data: event.data,
  };
}
