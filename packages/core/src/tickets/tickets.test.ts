import { AskonceError, maxMessageLength } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { agentWithToken, instance } from "../testing/instance.ts";

const failsWith = (code: string) => expect.objectContaining({ code });

describe("opening a ticket", () => {
  it("numbers tickets from 1 and needs no customer", async () => {
    const { askonce } = instance();
    const first = await askonce.tickets.create({ subject: "  First  " }, systemCaller);
    const second = await askonce.tickets.create({ subject: "Second", tags: ["a", " a ", "b\nc", ""], language: "ro" }, systemCaller);
    expect(first).toMatchObject({ number: 1, subject: "First", status: "open", customerId: null, messageCount: 0, version: 1, tags: [] });
    expect(second).toMatchObject({ number: 2, language: "ro", tags: ["a", "b c"] });
  });

  it("keeps the first message as the customer's own words", async () => {
    const { askonce } = instance();
    const ticket = await askonce.tickets.create(
      {
        subject: "Late",
        channel: "email",
        customer: { name: "Ana", email: "ana@example.com" },
        message: { text: "  order #1042\n is late " },
      },
      systemCaller,
    );
    expect(ticket).toMatchObject({
      messageCount: 1,
      lastMessagePreview: "order #1042 is late",
      lastMessageDirection: "inbound",
      customerName: "Ana",
    });
    const { items } = await askonce.tickets.messages(ticket.id, { limit: 10 }, systemCaller);
    expect(items).toEqual([
      expect.objectContaining({
        direction: "inbound",
        assurance: "claimed",
        delivery: "received",
        author: { kind: "customer", id: ticket.customerId, name: "Ana" },
      }),
    ]);
  });

  it.each([
    { first: { email: "Ana.Pop@Example.COM" }, second: { email: " ana.pop@example.com " } },
    { first: { phone: "0722 123 456" }, second: { phone: "+40 (722) 123-456" } },
    { first: { phone: "0040722123456" }, second: { phone: "0722.123.456" } },
    { first: { ref: "memory:17", email: "ana@example.com" }, second: { ref: "memory:17" } },
    { first: { email: "ana@example.com", phone: "0722123456" }, second: { email: "other@example.com", phone: "0722123456" } },
  ])("finds the customer again: $first, then $second", async ({ first, second }) => {
    const { askonce } = instance();
    const one = await askonce.tickets.create({ subject: "One", customer: first }, systemCaller);
    const other = await askonce.tickets.create({ subject: "Two", customer: second }, systemCaller);
    expect(one.customerId).toMatch(/^cus_/);
    expect(other.customerId).toBe(one.customerId);
  });

  it("finds the customer that an agent added by a national phone number", async () => {
    const { askonce, call } = instance();
    const { token } = await agentWithToken(askonce);
    const { body } = await call("POST", "/customers", { token, body: { name: "Ana", phone: "0722 123 456" } });
    const ticket = await askonce.tickets.create({ subject: "Hello", customer: { phone: "+40722123456" } }, systemCaller);
    expect(ticket.customerId).toBe(body.id);
  });

  it("does not take look-alike addresses for one another", async () => {
    const { askonce } = instance();
    const one = await askonce.tickets.create({ subject: "One", customer: { email: "info@example.com" } }, systemCaller);
    for (const email of ["ınfo@example.com", "info+shop@example.com", "in.fo@example.com"]) {
      const other = await askonce.tickets.create({ subject: "Two", customer: { email } }, systemCaller);
      expect(other.customerId, email).not.toBe(one.customerId);
    }
  });

  it("takes an address that two customers have for nobody's", async () => {
    const { askonce } = instance();
    const shared = { kind: "email", value: "family@example.com", assurance: "claimed", evidence: "test" } as const;
    const ana = await askonce.customers.create({ name: "Ana", contacts: [shared] }, systemCaller);
    const bob = await askonce.customers.create({ name: "Bob", contacts: [shared] }, systemCaller);
    const ticket = await askonce.tickets.create({ subject: "Who", customer: { email: "family@example.com" } }, systemCaller);
    expect([ana.id, bob.id]).not.toContain(ticket.customerId);
    expect(ticket.customerId).not.toBeNull();
  });

  it("refuses a customer that does not exist and what the contract would refuse", async () => {
    const { askonce } = instance();
    await expect(askonce.tickets.create({ subject: "x", customerId: "cus_none" }, systemCaller)).rejects.toEqual(
      failsWith("CUSTOMER_NOT_FOUND"),
    );
    for (const input of [
      { subject: "   " },
      { subject: "x".repeat(301) },
      { subject: "x", channel: "" },
      { subject: "x", language: "r" },
      { subject: "x", customer: { name: "n".repeat(201) } },
      { subject: "x", message: { text: " " } },
    ]) {
      await expect(askonce.tickets.create(input, systemCaller), JSON.stringify(input).slice(0, 60)).rejects.toEqual(
        failsWith("VALIDATION_FAILED"),
      );
    }
    expect((await askonce.tickets.list({ limit: 10 }, systemCaller)).items).toEqual([]);
  });
});

