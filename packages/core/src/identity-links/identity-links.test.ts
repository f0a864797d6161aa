import { join } from "node:path";
import type { Context, IdentityLink } from "@askonce/spec";
import type { FakeOrder } from "@askonce/testkit/shop-data";
import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { codeInstance } from "../testing/code-instance.ts";
import { agentWithToken, identitySecret, instance } from "../testing/instance.ts";
import { type StorefrontInstance, storefrontInstance } from "../testing/storefront-instance.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

const failsWith = (code: string) => expect.objectContaining({ code });

type Askonce = StorefrontInstance["askonce"];

const write = (askonce: Askonce, email: string, text = "Hello") =>
  askonce.tickets.create({ subject: "Question", customer: { email }, message: { text } }, systemCaller);

/** Two people with an order each, and a ticket of each of them. */
async function twoPeople(options: Parameters<typeof storefrontInstance>[0] = {}) {
  const made = storefrontInstance({ identity: { secrets: [identitySecret] }, ...options });
  const { askonce, shop } = made;
  await askonce.sync.backfill("memory");
  const [one, other] = [...new Map(shop.orders.map((order) => [order.email, order])).values()].filter((order) => order.parcels.length > 0);
  if (!one || !other) throw new Error("the generated shop has no two customers");
  const ticket = await write(askonce, one.email);
  const otherTicket = await write(askonce, other.email, "The other one's words");
  const [customerId, otherId] = [ticket.customerId ?? "", otherTicket.customerId ?? ""];
  const contextOf = (ticketId: string) => askonce.context.read(ticketId, systemCaller);
  return { ...made, one, other, ticket, otherTicket, customerId, otherId, contextOf };
}

/** A context without what only says when it was made. */
function timeless(context: Context): unknown {
  return JSON.parse(JSON.stringify(context, (key, value) => (key === "generatedAt" || key === "ageMs" ? undefined : value)));
}

const secretsOf = (order: FakeOrder) => [order.email, order.number, order.shippingAddress.line1];

