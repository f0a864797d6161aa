import { type Askonce, type Caller, systemCaller } from "@askonce/core";
import { Mismatch } from "./mismatch.ts";
import { countTickets, listCustomers, listTickets, type TicketFilter } from "./model-lists.ts";
import { inOrder } from "./model-messages.ts";
import type { ModelState } from "./model-state.ts";
import { showAgent, showCustomer, showEvent, showMessage, showTicket } from "./model-views.ts";
import { difference, type Names, withIds } from "./same-as.ts";
import type { Tables } from "./tables.ts";

export interface Reading {
  askonce: Askonce;
  shopId: string;
  tables: Tables;
  state: ModelState;
  names: Names;
  /** How many entries a page has. */
  limit: number;
}

type Page = { items: readonly unknown[]; nextCursor: string | null };

/** Compares all that can be read of a shop with the model. @throws Mismatch */
export async function readEverything(reading: Reading): Promise<void> {
  await readTables(reading);
  const { askonce, state, names } = reading;
  for (const filter of someFilters(reading)) await readList(reading, filter);
  for (const ticket of state.tickets) await readTicket(reading, ticket.id);
  const customers = listCustomers(state).map((customer) => showCustomer(state, customer));
  await readPages(reading, "customers.list", customers, (request) => askonce.customers.list(request, systemCaller));
  const agents = await askonce.agents.list(systemCaller);
  const byId = agents.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  same("agents.list", state.agents.map(showAgent), byId, names);
}

/** Reads a list page by page to its end, and the counters beside it. */
export async function readList(reading: Reading, filter: TicketFilter): Promise<void> {
  const { askonce, state, names } = reading;
  const expected = listTickets(state, filter).map((ticket) => showTicket(state, ticket));
  const { customer: customerId, ...rest } = withIds(filter, names);
  await readPages(reading, `tickets.list ${JSON.stringify(filter)}`, expected, (request) =>
    askonce.tickets.list({ ...rest, customerId, ...request }, systemCaller),
  );
  const agent = state.agents[0] ?? null;
  const caller: Caller = agent ? { kind: "agent", agentId: withIds(agent.id, names), name: agent.name, role: agent.role } : systemCaller;
  const { byAssignee, ...counts } = countTickets(state, agent?.id ?? null);
  const withRealIds = Object.fromEntries(Object.entries(byAssignee).map(([id, count]) => [withIds(id, names), count]));
  same("tickets.counts", { ...counts, byAssignee: withRealIds }, await askonce.tickets.counts(caller), names);
}

async function readTicket(reading: Reading, id: string): Promise<void> {
  const { askonce, shopId, state, names } = reading;
  const ticketId = withIds(id, names);
  const ticket = state.tickets.find((one) => one.id === id);
  same(`tickets.get ${id}`, ticket && showTicket(state, ticket), await askonce.tickets.get(ticketId, systemCaller), names);
  const messages = inOrder(state.messages.filter((message) => message.ticket === id)).map(showMessage);
  await readPages(reading, `tickets.messages ${id}`, messages, (request) => askonce.tickets.messages(ticketId, request, systemCaller));
  if (messages.length > 1) {
    await readPages(reading, `tickets.messages ${id} from the end`, messages.toReversed(), (request) =>
      askonce.tickets.messages(ticketId, { ...request, order: "desc" }, systemCaller),
    );
  }
  const events = state.events.filter((event) => event.subject.id === id).map((event) => showEvent(event, shopId));
  await readPages(reading, `tickets.events ${id}`, events, (request) => askonce.tickets.events(ticketId, request, systemCaller));
}

async function readTables({ tables, shopId, state, names }: Reading): Promise<void> {
  const events = state.events.map((event) => showEvent(event, shopId));
  same("the log of events", events, await tables.events(shopId, state.eventsBefore), names);
  const counters = await tables.counters(shopId);
  same("the last event's number", state.eventsBefore + state.events.length, counters.event_sequence ?? 0, names);
  same("the last ticket's number", state.tickets.length, counters.ticket_number ?? 0, names);
  const threads = state.threads.map(({ id, ticket, origin, channel }) => ({ id, ticket, origin, channel }));
  same("threads", threads, await tables.threads(shopId), names);
  const facts = state.facts.map(({ normalized: _, ...fact }) => fact);
  same("facts", facts, await tables.facts(shopId), names);
  const links = await tables.orderLinks(shopId);
  const found = links.map((link) => `${link.ticketId} ${link.orderRef} ${link.kind}${link.removed ? " removed" : ""}`).sort();
  const expected = state.tickets.flatMap((ticket) => [
    ...(ticket.order === null ? [] : [`${withIds(ticket.id, names)} ${withIds(ticket.order, names)} agent`]),
    ...ticket.ruledOut.map((order) => `${withIds(ticket.id, names)} ${withIds(order, names)} agent removed`),
  ]);
  same("links to orders", expected.sort(), found, names);
}

/** The whole list, and a third of the others: lists are most of the work, and sequences are many. */
function someFilters({ state, limit }: Reading): TicketFilter[] {
  return [{}, ...filtersOf(state).filter((_, index) => index % 3 === limit % 3)];
}

function filtersOf(state: ModelState): TicketFilter[] {
  const tags = new Set(state.tickets.flatMap((ticket) => ticket.tags.slice(0, 2)));
  return [
    { status: "open" },
    { status: "waiting" },
    { status: "resolved" },
    { assignee: "none" },
    ...state.agents.slice(0, 2).map((agent) => ({ assignee: agent.id })),
    ...[...tags].slice(0, 2).map((tag) => ({ tag })),
    ...state.customers.slice(0, 2).map((customer) => ({ customer: customer.id })),
    { q: "parcel" },
  ];
}

/** Every page but the last is full, and they are no more than are needed. */
async function readPages(
  { names, limit }: Reading,
  what: string,
  expected: readonly unknown[],
  read: (request: { cursor?: string | undefined; limit: number }) => Promise<Page>,
): Promise<void> {
  let cursor: string | null = null;
  let from = 0;
  do {
    const page: Page = await read({ ...(cursor === null ? {} : { cursor }), limit });
    same(`${what}, from ${from}`, expected.slice(from, from + limit), page.items, names);
    from += limit;
    cursor = page.nextCursor;
    if ((cursor === null) !== from >= expected.length) throw new Mismatch(`${what}: ${cursor === null ? "ends" : "goes on"} after ${from}`);
  } while (cursor !== null);
}

function same(what: string, expected: unknown, actual: unknown, names: Names): void {
  const found = difference(expected, actual, names);
  if (found) throw new Mismatch(`${what}: ${found}`);
}
