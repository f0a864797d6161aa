import type { NamedCommand } from "./commands.ts";
import { isInvalid } from "./hostile.ts";
import { createAgent, updateAgent } from "./model-agents.ts";
import { requireRank } from "./model-caller.ts";
import { addContact, createCustomer, removeContact } from "./model-customers.ts";
import { addFact, note, receive, reply } from "./model-messages.ts";
import { linkOrder, unlinkOrder } from "./model-orders.ts";
import { copyOf, type ModelState, Refusal } from "./model-state.ts";
import { changeable, createTicket, mergeTicket, updateTicket } from "./model-tickets.ts";
import { showAgent, showCustomer, showFact, showMessage, showTicket } from "./model-views.ts";
import { spelledOut } from "./words.ts";

/** What a command answers: a value, or a refusal by its code. */
export type Outcome = { value: unknown } | { refused: string; or?: string; details?: Readonly<Record<string, unknown>> | undefined };

/**
 * The model: what a command does to a shop and what it answers. A refused command does nothing at all; the state that came in is never
 * changed.
 */
export function apply(before: ModelState, command: NamedCommand): { state: ModelState; outcome: Outcome } {
  const state = copyOf(before);
  // Which of two reasons to refuse is seen first is left to the library.
  if (isInvalid(command)) return { outcome: { or: refusalOf(state, command), refused: "VALIDATION_FAILED" }, state: before };
  try {
    return { outcome: { value: run(state, command) }, state };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { outcome: { refused: error.code, details: error.details }, state: before };
  }
}

function refusalOf(state: ModelState, command: NamedCommand): string {
  try {
    run(state, command);
    return "VALIDATION_FAILED";
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code;
  }
}

function run(state: ModelState, command: NamedCommand): unknown {
  const { by } = command;
  // A customer may open a ticket of their own; everything else here is for agents.
  if (command.do !== "createTicket" || by.kind !== "customer") requireRank(by, "agent");
  switch (command.do) {
    case "createAgent":
      return showAgent(createAgent(state, by, command));
    case "updateAgent":
      return showAgent(updateAgent(state, by, command.agent, command));
    case "createCustomer":
      return showCustomer(state, createCustomer(state, by, command));
    case "addContact":
      return showCustomer(state, addContact(state, by, command.customer, command.claim, "test"));
    case "removeContact":
      return showCustomer(state, removeContact(state, by, command.customer, command.contact));
    case "createTicket":
      return showTicket(state, createTicket(state, by, command));
    case "updateTicket":
      return showTicket(state, updateTicket(state, by, command.ticket, command.changes));
    case "mergeTicket":
      return showTicket(state, mergeTicket(state, by, command.ticket, command.into));
    case "receive":
      return showMessage(receive(state, by, changeable(state, command.ticket), command));
    case "reply":
      return showMessage(reply(state, by, changeable(state, command.ticket), command));
    case "note":
      return showMessage(note(state, by, changeable(state, command.ticket), command.text));
    case "recordFact":
      return showFact(recordFact(state, by, command));
    case "linkOrder":
      return linkOrder(state, by, command.ticket, command.order);
    case "unlinkOrder":
      return unlinkOrder(state, by, command.ticket, command.order);
  }
}

function recordFact(state: ModelState, by: NamedCommand["by"], command: Extract<NamedCommand, { do: "recordFact" }>) {
  const ticket = changeable(state, command.ticket);
  const value = spelledOut(command.value);
  if (value === "" || value.length > 2000) throw new Refusal("VALIDATION_FAILED");
  const source = { kind: "agent", ref: by.kind === "agent" ? by.agentId : "system" } as const;
  return addFact(state, by, ticket, { key: "size", value, normalized: value.toLowerCase(), source, assurance: "claimed" });
}