describe("changing a ticket", () => {
  it("raises version and says so once, and not at all when nothing changes", async () => {
    const { askonce, events, clock } = instance();
    const ticket = await askonce.tickets.create({ subject: "A", tags: ["x", "y"] }, systemCaller);
    events.length = 0;
    clock.advance(1000);
    const same = await askonce.tickets.update(
      ticket.id,
      { subject: "A", status: "open", assigneeId: null, tags: ["y", "x"], waitingFor: null },
      systemCaller,
    );
    expect(same).toEqual(ticket);
    expect(events).toEqual([]);
    const changed = await askonce.tickets.update(ticket.id, { subject: "B", tags: ["x"], status: "waiting" }, systemCaller);
    expect(changed).toMatchObject({ subject: "B", tags: ["x"], status: "waiting", waitingFor: "customer", version: ticket.version + 1 });
    expect(changed.updatedAt > ticket.updatedAt).toBe(true);
    expect(events.map((event) => [event.type, event.data])).toEqual([
      ["ticket.updated", { ticketId: ticket.id, changes: { status: "waiting", waitingFor: "customer", subject: true, tags: ["x"] } }],
    ]);
  });

  it("refuses a change based on an older version, and says the newer one", async () => {
    const { askonce } = instance();
    const ticket = await askonce.tickets.create({ subject: "A" }, systemCaller);
    await askonce.tickets.update(ticket.id, { subject: "B", ifVersion: ticket.version }, systemCaller);
    const late = askonce.tickets.update(ticket.id, { subject: "C", ifVersion: ticket.version }, systemCaller);
    await expect(late).rejects.toEqual(expect.objectContaining({ code: "VERSION_CONFLICT", details: { version: 2 } }));
    expect(await askonce.tickets.get(ticket.id, systemCaller)).toMatchObject({ subject: "B", version: 2 });
  });

  it("lets one of many who saw the same version win", async () => {
    const { askonce } = instance();
    const ticket = await askonce.tickets.create({ subject: "A" }, systemCaller);
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) => askonce.tickets.update(ticket.id, { subject: `B${index}`, ifVersion: 1 }, systemCaller)),
    );
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });

  it("refuses unknown and inactive assignees and unknown customers", async () => {
    const { askonce } = instance();
    const ticket = await askonce.tickets.create({ subject: "A" }, systemCaller);
    const { id } = await agentWithToken(askonce, "agent");
    await expect(askonce.tickets.update(ticket.id, { assigneeId: "agt_none" }, systemCaller)).rejects.toEqual(failsWith("AGENT_NOT_FOUND"));
    await expect(askonce.tickets.update(ticket.id, { customerId: "cus_none" }, systemCaller)).rejects.toEqual(
      failsWith("CUSTOMER_NOT_FOUND"),
    );
    await expect(askonce.tickets.update("tkt_none", { subject: "B" }, systemCaller)).rejects.toEqual(failsWith("TICKET_NOT_FOUND"));
    expect(await askonce.tickets.update(ticket.id, { assigneeId: id }, systemCaller)).toMatchObject({ assigneeId: id });
    await askonce.agents.update(id, { active: false }, systemCaller);
    const other = await askonce.tickets.create({ subject: "B" }, systemCaller);
    await expect(askonce.tickets.update(other.id, { assigneeId: id }, systemCaller)).rejects.toEqual(failsWith("AGENT_NOT_FOUND"));
    expect(await askonce.tickets.update(ticket.id, { assigneeId: null }, systemCaller)).toMatchObject({ assigneeId: null });
  });

  it("has somebody to wait for exactly while it waits", async () => {
    const { askonce } = instance();
    const { id } = await askonce.tickets.create({ subject: "A" }, systemCaller);
    const update = async (changes: Parameters<typeof askonce.tickets.update>[1]) => {
      const { status, waitingFor } = await askonce.tickets.update(id, changes, systemCaller);
      return [status, waitingFor];
    };
    expect(await update({ waitingFor: "carrier" })).toEqual(["waiting", "carrier"]);
    expect(await update({ waitingFor: null })).toEqual(["waiting", "carrier"]);
    expect(await update({ subject: "B" })).toEqual(["waiting", "carrier"]);
    expect(await update({ status: "resolved" })).toEqual(["resolved", null]);
    expect(await update({ status: "open", waitingFor: "carrier" })).toEqual(["open", null]);
    expect(await update({ status: "waiting", waitingFor: "approval" })).toEqual(["waiting", "approval"]);
    expect(await update({ status: "waiting" })).toEqual(["waiting", "customer"]);
  });

  it("moves with what is said: inbound opens, an answer waits, a note changes nothing", async () => {
    const { askonce } = instance();
    const { caller } = await agentWithToken(askonce, "agent");
    const { id } = await askonce.tickets.create({ subject: "A" }, systemCaller);
    const state = async () => {
      const { status, waitingFor } = await askonce.tickets.get(id, systemCaller);
      return [status, waitingFor];
    };
    await askonce.tickets.reply(id, { text: "Hello" }, caller);
    expect(await state()).toEqual(["waiting", "customer"]);
    await askonce.tickets.update(id, { waitingFor: "warehouse" }, caller);
    await askonce.tickets.note(id, { text: "Called the warehouse" }, caller);
    expect(await state()).toEqual(["waiting", "warehouse"]);
    await askonce.tickets.receive(id, { text: "And?" }, caller);
    expect(await state()).toEqual(["open", null]);
    await askonce.tickets.note(id, { text: "Still open" }, caller);
    expect(await state()).toEqual(["open", null]);
    await askonce.tickets.reply(id, { text: "Done", status: "resolved" }, caller);
    expect(await state()).toEqual(["resolved", null]);
    await askonce.tickets.note(id, { text: "Was a good one" }, caller);
    expect(await state()).toEqual(["resolved", null]);
    await askonce.tickets.receive(id, { text: "It broke again" }, caller);
    expect(await state()).toEqual(["open", null]);
  });
});