describe("a confirmed link", () => {
  it("shows an agent the other one's orders, addresses and tickets, on both sides; taken back, everything is as it was", async () => {
    const { askonce, one, other, ticket, otherTicket, customerId, otherId, contextOf } = await twoPeople();
    const before = [timeless(await contextOf(ticket.id)), timeless(await contextOf(otherTicket.id))];
    const link = await askonce.identityLinks.link(customerId, otherId, systemCaller);
    expect(link).toMatchObject({ customerId, otherCustomerId: otherId, state: "linked", decidedBy: "system" });
    for (const [ticketId, theirs, theirTicket] of [
      [ticket.id, other, otherTicket],
      [otherTicket.id, one, ticket],
    ] as const) {
      const context = await contextOf(ticketId);
      const orders = [context.order, ...context.otherOrders].flatMap((entry) => (entry ? [entry] : []));
      const found = orders.find((entry) => entry.order.number === theirs.number);
      expect(found?.belongsToCustomer).toBe(true);
      expect(context.customer?.customer.contactPoints.map((contact) => contact.value)).toContain(theirs.email);
      expect(context.earlierTickets.map((earlier) => earlier.id)).toContain(theirTicket.id);
      expect(context.identityLinks).toMatchObject([{ id: link.id, state: "linked" }]);
    }
    await askonce.identityLinks.decide(link.id, "undo", systemCaller);
    expect([timeless(await contextOf(ticket.id)), timeless(await contextOf(otherTicket.id))]).toEqual(before);
  });

  it("moves nothing: both customers keep their addresses, tickets and names", async () => {
    const { askonce, customerId, otherId, ticket, otherTicket } = await twoPeople();
    const read = async () => [
      await askonce.customers.get(customerId, systemCaller),
      await askonce.customers.get(otherId, systemCaller),
      (await askonce.tickets.get(ticket.id, systemCaller)).customerId,
      (await askonce.tickets.get(otherTicket.id, systemCaller)).customerId,
      (await askonce.customers.list({ limit: 10 }, systemCaller)).items.length,
    ];
    const before = await read();
    await askonce.identityLinks.link(customerId, otherId, systemCaller);
    expect(await read()).toEqual(before);
  });

  it("leaves two accounts of the shop two: each token leads to its own customer, and shows nothing of the other", async () => {
    const { askonce, request, one, other } = await twoPeople();
    const tokens = await Promise.all([
      askonce.identity.sign({ customerRef: "memory:account-1", email: one.email }),
      askonce.identity.sign({ customerRef: "memory:account-2", email: other.email }),
    ]);
    const everything = async (token: string) => {
      const texts = await Promise.all(
        ["/my/tickets", "/my/orders", "/my/forms/report", "/my/forms/chat"].map(async (path) =>
          (await request("GET", path, undefined, token)).text(),
        ),
      );
      return texts;
    };
    const before = [await everything(tokens[0]), await everything(tokens[1])];
    const { items } = await askonce.customers.list({ limit: 10 }, systemCaller);
    const [first, second] = items.map((customer) => customer.id);
    await askonce.identityLinks.link(first ?? "", second ?? "", systemCaller);
    const after = [await everything(tokens[0]), await everything(tokens[1])];
    expect(after).toEqual(before);
    for (const secret of secretsOf(other)) expect(after[0]?.join("\n")).not.toContain(secret);
    for (const secret of secretsOf(one)) expect(after[1]?.join("\n")).not.toContain(secret);
    const accounts = (await askonce.customers.list({ limit: 10 }, systemCaller)).items.flatMap((customer) =>
      customer.contactPoints.filter((contact) => contact.kind === "shopCustomer").map((contact) => [contact.value, contact.customerId]),
    );
    expect(new Set(accounts.map(([, id]) => id)).size).toBe(2);
    const [theirs] = (await (await request("GET", "/my/tickets", undefined, tokens[1])).json()).items;
    for (const [method, path] of [
      ["GET", `/my/tickets/${theirs.id}/messages`],
      ["POST", `/my/tickets/${theirs.id}/messages`],
    ] as const) {
      const response = await request(method, path, method === "POST" ? { text: "x" } : undefined, tokens[0]);
      expect(response.status).toBe(404);
    }
    const whereIs = await request("GET", `/my/where-is?number=${encodeURIComponent(other.number)}`, undefined, tokens[0]);
    expect(whereIs.status).toBe(404);
  });

  it("shows nothing through a one-time code either", async () => {
    const { askonce, call, tokenFor } = codeInstance();
    const one = await write(askonce, "ana@example.test");
    const other = await write(askonce, "ana@work.example.test");
    await askonce.identityLinks.link(one.customerId ?? "", other.customerId ?? "", systemCaller);
    const token = await tokenFor({ email: "ana@example.test" });
    expect((await call("GET", "/my/tickets", { token })).body.items.map((ticket) => ticket.id)).toEqual([one.id]);
    expect((await call("GET", `/my/tickets/${other.id}/messages`, { token })).status).toBe(404);
  });

  it("leaves no order behind that was only found through it", async () => {
    const { askonce, shop, one, other, ticket, otherTicket, customerId, otherId, contextOf } = await twoPeople({ orders: 200 });
    const namesOf = (orders: FakeOrder[]) => orders.flatMap((order) => order.items.map((item) => item.name));
    const own = namesOf(shop.orders.filter((order) => order.email === one.email));
    const theirs = shop.orders.filter((order) => order.email === other.email);
    const item = namesOf(theirs).find((name) => !own.includes(name) && namesOf(theirs).filter((same) => same === name).length === 1);
    const found = theirs.find((order) => order.items.some((line) => line.name === item));
    const link = await askonce.identityLinks.link(customerId, otherId, systemCaller);
    await askonce.tickets.receive(ticket.id, { text: `Where is my ${item}?`, channel: "email" }, systemCaller);
    await askonce.tickets.receive(otherTicket.id, { text: `Where is my ${item}?`, channel: "email" }, systemCaller);
    expect((await contextOf(ticket.id)).order).toMatchObject({ order: { number: found?.number }, evidence: [{ kind: "words" }] });
    await askonce.identityLinks.decide(link.id, "undo", systemCaller);
    const { order, candidates, otherOrders } = await contextOf(ticket.id);
    const shown = JSON.stringify({ order, candidates, otherOrders });
    expect(shown).not.toContain(found?.number);
    expect((await contextOf(otherTicket.id)).order?.order.number, "its owner's ticket keeps it").toBe(found?.number);
  });
});

