import type { AgentRole, Assurance, TicketStatus, WaitingFor } from "@askonce/spec";
import fc from "fast-check";
import type { NamedCommand, PlannedCommand } from "./commands.ts";

/**
 * What no contract allows, said by a program that calls the library without types or with wrong ones. The core holds subjects, channels and
 * languages to the contract ("a value that was stored although the contract refuses it would make every later answer with it fail"); these are
 * the values where it does not yet, so that they are only tried when asked for.
 */
const noStatus = "closed" as TicketStatus;
const nobody = "godot" as WaitingFor;
const noAssurance = "sure" as Assurance;
const noRole = "boss" as AgentRole;
const longChannel = "c".repeat(61);

/** A face where a text is cut: half of it is no character. */
const cutText = `${"x".repeat(158)}😀${"y".repeat(20)}`;
const cutTags = [`${"x".repeat(59)}😀`, `${"x".repeat(59)}🤖`];

const ticket = fc.nat(3).map((place) => `tkt~${place}`);
const change = (changes: Extract<PlannedCommand, { do: "updateTicket" }>["changes"]) =>
  ticket.map((id): PlannedCommand => ({ do: "updateTicket", by: "system", ticket: id, changes }));
const receive = (words: { text?: string; channel?: string; assurance?: Assurance }) =>
  ticket.map(
    (id): PlannedCommand => ({ do: "receive", by: "system", ticket: id, text: "Hello", channel: "api", assurance: "claimed", ...words }),
  );

export const hostileCommand: fc.Arbitrary<PlannedCommand> = fc.oneof(
  change({ status: noStatus }),
  change({ waitingFor: nobody }),
  change({ assignee: "" }),
  change({ tags: cutTags }),
  receive({ channel: "" }),
  receive({ channel: longChannel }),
  receive({ assurance: noAssurance }),
  receive({ text: cutText }),
  ticket.map((id): PlannedCommand => ({ do: "reply", by: "system", ticket: id, text: "Hello", status: noStatus })),
  fc.constant<PlannedCommand>({ do: "createAgent", by: "system", name: "Olga", role: noRole }),
  fc.constant<PlannedCommand>({ do: "createCustomer", by: "system", contacts: [{ contact: 0, assurance: noAssurance }] }),
);

/** Whether a command holds a value that the contract refuses. */
export function isInvalid(command: NamedCommand): boolean {
  switch (command.do) {
    case "updateTicket":
      return command.changes.status === noStatus || command.changes.waitingFor === nobody || command.changes.assignee === "";
    case "receive":
      return command.channel === "" || command.channel === longChannel || command.assurance === noAssurance;
    case "reply":
      return command.status === noStatus;
    case "createAgent":
      return command.role === noRole;
    case "createCustomer":
      return command.contacts.some((claim) => claim.assurance === noAssurance);
    default:
      return false;
  }
}

/** The first `length` characters at most, none of them cut in half. */
export function cutAt(text: string, length: number): string {
  const cut = text.slice(0, length);
  return /[\ud800-\udbff]$/.test(cut) && cut.length < text.length ? cut.slice(0, -1) : cut;
}