describe("messages", () => {
  it("refuses one that is too long, over HTTP by the same code", async () => {
    const { askonce, call } = instance();
    const { token } = await agentWithToken(askonce);
    const { id } = await askonce.tickets.create({ subject: "A" }, systemCaller);
    const text = "x".repeat(maxMessageLength);
    expect((await askonce.tickets.receive(id, { text }, systemCaller)).text).toHaveLength(maxMessageLength);
    await expect(askonce.tickets.receive(id, { text: `${text}x` }, systemCaller)).rejects.toEqual(failsWith("MESSAGE_TOO_LONG"));
    const answer = await call("POST", `/tickets/${id}/replies`, { token, body: { text: `${text}x` } });
    expect([answer.status, answer.body.code]).toEqual([413, "MESSAGE_TOO_LONG"]);
    expect(await askonce.tickets.get(id, systemCaller)).toMatchObject({ messageCount: 1 });
  });

  it("are paged completely and in order even when all have the same time", async () => {
    const { askonce } = instance();
    const { id } = await askonce.tickets.create({ subject: "A" }, systemCaller);
    const written: string[] = [];
    for (let index = 0; index < 23; index++)
      written.push((await askonce.tickets.receive(id, { text: `message ${index}` }, systemCaller)).id);
    const read: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await askonce.tickets.messages(id, { limit: 5, cursor }, systemCaller);
      read.push(...page.items.map((message) => message.id));
      cursor = page.nextCursor ?? undefined;
      pages++;
    } while (cursor !== undefined);
    expect(read).toEqual(written);
    expect(pages).toBe(5);
  });

  it("go out where the customer wrote last, whatever was noted meanwhile", async () => {
    const { askonce, clock } = instance();
    const { caller } = await agentWithToken(askonce, "agent");
    const { id } = await askonce.tickets.create({ subject: "A", channel: "email", message: { text: "Hello" } }, systemCaller);
    const channelOf = async (threadId: string) => {
      const { items } = await askonce.tickets.events(id, { limit: 100 }, systemCaller);
      const { items: messages } = await askonce.tickets.messages(id, { limit: 100 }, systemCaller);
      const message = messages.find((one) => one.threadId === threadId);
      return items.find((event) => event.type === "message.created" && event.data.messageId === message?.id)?.data;
    };
    clock.advance(1000);
    await askonce.tickets.note(id, { text: "Internal" }, caller);
    const first = await askonce.tickets.reply(id, { text: "By mail" }, caller);
    expect(await channelOf(first.threadId)).toMatchObject({ channel: "email" });
    clock.advance(1000);
    await askonce.tickets.receive(id, { text: "In the chat now", channel: "chat" }, caller);
    await askonce.tickets.note(id, { text: "Internal" }, caller);
    const second = await askonce.tickets.reply(id, { text: "In the chat" }, caller);
    expect(await channelOf(second.threadId)).toMatchObject({ channel: "chat" });
    clock.advance(1000);
    await askonce.tickets.receive(id, { text: "Mail again", channel: "email" }, caller);
    const third = await askonce.tickets.reply(id, { text: "By mail again" }, caller);
    expect(third.threadId).toBe(first.threadId);
  });

  it("have the assurance they were written with, each its own", async () => {
    const { askonce } = instance();
    const { id } = await askonce.tickets.create({ subject: "A", message: { text: "one" }, assurance: "anonymous" }, systemCaller);
    await askonce.tickets.receive(id, { text: "two", assurance: "otpVerified" }, systemCaller);
    await askonce.tickets.receive(id, { text: "three" }, systemCaller);
    const { items } = await askonce.tickets.messages(id, { limit: 10 }, systemCaller);
    expect(items.map((message) => message.assurance)).toEqual(["anonymous", "otpVerified", "claimed"]);
  });
});

