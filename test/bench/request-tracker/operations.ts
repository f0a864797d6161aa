import type { DriverCommand } from "./driver.ts";
import type { TicketSource } from "./ticket-source.ts";

/** Indexes are the source's, from 0: the same on both sides. Where a list is given, operations take its entries in turn. */
export interface OperationParameters {
  /** First page of a queue's tickets in state open, newest change first. `limit` defaults to 50. */
  list: { queues: readonly number[]; limit?: number };
  open: { tickets: readonly number[] };
  /** An agent's answer. */
  reply: { tickets: readonly number[]; text(operation: number): string } & WriteParameters;
  create: { ticket(operation: number): { queue: number; customer: number; subject: string; text: string } } & WriteParameters;
  /** First page of the tickets whose messages have the term, newest change first. `limit` defaults to 50. */
  search: { terms: readonly string[]; limit?: number; openOnly?: boolean };
}

export interface WriteParameters {
  /**
   * `true` (default): as installed, a notification is composed and recorded and not sent. `false`: with every scrip disabled meanwhile,
   * so that only the message is written.
   */
  scrips?: boolean;
}
export type Operation = keyof OperationParameters;

export const queueName = (index: number) => `queue-${index}`;
export const agentName = (index: number) => `agent-${index}`;

/** The command of each turn. Lists are taken in turn. */
export function commandOf<Name extends Operation>(
  operation: Name,
  given: OperationParameters[Name],
  firstTicketId: number,
  source: TicketSource,
): (turn: number) => DriverCommand {
  const makers: { [Key in Operation]: (parameters: OperationParameters[Key]) => (turn: number) => DriverCommand } = {
    list: ({ queues, limit = 50 }) => {
      return (turn) => ({ operation: "list", queue: queueName(inTurn(queues, turn)), status: "open", limit });
    },
    open: ({ tickets }) => {
      return (turn) => ({ operation: "open", ticket: firstTicketId + inTurn(tickets, turn) });
    },
    reply: ({ tickets, text }) => {
      return (turn) => ({ operation: "reply", ticket: firstTicketId + inTurn(tickets, turn), text: text(turn) });
    },
    create: ({ ticket }) => {
      return (turn) => {
        const { queue, customer, subject, text } = ticket(turn);
        return { operation: "create", queue: queueName(queue), requestor: source.emailOf(customer), subject, text };
      };
    },
    search: ({ terms, limit = 50, openOnly = false }) => {
      return (turn) => ({ operation: "search", term: inTurn(terms, turn), limit, activeOnly: openOnly });
    },
  };
  return makers[operation](given);
}

function inTurn<Entry>(entries: readonly Entry[], turn: number): Entry {
  const entry = entries[turn % entries.length];
  if (entry === undefined) throw new Error("An operation needs at least one entry to work on");
  return entry;
}