describe("a chain of links", () => {
  it("is one person from end to end, and two when its middle is undone", async () => {
    const { askonce } = instance();
    const tickets = [
      await write(askonce, "a@example.test"),
      await write(askonce, "b@example.test"),
      await write(askonce, "c@example.test"),
    ];
    const [a = "", b = "", c = ""] = tickets.map((ticket) => ticket.customerId ?? "");
    const seen = async () =>
      Promise.all(
        tickets.map(async (ticket) =>
          (await askonce.context.read(ticket.id, systemCaller)).earlierTickets
            .map((earlier) => tickets.findIndex((one) => one.id === earlier.id))
            .sort(),
        ),
      );
    await askonce.identityLinks.link(b, a, systemCaller);
    const middle = await askonce.identityLinks.link(c, b, systemCaller);
    expect(await seen()).toEqual([
      [1, 2],
      [0, 2],
      [0, 1],
    ]);
    await askonce.identityLinks.decide(middle.id, "undo", systemCaller);
    expect(await seen()).toEqual([[1], [0], []]);
    const direct = await askonce.identityLinks.link(a, c, systemCaller);
    await askonce.identityLinks.decide(middle.id, "confirm", systemCaller);
    await askonce.identityLinks.decide(direct.id, "undo", systemCaller);
    expect(await seen(), "the way round is still there").toEqual([
      [1, 2],
      [0, 2],
      [0, 1],
    ]);
  });

  it("of six, taken apart at any place, is what the others say", async () => {
    const { askonce } = instance();
    const tickets = [];
    for (let index = 0; index < 6; index++) tickets.push(await write(askonce, `p${index}@example.test`));
    const links: IdentityLink[] = [];
    for (let index = 0; index < 5; index++)
      links.push(await askonce.identityLinks.link(tickets[index]?.customerId ?? "", tickets[index + 1]?.customerId ?? "", systemCaller));
    for (const [cut, link] of links.entries()) {
      await askonce.identityLinks.decide(link.id, "undo", systemCaller);
      for (const [index, ticket] of tickets.entries()) {
        const { earlierTickets } = await askonce.context.read(ticket.id, systemCaller);
        expect(earlierTickets, `${index} when cut at ${cut}`).toHaveLength(index <= cut ? cut : 4 - cut);
      }
      await askonce.identityLinks.decide(link.id, "confirm", systemCaller);
    }
  });
});