describe("before hooks", () => {
  it("roll everything back, the number and the customer included", async () => {
    const { askonce, events } = instance();
    await askonce.tickets.create({ subject: "First" }, systemCaller);
    events.length = 0;
    const undo = askonce.before("message.create", () => {
      throw new AskonceError("FORBIDDEN", { message: "no talking" });
    });
    const vetoed = askonce.tickets.create(
      { subject: "Second", customer: { name: "Ana" }, tags: ["x"], message: { text: "hi" } },
      systemCaller,
    );
    await expect(vetoed).rejects.toEqual(failsWith("FORBIDDEN"));
    undo();
    expect(events).toEqual([]);
    expect((await askonce.customers.list({ limit: 10 }, systemCaller)).items).toEqual([]);
    const next = await askonce.tickets.create({ subject: "Third" }, systemCaller);
    expect(next.number, "a refused ticket leaves no gap").toBe(2);
  });

  it("turn a foreign error into VETOED without its words", async () => {
    const { askonce, call } = instance();
    const { token } = await agentWithToken(askonce);
    const { id } = await askonce.tickets.create({ subject: "A" }, systemCaller);
    const other = await askonce.tickets.create({ subject: "B" }, systemCaller);
    for (const name of ["ticket.create", "ticket.update", "ticket.merge", "message.create"] as const) {
      askonce.before(name, () => Promise.reject(new Error("secret reason")));
    }
    for (const [method, path, body] of [
      ["POST", "/tickets", { subject: "C" }],
      ["PATCH", `/tickets/${id}`, { subject: "C" }],
      ["POST", `/tickets/${id}/merge`, { intoTicketId: other.id }],
      ["POST", `/tickets/${id}/replies`, { text: "C" }],
      ["POST", `/tickets/${id}/notes`, { text: "C" }],
      ["POST", `/tickets/${id}/messages`, { text: "C" }],
    ] as const) {
      const answer = await call(method, path, { token, body });
      expect([path, answer.status, answer.body.code]).toEqual([path, 409, "VETOED"]);
      expect(answer.text).not.toContain("secret reason");
    }
    expect(await askonce.tickets.get(id, systemCaller)).toMatchObject({ subject: "A", messageCount: 0, version: 1, mergedIntoId: null });
  });

  it("write with the change, or not at all", async () => {
    const { askonce } = instance();
    let seen: unknown = null;
    askonce.before("ticket.create", async (payload, unit) => {
      seen = payload;
      await unit.database.insertInto("ticket_tags").values({ shop_id: "default", ticket_id: "tkt_nobody", tag: "x" }).execute();
    });
    // The tag belongs to no ticket: the foreign key refuses it, and the ticket with it.
    await expect(askonce.tickets.create({ subject: "A" }, systemCaller)).rejects.toEqual(failsWith("VETOED"));
    expect(seen).toEqual({ subject: "A", channel: "api", customerId: null });
    expect((await askonce.tickets.list({ limit: 10 }, systemCaller)).items).toEqual([]);
  });
});

