import type { Assurance, TicketStatus, WaitingFor } from "@askonce/spec";
import { cutAt } from "./hostile.ts";
import { type ModelCaller, record } from "./model-caller.ts";
import { findOrCreateCustomer } from "./model-customers.ts";
import { addMessage } from "./model-messages.ts";
import { find, type ModelState, type ModelTicket, type Name, Refusal } from "./model-state.ts";
import { customerName } from "./model-views.ts";
import { spelledOut, spelledOutTags } from "./words.ts";

export interface TicketInput {
  subject: string;
  channel?: string | undefined;
  customer?: Name | undefined;
  /** Who wrote, by places in the list of contacts that sequences are made of. */
  contact?: { name?: string | undefined; places: readonly number[] } | undefined;
  assurance?: Assurance | undefined;
  language?: string | undefined;
  tags?: readonly string[] | undefined;
  text?: string | undefined;
}

export interface TicketChange {
  subject?: string | undefined;
  status?: TicketStatus | undefined;
  waitingFor?: WaitingFor | null | undefined;
  assignee?: Name | null | undefined;
  customer?: Name | undefined;
  tags?: readonly string[] | undefined;
  ifVersion?: number | undefined;
}

const mostTags = 50;

export function changeable(state: ModelState, id: Name): ModelTicket {
  const ticket = find(state.tickets, id, "TICKET_NOT_FOUND");
  if (ticket.mergedInto) throw new Refusal("TICKET_MERGED", { mergedIntoId: ticket.mergedInto });
  return ticket;
}

export function createTicket(state: ModelState, caller: ModelCaller, input: TicketInput): ModelTicket {
  const subject = validSubject(input.subject);
  const channel = input.channel ?? "api";
  if (channel === "" || channel.length > 60) throw new Refusal("VALIDATION_FAILED");
  if (input.language !== undefined && input.language.length < 2) throw new Refusal("VALIDATION_FAILED");
  const customer = caller.kind === "customer" ? caller.customerId : customerOf(state, caller, input);
  if (subject === "vetoed") throw new Refusal("VETOED");
  const ticket: ModelTicket = {
    id: `@tkt:${state.tickets.length}`,
    number: state.tickets.length + 1,
    subject,
    status: "open",
    waitingFor: null,
    customer,
    assignee: null,
    tags: sorted(cleanTags(input.tags ?? [])),
    language: input.language ?? null,
    mergedInto: null,
    last: null,
    order: null,
    ruledOut: [],
    createdAt: state.now,
    updatedAt: state.now,
    version: 1,
  };
  state.tickets.push(ticket);
  const { id, number } = ticket;
  record(state, caller, "ticket.created", { kind: "ticket", id }, { ticketId: id, number, customerId: customer, channel });
  if (input.text !== undefined) {
    const assurance = caller.kind === "customer" ? caller.assurance : (input.assurance ?? "claimed");
    const author = { kind: "customer", id: customer, name: customerName(state, customer) } as const;
    addMessage(state, caller, ticket, { direction: "inbound", text: input.text, channel, author, assurance });
  }
  return ticket;
}

export function updateTicket(state: ModelState, caller: ModelCaller, id: Name, wanted: TicketChange): ModelTicket {
  const subject = wanted.subject === undefined ? undefined : validSubject(wanted.subject);
  const ticket = changeable(state, id);
  if (wanted.ifVersion !== undefined && wanted.ifVersion !== ticket.version) {
    throw new Refusal("VERSION_CONFLICT", { version: ticket.version });
  }
  if (subject === "vetoed") throw new Refusal("VETOED");
  if (wanted.customer !== undefined) find(state.customers, wanted.customer, "CUSTOMER_NOT_FOUND");
  if (typeof wanted.assignee === "string" && !find(state.agents, wanted.assignee, "AGENT_NOT_FOUND").active)
    throw new Refusal("AGENT_NOT_FOUND");

  const changes: Record<string, unknown> = {};
  const status = wanted.status ?? (wanted.waitingFor ? "waiting" : ticket.status);
  const waitingFor = status === "waiting" ? whomFor(ticket, wanted) : null;
  if (status !== ticket.status) changes.status = status;
  if (waitingFor !== ticket.waitingFor) changes.waitingFor = waitingFor;
  if (wanted.assignee !== undefined && wanted.assignee !== ticket.assignee) changes.assigneeId = wanted.assignee;
  if (subject !== undefined && subject !== ticket.subject) changes.subject = true;
  if (wanted.customer !== undefined && wanted.customer !== ticket.customer) changes.customerId = wanted.customer;
  const tags = wanted.tags === undefined ? undefined : cleanTags(wanted.tags);
  if (tags && sorted(tags).join("\n") !== ticket.tags.join("\n")) changes.tags = tags;
  if (Object.keys(changes).length === 0) return ticket;

  Object.assign(ticket, { status, waitingFor, updatedAt: state.now, version: ticket.version + 1 });
  if (wanted.assignee !== undefined) ticket.assignee = wanted.assignee;
  if (subject !== undefined) ticket.subject = subject;
  if (wanted.customer !== undefined) ticket.customer = wanted.customer;
  if (changes.customerId !== undefined) for (const fact of state.facts) if (fact.ticket === id) fact.customer = ticket.customer;
  if (tags) ticket.tags = sorted(tags);
  record(state, caller, "ticket.updated", { kind: "ticket", id }, { ticketId: id, changes });
  return ticket;
}

