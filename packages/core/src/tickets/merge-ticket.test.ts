import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { agentWithToken, type Instance, instance } from "../testing/instance.ts";
import { storefrontInstance } from "../testing/storefront-instance.ts";

const failsWith = (code: string) => expect.objectContaining({ code });

async function twoTickets({ askonce, clock }: Pick<Instance, "askonce" | "clock">) {
  const customer = { name: "Ana", email: "ana@example.com" };
  const source = await askonce.tickets.create(
    { subject: "Umbrella", channel: "email", customer, tags: ["late", "gift"], message: { text: "order #1042" } },
    systemCaller,
  );
  clock.advance(1000);
  const target = await askonce.tickets.create(
    { subject: "Delayed", channel: "chat", customer, tags: ["late"], message: { text: "tracking RR123456785RO" } },
    systemCaller,
  );
  clock.advance(1000);
  return { source, target };
}

describe("merging tickets", () => {
  it("moves messages, facts and tags, and threads remember where they came from", async () => {
    const made = instance();
    const { askonce, events } = made;
    const { source, target } = await twoTickets(made);
    events.length = 0;
    const merged = await askonce.tickets.merge(source.id, target.id, systemCaller);
    expect(merged).toMatchObject({ id: target.id, messageCount: 2, tags: ["gift", "late"], version: target.version + 1 });
    expect(events.map((event) => [event.type, event.data])).toEqual([["ticket.merged", { ticketId: source.id, intoTicketId: target.id }]]);

    const { items } = await askonce.tickets.messages(target.id, { limit: 10 }, systemCaller);
    expect(items.map((message) => message.text)).toEqual(["order #1042", "tracking RR123456785RO"]);
    expect(new Set(items.map((message) => message.threadId)).size).toBe(2);
    const { facts } = await askonce.context.read(target.id, systemCaller);
    expect(facts.flatMap((fact) => (fact.source.kind === "message" ? fact.key : [])).sort()).toEqual(["orderNumber", "trackingNumber"]);
    const origins: { id: string; ticket_id: string; origin_ticket_id: string }[] = [];
    askonce.before("ticket.update", async (_, unit) => {
      origins.push(...(await unit.database.selectFrom("threads").select(["id", "ticket_id", "origin_ticket_id"]).execute()));
    });
    await askonce.tickets.update(target.id, { subject: "Look" }, systemCaller);
    expect(origins.map((thread) => [thread.ticket_id, thread.origin_ticket_id]).sort()).toEqual(
      [
        [target.id, source.id],
        [target.id, target.id],
      ].sort(),
    );
  });

  it("leaves an empty ticket that refuses changes and says where it went", async () => {
    const made = instance();
    const { askonce } = made;
    const { source, target } = await twoTickets(made);
    await askonce.tickets.merge(source.id, target.id, systemCaller);
    expect(await askonce.tickets.get(source.id, systemCaller)).toMatchObject({
      status: "resolved",
      mergedIntoId: target.id,
      messageCount: 0,
    });
    expect((await askonce.tickets.list({ limit: 10 }, systemCaller)).items.map((ticket) => ticket.id)).toEqual([target.id]);
    const refusal = expect.objectContaining({ code: "TICKET_MERGED", details: { mergedIntoId: target.id } });
    const { tickets } = askonce;
    await expect(tickets.update(source.id, { subject: "x" }, systemCaller)).rejects.toEqual(refusal);
    await expect(tickets.reply(source.id, { text: "x" }, systemCaller)).rejects.toEqual(refusal);
    await expect(tickets.note(source.id, { text: "x" }, systemCaller)).rejects.toEqual(refusal);
    await expect(tickets.receive(source.id, { text: "x" }, systemCaller)).rejects.toEqual(refusal);
    await expect(tickets.recordFact(source.id, { key: "size", value: "42" }, systemCaller)).rejects.toEqual(refusal);
    await expect(tickets.linkOrder(source.id, "memory:1", systemCaller)).rejects.toEqual(refusal);
    await expect(tickets.unlinkOrder(source.id, "memory:1", systemCaller)).rejects.toEqual(refusal);
    await expect(tickets.merge(source.id, target.id, systemCaller)).rejects.toEqual(refusal);
    await expect(tickets.merge(target.id, source.id, systemCaller)).rejects.toEqual(refusal);
  });

  it("is refused for different customers, itself and what does not exist", async () => {
    const { askonce } = instance();
    const ana = await askonce.tickets.create({ subject: "A", customer: { email: "ana@example.com" } }, systemCaller);
    const bob = await askonce.tickets.create({ subject: "B", customer: { email: "bob@example.com" } }, systemCaller);
    await expect(askonce.tickets.merge(ana.id, bob.id, systemCaller)).rejects.toEqual(failsWith("MERGE_REFUSED"));
    await expect(askonce.tickets.merge(ana.id, ana.id, systemCaller)).rejects.toEqual(failsWith("MERGE_REFUSED"));
    await expect(askonce.tickets.merge(ana.id, "tkt_none", systemCaller)).rejects.toEqual(failsWith("TICKET_NOT_FOUND"));
    await expect(askonce.tickets.merge("tkt_none", ana.id, systemCaller)).rejects.toEqual(failsWith("TICKET_NOT_FOUND"));
    expect(await askonce.tickets.get(ana.id, systemCaller)).toEqual(ana);
  });

  it("gives a ticket without a customer the other one's", async () => {
    const { askonce, events } = instance();
    const anonymous = await askonce.tickets.create({ subject: "A" }, systemCaller);
    const known = await askonce.tickets.create({ subject: "B", customer: { email: "bob@example.com" } }, systemCaller);
    expect(await askonce.tickets.merge(known.id, anonymous.id, systemCaller)).toMatchObject({ customerId: known.customerId });
    expect(events.at(-1)?.data).toEqual({ ticketId: anonymous.id, changes: { customerId: known.customerId } });
  });

  it("over several steps leads straight to the last ticket", async () => {
    const { askonce } = instance();
    const tickets = [];
    for (const subject of ["one", "two", "three"])
      tickets.push(await askonce.tickets.create({ subject, message: { text: subject } }, systemCaller));
    const [one = "", two = "", three = ""] = tickets.map((ticket) => ticket.id);
    await askonce.tickets.merge(one, two, systemCaller);
    const before = await askonce.tickets.get(one, systemCaller);
    await askonce.tickets.merge(two, three, systemCaller);
    expect(await askonce.tickets.get(one, systemCaller)).toMatchObject({ mergedIntoId: three, version: before.version + 1 });
    const { items } = await askonce.tickets.messages(three, { limit: 10 }, systemCaller);
    expect(items.map((message) => message.text).sort()).toEqual(["one", "three", "two"]);
  });

  it("is found by the old number and words, after a change of subject too", async () => {
    const made = instance();
    const { askonce } = made;
    const { source, target } = await twoTickets(made);
    await askonce.tickets.merge(source.id, target.id, systemCaller);
    const found = async (q: string) => (await askonce.tickets.list({ q, limit: 10 }, systemCaller)).items.map((ticket) => ticket.id);
    expect(await found("umbrella")).toEqual([target.id]);
    await askonce.tickets.update(target.id, { subject: "Parcel" }, systemCaller);
    expect(await found("umbrella")).toEqual([target.id]);
    expect(await found("#1")).toEqual([target.id]);
    expect(await found("delayed")).toEqual([]);
  });

  it.each([
    { source: "open", target: "resolved", both: ["open", null] },
    { source: "resolved", target: "open", both: ["open", null] },
    { source: "carrier", target: "resolved", both: ["waiting", "carrier"] },
    { source: "carrier", target: "customer", both: ["waiting", "customer"] },
    { source: "carrier", target: "open", both: ["open", null] },
    { source: "resolved", target: "resolved", both: ["resolved", null] },
  ])("of a $source and a $target one is $both", async ({ source, target, both }) => {
    const { askonce } = instance();
    const inState = async (state: string) => {
      const ticket = await askonce.tickets.create({ subject: state }, systemCaller);
      const changes =
        state === "carrier" || state === "customer"
          ? { waitingFor: state as "carrier" | "customer" }
          : { status: state as "open" | "resolved" };
      return (await askonce.tickets.update(ticket.id, changes, systemCaller)).id;
    };
    const merged = await askonce.tickets.merge(await inState(source), await inState(target), systemCaller);
    expect([merged.status, merged.waitingFor]).toEqual(both);
  });

  it("keeps within the most tags a ticket may have, the target's first", async () => {
    const { askonce, call } = instance();
    const { token } = await agentWithToken(askonce);
    const tags = (name: string) => Array.from({ length: 40 }, (_, index) => `${name}${String(index).padStart(2, "0")}`);
    const source = await askonce.tickets.create({ subject: "A", tags: tags("s") }, systemCaller);
    const target = await askonce.tickets.create({ subject: "B", tags: tags("t") }, systemCaller);
    await askonce.tickets.merge(source.id, target.id, systemCaller);
    const answer = await call("GET", `/tickets/${target.id}`, { token });
    expect(answer.status).toBe(200);
    expect(answer.body.tags).toHaveLength(50);
    expect(answer.body.tags).toEqual(expect.arrayContaining(tags("t")));
  });

  it("keeps the order that was chosen for the target, and brings the source's when there is none", async () => {
    const { askonce, memory, shop } = storefrontInstance({ orders: 20 });
    await askonce.sync.backfill("memory");
    const [first, second] = shop.orders.map((order) => memory.ref(order.id));
    const withOrder = async (ref: string | undefined) => {
      const ticket = await askonce.tickets.create({ subject: "A" }, systemCaller);
      if (ref) await askonce.tickets.linkOrder(ticket.id, ref, systemCaller);
      return ticket.id;
    };
    const both = await withOrder(first);
    await askonce.tickets.merge(await withOrder(second), both, systemCaller);
    expect((await askonce.context.read(both, systemCaller)).order?.order.ref).toBe(first);
    const none = await withOrder(undefined);
    await askonce.tickets.merge(await withOrder(second), none, systemCaller);
    expect((await askonce.context.read(none, systemCaller)).order?.order.ref).toBe(second);
  });
});
