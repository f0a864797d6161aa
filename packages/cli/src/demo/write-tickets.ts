import type { Askonce, Caller } from "@askonce/core";
import type { Agent, Clock } from "@askonce/spec";
import type { FakeTicket, FakeTicketTopic } from "@askonce/testkit/shop-data";
import type { ShopName } from "./data-folder.ts";
import { createTeam, signedByTeam, type Team } from "./people.ts";

/** A clock that is set by hand, so that the past can be written in its own order. */
export interface SettableClock extends Clock {
  set(now: number): void;
}

export function createSettableClock(): SettableClock {
  let current = 0;
  return {
    now: () => current,
    set(now) {
      current = now;
    },
    // Nothing may wait for a time that only passes when it is set.
    sleep: async () => {},
  };
}

export interface ShopTickets {
  shop: ShopName;
  tickets: readonly FakeTicket[];
}

interface Step {
  at: number;
  run(): Promise<unknown>;
}

const system = { kind: "system" } as const;
const minuteMs = 60_000;

const tagsOf: Readonly<Record<FakeTicketTopic, readonly string[]>> = {
  whereIsMyOrder: ["delivery"],
  late: ["delivery", "late"],
  stuck: ["delivery", "stuck"],
  damaged: ["damaged"],
  wrongItem: ["wrong-item"],
  missingItem: ["missing-item"],
  cancel: ["cancellation"],
  addressChange: ["address"],
  refundStatus: ["refund"],
  return: ["return"],
  invoice: ["invoice"],
  productQuestion: ["before-buying"],
  discountCode: ["before-buying"],
  locker: ["delivery", "locker"],
};

export interface WrittenTickets {
  team: Team;
  idOf: ReadonlyMap<FakeTicket, string>;
}

/**
 * Writes the tickets through the library as they would have come: every message at its own time, all tickets interleaved, with the agents'
 * assignments, answers and decisions. The orders have to be there already, because facts are learnt as messages are written.
 */
export async function writeTickets(
  askonce: Askonce,
  clock: SettableClock,
  shops: readonly ShopTickets[],
  onProgress: (done: number) => void,
): Promise<WrittenTickets> {
  const first = Math.min(...shops.flatMap(({ tickets }) => tickets.map((ticket) => Date.parse(ticket.createdAt))));
  clock.set(first - 30 * minuteMs);
  const agents = await createTeam(askonce);
  const idOf = new Map<FakeTicket, string>();
  const onCreated = (ticket: FakeTicket, id: string) => {
    idOf.set(ticket, id);
    onProgress(idOf.size);
  };
  const steps = shops.flatMap(({ shop, tickets }) =>
    tickets.flatMap((ticket) => stepsOf(askonce, shop, ticket, agents, (id) => onCreated(ticket, id))),
  );
  for (const step of steps.sort((one, other) => one.at - other.at)) {
    clock.set(step.at);
    await step.run();
  }
  return { team: agents, idOf };
}

function stepsOf(askonce: Askonce, shop: ShopName, ticket: FakeTicket, agents: Team, onCreated: (id: string) => void): Step[] {
  const agent = agents[ticket.language];
  const caller = callerOf(agent);
  const isAnswered = ticket.messages.some((message) => message.direction !== "inbound");
  let id = "";
  let assigned = false;
  const assign = async () => {
    if (!assigned) await askonce.tickets.update(id, { assigneeId: agent.id }, caller);
    assigned = true;
  };
  const steps = ticket.messages.map((message, index): Step => {
    const at = Date.parse(message.at);
    const text = signedByTeam(message.text);
    if (index === 0) {
      return {
        at,
        async run() {
          const { subject, channel, customer, language } = ticket;
          const created = await askonce.tickets.create(
            { subject, channel, customer, language, tags: [...tagsOf[ticket.about.topic]], message: { text } },
            system,
          );
          id = created.id;
          onCreated(id);
        },
      };
    }
    if (message.direction === "inbound") return { at, run: () => askonce.tickets.receive(id, { text, channel: ticket.channel }, system) };
    return {
      at,
      async run() {
        await assign();
        if (message.direction === "note") return askonce.tickets.note(id, { text }, caller);
        return askonce.tickets.reply(id, { text }, caller);
      },
    };
  });
  const lastAt = Date.parse(ticket.messages.at(-1)?.at ?? ticket.createdAt);
  steps.push({
    at: lastAt + minuteMs,
    async run() {
      // Some tickets are taken before they are answered; on the others nobody has started yet.
      if (isAnswered || ticket.id % 3 === 0) await assign();
      if (isAnswered && (ticket.id % 2 === 0 || isNamedByAgent(ticket)))
        await linkOrder(askonce, shop, id, ticket.about.orderNumber, caller);
      const { status } = await askonce.tickets.get(id, system);
      if (status !== ticket.status) await askonce.tickets.update(id, { status: ticket.status }, caller);
    },
  });
  return steps;
}

/** An agent who writes the number has found the order. */
function isNamedByAgent({ about, messages }: FakeTicket): boolean {
  const { orderNumber } = about;
  return orderNumber !== null && messages.some((message) => message.direction !== "inbound" && message.text.includes(orderNumber));
}

/** What an agent does who looked the order up by hand. */
async function linkOrder(askonce: Askonce, shop: ShopName, ticketId: string, orderNumber: string | null, caller: Caller): Promise<void> {
  if (orderNumber === null) return;
  const { items } = await askonce.orders.search({ number: orderNumber }, system);
  const found = items.find((item) => item.order.ref.startsWith(`${shop}:`));
  if (found) await askonce.tickets.linkOrder(ticketId, found.order.ref, caller);
}

function callerOf({ id, name, role }: Agent): Caller {
  return { kind: "agent", agentId: id, name, role };
}