/** Everything of the source goes to the target. The source stays behind empty, and leads there with all that were merged into it before. */
export function mergeTicket(state: ModelState, caller: ModelCaller, sourceId: Name, targetId: Name): ModelTicket {
  const source = changeable(state, sourceId);
  const target = changeable(state, targetId);
  if (source === target) throw new Refusal("MERGE_REFUSED");
  if (source.customer && target.customer && source.customer !== target.customer) throw new Refusal("MERGE_REFUSED");
  for (const moved of [...state.threads, ...state.messages, ...state.facts]) if (moved.ticket === source.id) moved.ticket = target.id;

  const changes: Record<string, unknown> = {};
  const alive = ["resolved", "waiting", "open"];
  const livelier = alive.indexOf(source.status) > alive.indexOf(target.status) ? source : target;
  if (livelier.status !== target.status) changes.status = livelier.status;
  if (livelier.waitingFor !== target.waitingFor) changes.waitingFor = livelier.waitingFor;
  if (!target.customer && source.customer) changes.customerId = source.customer;
  Object.assign(target, { status: livelier.status, waitingFor: livelier.waitingFor, customer: target.customer ?? source.customer });
  // What was said before anybody knew by whom was said by the customer of the ticket.
  for (const fact of state.facts) if (fact.ticket === target.id) fact.customer ??= target.customer;
  const added = source.tags.filter((tag) => !target.tags.includes(tag)).slice(0, mostTags - target.tags.length);
  target.tags = sorted([...target.tags, ...added]);
  if ((source.last?.at ?? 0) > (target.last?.at ?? 0)) target.last = source.last;
  const mayBring = source.order !== null && target.order === null && !target.ruledOut.includes(source.order);
  const ruledOut = source.ruledOut.filter((order) => order !== target.order && !target.ruledOut.includes(order));
  if (mayBring) target.order = source.order;
  target.ruledOut = [...target.ruledOut, ...ruledOut];
  Object.assign(target, { updatedAt: state.now, version: target.version + 1 });

  for (const earlier of state.tickets) {
    if (earlier.mergedInto === source.id) Object.assign(earlier, { mergedInto: target.id, version: earlier.version + 1 });
  }
  Object.assign(source, { status: "resolved", waitingFor: null, mergedInto: target.id, updatedAt: state.now, version: source.version + 1 });
  const subject = { kind: "ticket", id: target.id };
  record(state, caller, "ticket.merged", subject, { ticketId: source.id, intoTicketId: target.id });
  if (Object.keys(changes).length > 0) record(state, caller, "ticket.updated", subject, { ticketId: target.id, changes });
  return target;
}

function customerOf(state: ModelState, caller: ModelCaller, input: TicketInput): Name | null {
  if (input.customer !== undefined) return find(state.customers, input.customer, "CUSTOMER_NOT_FOUND").id;
  if (!input.contact || (input.contact.places.length === 0 && !input.contact.name)) return null;
  const { name, places } = input.contact;
  const contacts = places.map((contact) => ({ contact, assurance: input.assurance ?? "claimed" }) as const);
  return findOrCreateCustomer(state, caller, { name, language: input.language, contacts });
}

function whomFor(ticket: ModelTicket, wanted: TicketChange): WaitingFor {
  return wanted.waitingFor ?? (wanted.status === "waiting" ? "customer" : ticket.waitingFor) ?? "customer";
}

function validSubject(word: string): string {
  const subject = spelledOut(word).trim();
  if (subject === "" || subject.length > 300) throw new Refusal("VALIDATION_FAILED");
  return subject;
}

/** One line each, at most 60 characters, none twice. */
function cleanTags(words: readonly string[]): string[] {
  const clean = spelledOutTags(words).map((tag) => cutAt(tag.replace(/\s+/g, " ").trim(), 60).trimEnd());
  return [...new Set(clean)].filter((tag) => tag !== "").slice(0, mostTags);
}

const sorted = (tags: readonly string[]) => [...tags].sort();
