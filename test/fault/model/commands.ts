import type { AgentRole, Assurance, TicketStatus } from "@askonce/spec";
import type { ModelCaller } from "./model-caller.ts";
import type { Claim } from "./model-customers.ts";
import type { TicketFilter } from "./model-lists.ts";
import type { ModelState } from "./model-state.ts";
import type { TicketChange, TicketInput } from "./model-tickets.ts";

/**
 * What can be done with a shop. Commands are plain data. Where they name a ticket, a customer, an agent or a contact point, a sequence holds
 * a pick like `tkt~3`, which means the fourth ticket there is by then, whichever commands came before: so any part of a sequence is a sequence.
 */
export type Command<By> =
  | { do: "createAgent"; by: By; name: string; role: AgentRole }
  | { do: "updateAgent"; by: By; agent: string; role?: AgentRole | undefined; active?: boolean | undefined }
  | { do: "createCustomer"; by: By; name?: string | undefined; language?: string | undefined; contacts: readonly Claim[] }
  | { do: "addContact"; by: By; customer: string; claim: Claim }
  | { do: "removeContact"; by: By; customer: string; contact: string }
  | ({ do: "createTicket"; by: By } & TicketInput)
  | { do: "updateTicket"; by: By; ticket: string; changes: TicketChange; seen?: "current" | "older" | undefined }
  | { do: "mergeTicket"; by: By; ticket: string; into: string }
  | { do: "receive"; by: By; ticket: string; text: string; channel: string; assurance: Assurance }
  | { do: "reply"; by: By; ticket: string; text: string; status?: TicketStatus | undefined }
  | { do: "note"; by: By; ticket: string; text: string }
  | { do: "recordFact"; by: By; ticket: string; value: string }
  | { do: "linkOrder"; by: By; ticket: string; order: string }
  | { do: "unlinkOrder"; by: By; ticket: string; order: string };

/** A command as it stands in a sequence. `by` is `system` or a pick of an agent or a customer. */
export type PlannedCommand = Command<string>;

/** A command whose ids are the model's names, or ids that the shop does not have. */
export type NamedCommand = Command<ModelCaller>;

export type Step =
  | PlannedCommand
  /** Two commands that are started together. */
  | { do: "both"; commands: readonly [PlannedCommand, PlannedCommand] }
  /** Time passes; negative, when another machine's clock is behind. */
  | { do: "wait"; ms: number }
  | { do: "look"; filter: TicketFilter; limit: number };

/** Ids that exist, but in another shop. */
export type ForeignIds = Readonly<Record<"tkt" | "cus" | "agt" | "cnt", string>>;

/** Picks from here on are ids that nobody has, and those of another shop. */
export const unknownPick = 14;
export const foreignPick = 15;

/** Turns the picks of a step into names. */
export function named<Part>(part: Part, state: ModelState, foreign: ForeignIds): Part {
  if (typeof part === "string") return namedPick(part, state, foreign) as Part;
  if (Array.isArray(part)) return part.map((entry: unknown) => named(entry, state, foreign)) as Part;
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, named(value, state, foreign)])) as Part;
}

export function namedCommand(planned: PlannedCommand, state: ModelState, foreign: ForeignIds): NamedCommand {
  const command = named(planned, state, foreign);
  const by = callerOf(command.by, state);
  if (command.do !== "updateTicket" || command.seen === undefined) return { ...command, by };
  const version = state.tickets.find((ticket) => ticket.id === command.ticket)?.version ?? 1;
  return { ...command, by, changes: { ...command.changes, ifVersion: command.seen === "current" ? version : version - 1 } };
}

function namedPick(text: string, state: ModelState, foreign: ForeignIds): string {
  const match = /^(tkt|cus|agt|cnt)~(\d+)$/.exec(text);
  if (!match) return text;
  const kind = match[1] as keyof ForeignIds;
  const pick = Number(match[2]);
  if (pick === foreignPick) return foreign[kind];
  const entries = { tkt: state.tickets, cus: state.customers, agt: state.agents, cnt: state.contacts }[kind];
  return (pick === unknownPick ? undefined : entries[pick % Math.max(1, entries.length)]?.id) ?? `${kind}_unknown`;
}

/** Whoever does not exist cannot have signed in: then it is the application itself. */
function callerOf(id: string, state: ModelState): ModelCaller {
  const agent = state.agents.find((one) => one.id === id);
  if (agent) return { kind: "agent", agentId: agent.id, name: agent.name, role: agent.role };
  const customer = state.customers.find((one) => one.id === id);
  if (customer) return { kind: "customer", customerId: customer.id, name: customer.name, assurance: "signedIn" };
  return { kind: "system" };
}
