import type { AgentRole, Assurance, TicketStatus, WaitingFor } from "@askonce/spec";
import fc from "fast-check";
import { foreignPick, type PlannedCommand, type Step, unknownPick } from "./commands.ts";
import { hostileCommand } from "./hostile.ts";
import * as words from "./words.ts";

/** Random sequences of steps. Everything shrinks to the first of its choices, so the plainest one comes first. */

const among = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);
/** Nothing, or once in `oneIn` times something. */
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>, oneIn = 2) =>
  fc.oneof({ weight: oneIn - 1, arbitrary: among(undefined) }, { weight: 1, arbitrary });

const pickOf = (kind: "tkt" | "cus" | "agt" | "cnt") =>
  fc
    .oneof({ weight: 30, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: among(unknownPick, foreignPick) })
    .map((pick) => `${kind}~${pick}`);
const ticket = pickOf("tkt");
const customer = pickOf("cus");
const agent = pickOf("agt");

const by = fc.oneof({ weight: 12, arbitrary: among("system", "agt~0", "agt~1") }, { weight: 1, arbitrary: among("agt~2", "cus~0") });
const owner = fc.oneof({ weight: 4, arbitrary: among("system") }, { weight: 1, arbitrary: by });
const assurance = among<Assurance>("claimed", "orderMatched", "otpVerified", "anonymous");
const status = among<TicketStatus>("open", "waiting", "resolved");
const role = among<AgentRole>("agent", "lead", "owner");
const text = fc.oneof(
  { weight: 12, arbitrary: among(...words.texts.slice(0, 6)) },
  { weight: 1, arbitrary: among(...words.texts.slice(6)) },
);
const subject = fc.oneof(
  { weight: 12, arbitrary: among(...words.subjects.slice(0, 4)) },
  { weight: 1, arbitrary: among(...words.subjects.slice(4)) },
);
const tags = fc.oneof(
  { weight: 10, arbitrary: fc.array(among(...words.tags.slice(0, 8)), { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(among(...words.tags), { maxLength: 4 }) },
);
const claim = fc.record({ contact: fc.nat(words.contacts.length - 1), assurance });
/** What a ticket can be opened with: an account, an address, a phone, tried in this order and each at most once. */
const account = among(8);
const address = among(0, 0, 0, 1, 1, 2, 2, 3);
const phone = among(4, 4, 5, 6);
const places = fc.oneof(
  fc.tuple(address),
  fc.tuple(phone),
  fc.tuple(account),
  fc.tuple(account, address),
  fc.tuple(address, phone),
  fc.constant([]),
);
const name = fc.oneof({ weight: 10, arbitrary: among("Ana", "Bob") }, { weight: 1, arbitrary: among("<201 letters>", "") });
const language = fc.oneof({ weight: 10, arbitrary: among("ro", "en") }, { weight: 1, arbitrary: among("r") });
const channel = among("email", "chat", "api");
const order = among(...words.orders);

const createTicket = fc.record({
  do: among("createTicket" as const),
  by,
  subject,
  channel: maybe(fc.oneof({ weight: 20, arbitrary: channel }, { weight: 1, arbitrary: among("") })),
  customer: maybe(customer, 6),
  contact: maybe(fc.record({ name: maybe(name), places })),
  assurance: maybe(assurance, 3),
  language: maybe(language, 4),
  tags: maybe(tags),
  text: maybe(text),
});

const changes = fc.oneof(
  fc.record({ status }),
  fc.record({ assignee: fc.oneof<fc.Arbitrary<string | null>[]>(agent, among(null)) }),
  fc.record({ tags }),
  fc.record({ subject }),
  fc.record({ customer }),
  fc.record({ waitingFor: among<WaitingFor | null>("carrier", "approval", null) }),
  fc.record({ status, assignee: maybe(agent), tags: maybe(tags), waitingFor: maybe(among<WaitingFor | null>("warehouse", null)) }),
);

/** Mostly neighbours: two picks at random would often be the same ticket. */
const merge = fc.oneof(
  { weight: 3, arbitrary: fc.nat(3).map((place) => ({ ticket: `tkt~${place}`, into: `tkt~${place + 1}` })) },
  { weight: 2, arbitrary: fc.nat(3).map((place) => ({ ticket: `tkt~${place + 1}`, into: `tkt~${place}` })) },
  { weight: 1, arbitrary: fc.record({ ticket, into: ticket }) },
);

const command: fc.Arbitrary<PlannedCommand> = fc.oneof(
  { weight: 4, arbitrary: createTicket },
  {
    weight: 5,
    arbitrary: fc.record({
      do: among("updateTicket" as const),
      by,
      ticket,
      changes,
      seen: maybe(among("current" as const, "older" as const), 5),
    }),
  },
  { weight: 6, arbitrary: fc.tuple(by, merge).map(([by, pair]) => ({ do: "mergeTicket" as const, by, ...pair })) },
  { weight: 4, arbitrary: fc.record({ do: among("receive" as const), by, ticket, text, channel, assurance }) },
  { weight: 4, arbitrary: fc.record({ do: among("reply" as const), by, ticket, text, status: maybe(status) }) },
  { weight: 2, arbitrary: fc.record({ do: among("note" as const), by, ticket, text }) },
  { weight: 1, arbitrary: fc.record({ do: among("recordFact" as const), by, ticket, value: among("M", "L", "", "<2001 letters>") }) },
  { weight: 2, arbitrary: fc.record({ do: among("linkOrder" as const), by, ticket, order }) },
  { weight: 1, arbitrary: fc.record({ do: among("unlinkOrder" as const), by, ticket, order }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: among("createCustomer" as const),
      by,
      name: maybe(name),
      language: maybe(language, 4),
      contacts: fc.array(claim, { maxLength: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: among("addContact" as const), by, customer, claim }) },
  { weight: 1, arbitrary: fc.record({ do: among("removeContact" as const), by, customer, contact: pickOf("cnt") }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: among("createAgent" as const), by: owner, name: among("Olga", " Ion ", "", "<201 letters>"), role }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: among("updateAgent" as const), by: owner, agent, role: maybe(role, 4), active: maybe(fc.boolean()) }),
  },
);

/** Two at once, mostly about the same ticket: elsewhere they do not meet. */
const both = fc
  .record({ commands: fc.tuple(command, command), meet: among(true, true, false) })
  .map(({ commands: [first, second], meet }) => ({
    do: "both" as const,
    commands: [first, meet && "ticket" in first && "ticket" in second ? { ...second, ticket: first.ticket } : second] as const,
  }));

const look = fc.record({
  do: among("look" as const),
  filter: fc.oneof(
    fc.record({ q: among(...words.searches) }),
    fc.record({ status, assignee: maybe(fc.oneof(agent, among("none"))) }),
    fc.record({ tag: among("late", "a b", "Zoe", "lat"), q: maybe(among(...words.searches), 3) }),
    fc.record({ customer, status: maybe(status, 3) }),
  ),
  limit: fc.integer({ min: 1, max: 4 }),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 20, arbitrary: command },
  { weight: 5, arbitrary: both },
  { weight: 4, arbitrary: fc.record({ do: among("wait" as const), ms: among(1, 1000, -700) }) },
  { weight: 2, arbitrary: look },
);

export interface Sequence {
  steps: readonly Step[];
  /** The size of the pages in which everything is read at the end. */
  limit: number;
}

/** A few tickets first: most of what can be done needs one. */
const opening = fc.array(createTicket, { minLength: 1, maxLength: 4, size: "max" });

/** @param options `hostile`: with values that no contract allows, too */
export function sequences(maxCommands: number, options: { hostile: boolean }): fc.Arbitrary<Sequence> {
  const any = options.hostile ? fc.oneof({ weight: 9, arbitrary: step }, { weight: 1, arbitrary: hostileCommand }) : step;
  const steps = fc.tuple(opening, fc.array(any, { maxLength: maxCommands, size: "max" })).map((parts): Step[] => parts.flat());
  return fc.record({ steps, limit: fc.integer({ min: 1, max: 7 }) });
}