describe("a ticket's events", () => {
  it("are listed oldest first, page by page", async () => {
    const { askonce } = instance();
    const { id } = await askonce.tickets.create({ subject: "A", message: { text: "order #1042" } }, systemCaller);
    for (const subject of ["B", "C", "D"]) await askonce.tickets.update(id, { subject }, systemCaller);
    await askonce.tickets.create({ subject: "Another" }, systemCaller);
    const first = await askonce.tickets.events(id, { limit: 4 }, systemCaller);
    const second = await askonce.tickets.events(id, { limit: 4, cursor: first.nextCursor ?? "" }, systemCaller);
    expect([...first.items, ...second.items].map((event) => event.type)).toEqual([
      "ticket.created",
      "message.created",
      "fact.recorded",
      "ticket.updated",
      "ticket.updated",
      "ticket.updated",
    ]);
    expect(second.nextCursor).toBeNull();
    await expect(askonce.tickets.events(id, { limit: 4, cursor: "nonsense" }, systemCaller)).rejects.toEqual(
      failsWith("VALIDATION_FAILED"),
    );
  });

  it("are not repeated when the same order is chosen twice", async () => {
    const { askonce } = instance();
    const { id } = await askonce.tickets.create({ subject: "A" }, systemCaller);
    await expect(askonce.tickets.linkOrder(id, "memory:1", systemCaller)).rejects.toEqual(failsWith("ORDER_NOT_FOUND"));
    await expect(askonce.tickets.linkOrder("tkt_none", "memory:1", systemCaller)).rejects.toEqual(failsWith("TICKET_NOT_FOUND"));
  });
});