describe("deciding on a link", () => {
  it("can be taken back and done again, and tells each change once", async () => {
    const { askonce, call, events } = instance();
    const { token, id: agentId } = await agentWithToken(askonce, "agent");
    const [a, b] = [await write(askonce, "a@example.test"), await write(askonce, "b@example.test")];
    const made = await call("POST", `/customers/${a.customerId}/links`, { token, body: { otherCustomerId: b.customerId } });
    expect(made.status).toBe(201);
    for (const decision of ["confirm", "undo", "undo", "reject", "confirm"]) {
      const answer = await call("POST", `/identity-links/${made.body.id}/decide`, { token, body: { decision } });
      expect([answer.status, answer.body.decidedBy]).toEqual([200, agentId]);
    }
    expect(events.filter((event) => event.type.startsWith("identity_link.")).map((event) => event.type)).toEqual([
      "identity_link.confirmed",
      "identity_link.undone",
      "identity_link.rejected",
      "identity_link.confirmed",
    ]);
  });

  it("by two agents at the same moment leaves one answer, and persons that follow from it", async () => {
    const { askonce } = instance();
    const tickets = [
      await write(askonce, "a@example.test"),
      await write(askonce, "b@example.test"),
      await write(askonce, "c@example.test"),
    ];
    const [a = "", b = "", c = ""] = tickets.map((ticket) => ticket.customerId ?? "");
    const agents = [await agentWithToken(askonce, "agent", "One"), await agentWithToken(askonce, "agent", "Two")];
    const made = await Promise.all(agents.map((agent) => askonce.identityLinks.link(a, b, agent.caller)));
    expect(new Set(made.map((link) => link.id)).size, "one link").toBe(1);
    const id = made[0]?.id ?? "";
    for (let round = 0; round < 10; round++) {
      await Promise.all([
        askonce.identityLinks.decide(id, round % 2 ? "confirm" : "reject", agents[0]?.caller ?? systemCaller),
        askonce.identityLinks.decide(id, round % 2 ? "undo" : "confirm", agents[1]?.caller ?? systemCaller),
        askonce.identityLinks.link(b, c, systemCaller),
      ]);
      const [link] = await askonce.identityLinks.list(a, systemCaller);
      const { earlierTickets } = await askonce.context.read(tickets[0]?.id ?? "", systemCaller);
      expect(earlierTickets).toHaveLength(link?.state === "linked" ? 2 : 0);
    }
  });

  it("refuses a customer and themselves, and what is not there", async () => {
    const { askonce, call } = instance();
    const { token } = await agentWithToken(askonce, "agent");
    const { customerId } = await write(askonce, "a@example.test");
    await expect(askonce.identityLinks.link(customerId ?? "", customerId ?? "", systemCaller)).rejects.toEqual(
      failsWith("VALIDATION_FAILED"),
    );
    await expect(askonce.identityLinks.link(customerId ?? "", "cus_none", systemCaller)).rejects.toEqual(failsWith("CUSTOMER_NOT_FOUND"));
    await expect(askonce.identityLinks.list("cus_none", systemCaller)).rejects.toEqual(failsWith("CUSTOMER_NOT_FOUND"));
    const answer = await call("POST", "/identity-links/lnk_none/decide", { token, body: { decision: "confirm" } });
    expect([answer.status, answer.body.code]).toEqual([404, "IDENTITY_LINK_NOT_FOUND"]);
    const customer = { kind: "customer", customerId: customerId ?? "", name: null, assurance: "signedIn" } as const;
    for (const refused of [
      askonce.identityLinks.list(customer.customerId, customer),
      askonce.identityLinks.link(customer.customerId, "cus_none", customer),
      askonce.identityLinks.decide("lnk_none", "confirm", customer),
    ])
      await expect(refused).rejects.toEqual(failsWith("FORBIDDEN"));
  });

  it("stays within its shop: the same person of another one is unknown, and so is the link", async () => {
    const path = join(temporaryFolder(), "shops.db");
    const [one, other] = [instance({ path, shop: { id: "one" } }), instance({ path, shop: { id: "other" } })];
    const here = [await write(one.askonce, "ana@example.test"), await write(one.askonce, "ana+2@example.test")];
    const there = await write(other.askonce, "ana@example.test");
    const [link] = await one.askonce.identityLinks.list(here[0]?.customerId ?? "", systemCaller);
    expect(link).toMatchObject({ state: "suggested", otherCustomerId: here[1]?.customerId });
    expect(await other.askonce.identityLinks.list(there.customerId ?? "", systemCaller)).toEqual([]);
    await expect(other.askonce.identityLinks.decide(link?.id ?? "", "confirm", systemCaller)).rejects.toEqual(
      failsWith("IDENTITY_LINK_NOT_FOUND"),
    );
    await expect(other.askonce.identityLinks.link(there.customerId ?? "", here[0]?.customerId ?? "", systemCaller)).rejects.toEqual(
      failsWith("CUSTOMER_NOT_FOUND"),
    );
    const context = await other.askonce.context.read(there.id, systemCaller);
    expect([context.identityLinks, context.earlierTickets]).toEqual([[], []]);
  });
});
