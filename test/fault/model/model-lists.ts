import { foldText, type TicketStatus } from "@askonce/spec";
import type { ModelCustomer, ModelState, ModelTicket, Name } from "./model-state.ts";

export interface TicketFilter {
  status?: TicketStatus | undefined;
  /** An agent, or `none`. */
  assignee?: Name | undefined;
  tag?: string | undefined;
  customer?: Name | undefined;
  q?: string | undefined;
}

/**
 * All tickets of a list: last touched first, or the newest first when words are looked for. Merged ones are found through the one they live
 * in.
 */
export function listTickets(state: ModelState, filter: TicketFilter): ModelTicket[] {
  const { q } = filter;
  const tickets = state.tickets
    .filter((ticket) => ticket.mergedInto === null)
    .filter((ticket) => filter.status === undefined || ticket.status === filter.status)
    .filter((ticket) => filter.assignee === undefined || (ticket.assignee ?? "none") === filter.assignee)
    .filter((ticket) => filter.tag === undefined || ticket.tags.includes(filter.tag))
    .filter((ticket) => filter.customer === undefined || ticket.customer === filter.customer)
    .reverse();
  if (q !== undefined) return tickets.filter((ticket) => isFound(textsOfTicket(state, ticket), q));
  return tickets.sort((one, other) => other.updatedAt - one.updatedAt);
}

/** Newest first. */
export function listCustomers(state: ModelState, q?: string | undefined): ModelCustomer[] {
  return state.customers.filter((customer) => q === undefined || isFound(textsOfCustomer(state, customer.id), q)).reverse();
}

/** How many tickets there are; merged ones are counted as the one they live in, and nobody has to do anything about resolved ones. */
export function countTickets(state: ModelState, agent: Name | null) {
  const tickets = state.tickets.filter((ticket) => ticket.mergedInto === null);
  const pending = tickets.filter((ticket) => ticket.status !== "resolved");
  const withStatus = (status: TicketStatus) => tickets.filter((ticket) => ticket.status === status).length;
  const of = (assignee: Name | null) => pending.filter((ticket) => ticket.assignee === assignee).length;
  return {
    open: withStatus("open"),
    waiting: withStatus("waiting"),
    resolved: withStatus("resolved"),
    unassigned: of(null),
    mine: agent === null ? 0 : of(agent),
    byAssignee: Object.fromEntries(state.agents.map(({ id }) => [id, of(id)] as const).filter(([, count]) => count > 0)),
    complete: true,
  };
}

/** Every word that is looked for is there, or begins one that is; a single character has to stand alone. Without any word nothing is found. */
function isFound(texts: readonly string[], q: string): boolean {
  const words = texts.flatMap(wordsOf);
  const wanted = wordsOf(q);
  const isThere = (word: string) => words.some((one) => (word.length > 1 ? one.startsWith(word) : one === word));
  return wanted.length > 0 && wanted.every(isThere);
}

function wordsOf(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A ticket is found by the numbers and subjects of what was merged into it, too. */
function textsOfTicket(state: ModelState, ticket: ModelTicket): string[] {
  const family = state.tickets.filter((one) => one === ticket || one.mergedInto === ticket.id);
  return [
    ...family.flatMap((one) => [String(one.number), one.subject]),
    ...ticket.tags,
    ...(ticket.customer ? textsOfCustomer(state, ticket.customer) : []),
    ...state.messages.filter((message) => message.ticket === ticket.id).map((message) => message.text),
  ];
}

/** Phone numbers are found however they are begun: with the country's code, with a zero, without either. All here are Romanian. */
function textsOfCustomer(state: ModelState, id: Name): string[] {
  const name = state.customers.find((customer) => customer.id === id)?.name ?? "";
  const contacts = state.contacts.filter((contact) => contact.customer === id && contact.linked);
  const spellings = (phone: string) => [phone.slice(1), phone.slice(3), `0${phone.slice(3)}`];
  return [
    name,
    ...contacts.flatMap(({ kind, value, normalized }) => [value, ...(kind === "phone" ? spellings(normalized) : [normalized])]),
  ];
}
