import type { Askonce } from "@askonce/core";
import { AskonceError } from "@askonce/spec";
import type { NamedCommand } from "./commands.ts";
import type { Outcome } from "./model.ts";
import { type Claim, contactOf } from "./model-customers.ts";
import { spelledOut, spelledOutTags } from "./words.ts";

type Service = Pick<Askonce, "tickets" | "customers" | "agents">;

/** Gives a command to the library. What it throws that is no error of ours is an outcome too, which the model never expects. */
export async function perform(service: Service, command: NamedCommand): Promise<Outcome> {
  try {
    return { value: await call(service, command) };
  } catch (error) {
    if (AskonceError.is(error)) return { refused: error.code, details: error.details };
    return { refused: error instanceof Error ? `${error.name}: ${error.message}` : typeof error };
  }
}

function call({ tickets, customers, agents }: Service, command: NamedCommand): Promise<unknown> {
  const { by } = command;
  switch (command.do) {
    case "createAgent":
      return agents.create({ name: spelledOut(command.name), role: command.role }, by);
    case "updateAgent": {
      const { role, active } = command;
      return agents.update(command.agent, { ...(role ? { role } : {}), ...(active === undefined ? {} : { active }) }, by);
    }
    case "createCustomer":
      return customers.create({ ...command, name: spelledOutOrNone(command.name), contacts: command.contacts.map(claimOf) }, by);
    case "addContact":
      return customers.addContactPoint(command.customer, claimOf(command.claim), by);
    case "removeContact":
      return customers.removeContactPoint(command.customer, command.contact, by);
    case "createTicket":
      return tickets.create(
        {
          subject: spelledOut(command.subject),
          channel: command.channel,
          customerId: command.customer,
          customer: command.contact && openedBy(command.contact),
          assurance: command.assurance,
          language: command.language,
          tags: command.tags && spelledOutTags(command.tags),
          message: command.text === undefined ? undefined : { text: spelledOut(command.text) },
        },
        by,
      );
    case "updateTicket": {
      const { assignee, customer, subject, tags, ...rest } = command.changes;
      return tickets.update(
        command.ticket,
        { ...rest, assigneeId: assignee, customerId: customer, subject: spelledOutOrNone(subject), tags: tags && spelledOutTags(tags) },
        by,
      );
    }
    case "mergeTicket":
      return tickets.merge(command.ticket, command.into, by);
    case "receive":
      return tickets.receive(command.ticket, { ...command, text: spelledOut(command.text) }, by);
    case "reply":
      return tickets.reply(command.ticket, { text: spelledOut(command.text), status: command.status }, by);
    case "note":
      return tickets.note(command.ticket, { text: spelledOut(command.text) }, by);
    case "recordFact":
      return tickets.recordFact(command.ticket, { key: "size", value: spelledOut(command.value) }, by);
    case "linkOrder":
      return tickets.linkOrder(command.ticket, command.order, by);
    case "unlinkOrder":
      return tickets.unlinkOrder(command.ticket, command.order, by);
  }
}

function claimOf(claim: Claim) {
  const { kind, value } = contactOf(claim);
  return { kind, value, assurance: claim.assurance, evidence: "test" };
}

function openedBy({ name, places }: { name?: string | undefined; places: readonly number[] }) {
  const values = places.map((contact) => contactOf({ contact, assurance: "claimed" }));
  const valueFor = (kind: string) => values.find((contact) => contact.kind === kind)?.value;
  return { name: spelledOutOrNone(name), email: valueFor("email"), phone: valueFor("phone"), ref: valueFor("shopCustomer") };
}

function spelledOutOrNone(word: string | undefined): string | undefined {
  return word === undefined ? undefined : spelledOut(word);
}
