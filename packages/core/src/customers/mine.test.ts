import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { agentWithToken, instance } from "../testing/instance.ts";
import { storefrontInstance } from "../testing/storefront-instance.ts";

async function twoCustomers() {
  const made = instance();
  const ana = await made.askonce.identity.sign({ customerRef: "memory:17", email: "ana@example.com", name: "Ana" });
  const bob = await made.askonce.identity.sign({ customerRef: "memory:18", email: "bob@example.com", name: "Bob" });
  const open = async (token: string, subject: string) =>
    String((await made.call("POST", "/my/tickets", { token, body: { subject, text: `about ${subject}` } })).body.id);
  return { ...made, ana, bob, open };
}

describe("what a signed-in customer sees", () => {
  it("is their own tickets and nothing else", async () => {
    const { ana, bob, open, call } = await twoCustomers();
    const mine = [await open(ana, "one"), await open(ana, "two"), await open(ana, "three")];
    const theirs = await open(bob, "other");
    const first = await call("GET", "/my/tickets?limit=2", { token: ana });
    const second = await call("GET", `/my/tickets?limit=2&cursor=${first.body.nextCursor}`, { token: ana });
    expect([...first.body.items, ...second.body.items].map((ticket) => ticket.id)).toEqual(mine.reverse());
    expect(second.body.nextCursor).toBeNull();
    expect(Object.keys(first.body.items[0] ?? {}).sort()).toEqual(["createdAt", "id", "number", "status", "subject", "updatedAt"]);
    expect((await call("GET", "/my/tickets", { token: bob })).body.items.map((ticket) => ticket.id)).toEqual([theirs]);
  });

  it("answers somebody else's ticket and a missing one alike", async () => {
    const { ana, bob, open, call } = await twoCustomers();
    const theirs = await open(bob, "other");
    for (const [method, body] of [
      ["GET", undefined],
      ["POST", { text: "let me in" }],
    ] as const) {
      const foreign = await call(method, `/my/tickets/${theirs}/messages`, { token: ana, body });
      const missing = await call(method, `/my/tickets/${theirs.slice(0, -1)}0/messages`, { token: ana, body });
      expect(foreign.status).toBe(404);
      expect({ ...foreign.body, requestId: "" }).toEqual({ ...missing.body, requestId: "" });
    }
    expect((await call("GET", `/my/tickets/${theirs}/messages`, { token: bob })).body.items).toHaveLength(1);
  });

  it("never has a note, a reason or an agent's address in it", async () => {
    const { ana, open, call, askonce } = await twoCustomers();
    const { caller } = await agentWithToken(askonce, "agent", "Elena");
    const id = await open(ana, "one");
    await askonce.tickets.note(id, { text: "a difficult customer" }, caller);
    await askonce.tickets.reply(id, { text: "We are on it" }, caller);
    await askonce.tickets.note(id, { text: "a very difficult customer" }, caller);
    const { body, text } = await call("GET", `/my/tickets/${id}/messages`, { token: ana });
    expect(body.items.map((message) => [message.direction, message.text, message.authorName])).toEqual([
      ["inbound", "about one", "Ana"],
      ["outbound", "We are on it", "Elena"],
    ]);
    expect(text).not.toContain("difficult");
    expect(text).not.toContain("agt_");
    const paged = await call("GET", `/my/tickets/${id}/messages?limit=1`, { token: ana });
    const rest = await call("GET", `/my/tickets/${id}/messages?limit=1&cursor=${paged.body.nextCursor}`, { token: ana });
    expect(rest.body.items.map((message) => message.text)).toEqual(["We are on it"]);
  });

  it("goes on after a merge, over several steps, in the ticket that lives", async () => {
    const { ana, bob, open, call, askonce } = await twoCustomers();
    const [one, two, three] = [await open(ana, "one"), await open(ana, "two"), await open(ana, "three")];
    await askonce.tickets.merge(one, two, systemCaller);
    await askonce.tickets.merge(two, three, systemCaller);
    expect((await call("GET", "/my/tickets", { token: ana })).body.items.map((ticket) => ticket.id)).toEqual([three]);
    const read = await call("GET", `/my/tickets/${one}/messages`, { token: ana });
    expect(read.body.items.map((message) => message.text).sort()).toEqual(["about one", "about three", "about two"]);
    expect((await call("POST", `/my/tickets/${one}/messages`, { token: ana, body: { text: "still me" } })).status).toBe(201);
    expect(await askonce.tickets.get(three, systemCaller)).toMatchObject({ messageCount: 4, status: "open" });
    expect(await askonce.tickets.get(one, systemCaller)).toMatchObject({ messageCount: 0, mergedIntoId: three });
    expect((await call("GET", `/my/tickets/${one}/messages`, { token: bob })).status).toBe(404);
  });

  it("ends when the ticket is given to somebody else", async () => {
    const { ana, bob, open, call, askonce } = await twoCustomers();
    const id = await open(ana, "one");
    const bobs = await open(bob, "two");
    const { customerId } = await askonce.tickets.get(bobs, systemCaller);
    await askonce.tickets.update(id, { customerId: customerId ?? "" }, systemCaller);
    expect((await call("GET", `/my/tickets/${id}/messages`, { token: ana })).status).toBe(404);
    expect((await call("GET", `/my/tickets/${id}/messages`, { token: bob })).status).toBe(200);
  });

  it("cannot be reached into by keys in the body", async () => {
    const { ana, bob, open, call, askonce } = await twoCustomers();
    const theirs = await open(bob, "theirs");
    const mine = await open(ana, "mine");
    await call("POST", `/my/tickets/${mine}/messages`, { token: ana, body: { text: "x", ticketId: theirs } });
    expect((await askonce.tickets.messages(theirs, { limit: 10 }, systemCaller)).items).toHaveLength(1);
    const { customerId } = await askonce.tickets.get(theirs, systemCaller);
    const sneaky = await call("POST", "/my/tickets", {
      token: ana,
      body: { subject: "x", text: "y", customerId, assigneeId: "agt_1", tags: ["vip"], status: "resolved", number: 1, shopId: "other" },
    });
    const made = await askonce.tickets.get(String(sneaky.body.id), systemCaller);
    expect(made).toMatchObject({ status: "open", tags: [], assigneeId: null });
    expect(made.customerId).not.toBe(customerId);
  });

  it("has its messages marked as signed in, and older ones left as they were", async () => {
    const { askonce, call } = instance();
    const mail = await askonce.tickets.create(
      { subject: "By mail", customer: { email: "ana@example.com" }, message: { text: "claimed" } },
      systemCaller,
    );
    const token = await askonce.identity.sign({ customerRef: "memory:17", email: "ana@example.com" });
    await call("POST", `/my/tickets/${mail.id}/messages`, { token, body: { text: "signed in" } });
    const { items } = await askonce.tickets.messages(mail.id, { limit: 10 }, systemCaller);
    expect(items.map((message) => [message.text, message.assurance])).toEqual([
      ["claimed", "claimed"],
      ["signed in", "signedIn"],
    ]);
  });
});

