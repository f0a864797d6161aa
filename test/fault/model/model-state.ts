import type { AgentRole, Assurance, ContactPointKind, TicketStatus, WaitingFor } from "@askonce/spec";

/**
 * Ids in the model are names like `@tkt:0`, the first ticket of the shop. Which real id a name stands for is learnt when the library first
 * says it (see `same-as.ts`).
 */
export type Name = string;

export interface ModelAgent {
  id: Name;
  name: string;
  role: AgentRole;
  active: boolean;
  at: number;
}

export interface ModelContact {
  id: Name;
  customer: Name;
  kind: ContactPointKind;
  value: string;
  normalized: string;
  assurance: Assurance;
  evidence: string;
  at: number;
  linked: boolean;
}

export interface ModelCustomer {
  id: Name;
  name: string | null;
  language: string | null;
  at: number;
}

export interface ModelTicket {
  id: Name;
  number: number;
  subject: string;
  status: TicketStatus;
  waitingFor: WaitingFor | null;
  customer: Name | null;
  assignee: Name | null;
  tags: readonly string[];
  language: string | null;
  mergedInto: Name | null;
  last: { at: number; text: string; direction: ModelMessage["direction"] } | null;
  /** The order an agent chose, and those an agent said it is not about. */
  order: string | null;
  ruledOut: readonly string[];
  createdAt: number;
  updatedAt: number;
  version: number;
}

export interface ModelThread {
  id: Name;
  ticket: Name;
  origin: Name;
  channel: string;
}

export interface ModelMessage {
  id: Name;
  ticket: Name;
  thread: Name;
  direction: "inbound" | "outbound" | "note";
  text: string;
  author: { kind: "customer" | "agent" | "system"; id: Name | null; name: string | null };
  assurance: Assurance;
  at: number;
}

export interface ModelFact {
  id: Name;
  ticket: Name;
  customer: Name | null;
  key: string;
  value: string;
  normalized: string;
  source: { kind: "message" | "agent"; ref: Name };
  assurance: Assurance;
  at: number;
}

export interface ModelEvent {
  sequence: number;
  type: string;
  actor: { kind: string; id: Name | null };
  subject: { kind: string; id: Name };
  data: Readonly<Record<string, unknown>>;
  at: number;
}

/** Everything of one shop. Lists are in the order of creation, which is the order of the ids. */
export interface ModelState {
  now: number;
  /** The last event's place before the first command. */
  eventsBefore: number;
  /** The orders that the storefront has told about. */
  orders: readonly string[];
  agents: ModelAgent[];
  customers: ModelCustomer[];
  contacts: ModelContact[];
  tickets: ModelTicket[];
  threads: ModelThread[];
  messages: ModelMessage[];
  facts: ModelFact[];
  events: ModelEvent[];
}

export function emptyState(now: number, eventsBefore: number, orders: readonly string[]): ModelState {
  return {
    now,
    eventsBefore,
    orders,
    agents: [],
    customers: [],
    contacts: [],
    tickets: [],
    threads: [],
    messages: [],
    facts: [],
    events: [],
  };
}

/** A copy whose entries can be changed without changing the original. Events never change, so that they are shared. */
export function copyOf(state: ModelState): ModelState {
  return {
    ...state,
    agents: state.agents.map((agent) => ({ ...agent })),
    customers: state.customers.map((customer) => ({ ...customer })),
    contacts: state.contacts.map((contact) => ({ ...contact })),
    tickets: state.tickets.map((ticket) => ({ ...ticket })),
    threads: state.threads.map((thread) => ({ ...thread })),
    messages: state.messages.map((message) => ({ ...message })),
    facts: state.facts.map((fact) => ({ ...fact })),
    events: [...state.events],
  };
}

/** What the model expects the library to refuse. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(code: string, details?: Readonly<Record<string, unknown>>) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

export function find<Entry extends { id: Name }>(entries: readonly Entry[], id: Name, missing: string): Entry {
  const entry = entries.find((one) => one.id === id);
  if (!entry) throw new Refusal(missing);
  return entry;
}