describe("a signed-in customer's orders", () => {
  it("are those their account or a proven address vouches for, not what was once claimed for them", async () => {
    const { askonce, shop, request } = storefrontInstance({
      orders: 60,
      identity: { secrets: ["an identity secret of 32 or more characters"] },
    });
    await askonce.sync.backfill("memory");
    const [first, second] = [...new Set(shop.orders.map((order) => order.email))];
    const numbersOf = (email: string | undefined) =>
      shop.orders
        .filter((order) => order.email === email)
        .map((order) => order.number)
        .sort();
    const token = await askonce.identity.sign({ customerRef: "memory:nobody", email: first ?? "" });
    const read = async () => {
      const response = await request("GET", "/my/orders?limit=100", undefined, token);
      return ((await response.json()) as { items: { number: string }[] }).items;
    };
    expect((await read()).map((order) => order.number).sort()).toEqual(numbersOf(first));
    const [customer] = (await askonce.customers.list({ limit: 10 }, systemCaller)).items;
    await askonce.customers.addContactPoint(
      customer?.id ?? "",
      { kind: "email", value: second ?? "", assurance: "claimed", evidence: "said so" },
      systemCaller,
    );
    expect((await read()).map((order) => order.number).sort(), "a claimed address opens nothing").toEqual(numbersOf(first));
    const shown = JSON.stringify(await read());
    const [own, others] = [first, second].map((email) => shop.orders.find((one) => one.email === email));
    expect(shown, "who has signed in sees their own address").toContain(own?.shippingAddress.line1);
    for (const secret of [others?.email, others?.shippingAddress.line1]) expect(shown).not.toContain(secret);
  });
});
