import { type Askonce, type AskonceOptions, createAskonce, systemCaller } from "@askonce/core";
import { type Context, type ContextPacket, contextPacketSchema, contextSchema, type DraftAsk, type DraftCheck } from "@askonce/spec";
import { sqlite } from "@askonce/sqlite";
import { conformanceClock, memoryStorefront } from "@askonce/testkit";
import { type FakeOrder, generateShop } from "@askonce/testkit/shop-data";
import { describe, expect, it, onTestFinished } from "vitest";

/** A customer who moves between channels and agents, and is asked for nothing that is known. Everything over HTTP, as a shop would do it. */
const beganAt = Date.parse("2026-11-20T09:00:00.000Z");
const hourMs = 3_600_000;
const ana = "ana@example.test";
const bob = "bob@example.test";

interface Placed {
  ref: string;
  number: string;
  fake: FakeOrder;
}

interface Shop {
  askonce: Askonce;
  clock: ReturnType<typeof conformanceClock>;
  mug: Placed;
  lamp: Placed;
  scarf: Placed;
  olga: Person;
  paul: Person;
  /** The widget's token for somebody who is signed in at the shop. */
  signIn(email: string): Promise<string>;
  call<Body>(method: string, path: string, body?: unknown, token?: string): Promise<{ status: number; body: Body }>;
}
interface Person {
  id: string;
  token: string;
}

/** Ana has two orders under way, Bob one. */
async function openShop(options: Partial<AskonceOptions> = {}): Promise<Shop> {
  const clock = conformanceClock(beganAt);
  const shop = generateShop({ seed: 31, orders: 12, now: new Date(beganAt).toISOString() });
  const memory = memoryStorefront(shop, {});
  const askonce = createAskonce({
    storage: sqlite(":memory:"),
    storefronts: [memory.adapter],
    shop: { countryCode: "RO", timeZone: "Europe/Bucharest" },
    identity: { secrets: ["an identity secret of 32 or more characters"] },
    packets: { keys: [{ id: "2026", secret: "a key for packets of 32 or more characters" }] },
    clock,
    ...options,
  });
  onTestFinished(async () => {
    await askonce.stop();
    clock.stop();
  });
  const place = async (index: number, email: string, name: string, street: string): Promise<Placed> => {
    const fake = shop.orders[index];
    const [item] = fake?.items ?? [];
    if (!fake || !item) throw new Error("the generated shop is too small");
    const placedAt = new Date(beganAt - (48 + index) * hourMs).toISOString();
    memory.updateOrder(fake.id, {
      email,
      phone: "",
      customerId: null,
      status: "processing",
      cancelledAt: null,
      refunds: [],
      parcels: [],
      placedAt,
      updatedAt: placedAt,
      shippingAddress: { ...fake.shippingAddress, line1: street, phone: "" },
      billingAddress: { ...fake.billingAddress, line1: street, phone: "" },
      items: [{ ...item, name, variant: "", quantity: 1 }],
    });
    return { ref: memory.ref(fake.id), number: fake.number, fake };
  };
  const mug = await place(0, ana, "Blue ceramic mug", "Strada Anei 1");
  const lamp = await place(1, ana, "Desk lamp", "Strada Anei 1");
  const scarf = await place(2, bob, "Wool scarf", "Strada lui Bob 2");
  await askonce.sync.backfill("memory");
  const agent = async (name: string): Promise<Person> => {
    const { id } = await askonce.agents.create({ name, role: "agent" }, systemCaller);
    return { id, token: (await askonce.agents.createToken(id, { label: "desk" }, systemCaller)).token };
  };
  const [olga, paul] = [await agent("Olga"), await agent("Paul")];
  return {
    askonce,
    clock,
    mug,
    lamp,
    scarf,
    olga,
    paul,
    signIn: (email) => askonce.identity.sign({ customerRef: `memory:${email}`, email }),
    async call(method, path, body, token = olga.token) {
      const response = await askonce.handler(
        new Request(`http://askonce.example.test/api/v1${path}`, {
          method,
          headers: { authorization: `Bearer ${token}` },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      );
      return { status: response.status, body: await response.json() };
    },
  };
}

interface Created {
  id: string;
  customerId: string;
}
const contextOf = async (shop: Shop, ticketId: string): Promise<Context> => {
  const { body } = await shop.call<Context>("GET", `/tickets/${ticketId}/context`);
  expect(contextSchema.parse(body)).toEqual(body);
  return body;
};
const asksIn = async (shop: Shop, ticketId: string, text: string, token?: string): Promise<DraftAsk[]> =>
  (await shop.call<DraftCheck>("POST", `/tickets/${ticketId}/draft-check`, { text }, token)).body.asks;
const rateOf = async (shop: Shop) => {
  const { body } = await shop.call<{ items: { asked: number; known: number; rate: number }[] }>("GET", "/measures/repeat-ask?days=7");
  const [{ asked, known, rate } = { asked: 0, known: 0, rate: null }] = body.items;
  return { asked, known, rate };
};

/** Everything that must not be asked again, and who has said it. */
const drafts = {
  orderNumber: "Could you please send us your order number?",
  wantedOutcome: "Would you prefer a refund or a replacement?",
  tried: "What have you already tried?",
  phone: "What is your phone number?",
  size: "What size do you need?",
  email: "Could you give us your e-mail address?",
  shippingAddress: "What is your delivery address?",
} as const;

describe("a customer who goes from the widget to mail, and from one agent to another", () => {
  it("is asked nothing twice, and the packet says why", async () => {
    const shop = await openShop();
    const { call, mug, clock, paul } = shop;
    const fields = { orderNumber: mug.number, wantedOutcome: "replacement" };
    const widget = await call<Created>(
      "POST",
      "/my/tickets",
      { subject: "Broken", text: "The mug arrived broken.", channel: "widget", fields },
      await shop.signIn(ana),
    );
    expect(widget.status).toBe(201);
    const ticketId = widget.body.id;
    expect((await contextOf(shop, ticketId)).order?.order.number).toBe(mug.number);
    // A question that nothing answers is right, and stays open until it is answered.
    const size = await call("POST", `/tickets/${ticketId}/replies`, { text: drafts.size });
    expect(size.status).toBe(201);
    expect((await contextOf(shop, ticketId)).openQuestions.map((question) => question.key)).toEqual(["size"]);

    clock.advance(hourMs);
    const mail = "Size L, please. I have already tried gluing it. My phone is 0721 000 111.";
    expect((await call("POST", `/tickets/${ticketId}/messages`, { text: mail, channel: "email" })).status).toBe(201);
    const context = await contextOf(shop, ticketId);
    expect(context.openQuestions).toEqual([]);
    for (const [key, text] of Object.entries(drafts)) {
      const asks = await asksIn(shop, ticketId, text);
      expect([key, asks.map((ask) => [ask.key, ask.verdict])]).toEqual([key, [[key, "known"]]]);
      const fact = context.facts.find((one) => one.id === asks[0]?.answer?.factId);
      expect([key, fact?.key, fact?.value]).toEqual([key, key, asks[0]?.answer?.value]);
      expect(asks[0]?.suggestion).toBeTruthy();
    }

    // The next day she writes anew, by mail, about the same order; a shift later somebody else answers.
    clock.advance(24 * hourMs);
    const second = await call<Created>("POST", "/tickets", {
      subject: "Still waiting",
      channel: "email",
      customer: { email: ana },
      message: { text: `Any news about order ${mug.number}?` },
    });
    const asked = await call("POST", `/tickets/${second.body.id}/replies`, { text: "What colour would you like?" });
    expect(asked.status).toBe(201);
    const handed = await call<{ packet: ContextPacket }>("POST", `/tickets/${second.body.id}/hand-over`, {
      purpose: "shift",
      toAgentId: paul.id,
      note: "Replacement agreed",
    });
    expect(handed.status).toBe(201);
    const { packet } = handed.body;
    expect(contextPacketSchema.strict().parse(packet)).toEqual(packet);
    const said = (key: string) => packet.facts.filter((fact) => fact.key === key).map((fact) => `${fact.source.kind}: ${fact.value}`);
    expect(said("orderNumber")).toEqual(expect.arrayContaining([`message: ${mug.number}`, `order: ${mug.number}`]));
    expect(said("size")).toEqual(["message: L"]);
    expect(said("wantedOutcome")).toEqual(["form: replacement"]);
    expect(said("phone")[0]).toMatch(/^message: .*721/);
    expect(packet.tried).toEqual([expect.stringMatching(/glu/)]);
    expect(packet.openQuestions.map((question) => question.key)).toEqual(["color"]);
    expect(packet).toMatchObject({
      purpose: "shift",
      note: "Replacement agreed",
      from: { name: "Olga" },
      order: { number: mug.number },
      truncated: [],
    });
    expect((await contextOf(shop, second.body.id)).handOver).toMatchObject({ fromName: "Olga", toAgentId: paul.id });

    // Elsewhere the same is in the signed one.
    const made = await call<{ token: string; packet: ContextPacket }>("POST", `/tickets/${second.body.id}/packet`, { purpose: "channel" });
    const read = await call<ContextPacket>("POST", "/packets/read", { token: made.body.token });
    expect(read.body).toEqual(made.body.packet);
    expect(read.body.facts).toEqual(packet.facts);

    for (const [key, text] of Object.entries(drafts)) {
      const asks = await asksIn(shop, second.body.id, text, paul.token);
      expect([key, asks.map((ask) => [ask.key, ask.verdict])]).toEqual([key, [[key, "known"]]]);
    }
    const using = "The replacement, size L, leaves today and arrives at the address of the order.";
    expect(await asksIn(shop, second.body.id, using, paul.token)).toEqual([]);
    expect((await call("POST", `/tickets/${second.body.id}/replies`, { text: using }, paul.token)).status).toBe(201);

    const before = await rateOf(shop);
    expect(before).toEqual({ asked: 2, known: 0, rate: 0 });
    const anyway = await call(
      "POST",
      `/tickets/${second.body.id}/replies`,
      { text: drafts.orderNumber, sendAnyway: "Two orders look alike" },
      paul.token,
    );
    expect(anyway.status).toBe(201);
    expect(await rateOf(shop)).toEqual({ asked: 3, known: 1, rate: 1 / 3 });
    const byAgent = await call<{ items: { name: string; asked: number; known: number }[] }>("GET", "/measures/repeat-ask?dimension=agent");
    expect(byAgent.body.items.map(({ name, asked: count, known }) => [name, count, known])).toEqual([
      ["Olga", 2, 0],
      ["Paul", 1, 1],
    ]);
  });

  it("in block mode cannot be asked twice without a reason", async () => {
    const shop = await openShop({ guard: { mode: "block" } });
    const { call, mug } = shop;
    const { body: ticket } = await call<Created>("POST", "/tickets", {
      subject: "Late",
      channel: "email",
      customer: { email: ana },
      message: { text: `Where is order ${mug.number}?` },
    });
    const path = `/tickets/${ticket.id}/replies`;
    const refused = await call<{ code: string; details: unknown }>("POST", path, { text: `Hello. ${drafts.orderNumber}` });
    expect([refused.status, refused.body.code]).toEqual([422, "REPLY_ASKS_KNOWN"]);
    expect(refused.body.details).toEqual({ asks: [{ key: "orderNumber", from: expect.any(Number), to: expect.any(Number) }] });
    expect(JSON.stringify(refused.body)).not.toContain(mug.number);
    const messages = await call<{ items: unknown[] }>("GET", `/tickets/${ticket.id}/messages`);
    expect(messages.body.items).toHaveLength(1);
    expect(await rateOf(shop)).toEqual({ asked: 0, known: 0, rate: null });
    expect((await call("POST", path, { text: drafts.size })).status).toBe(201);
    expect((await call("POST", path, { text: drafts.orderNumber, sendAnyway: "no" })).status).toBe(400);
    expect((await call("POST", path, { text: drafts.orderNumber, sendAnyway: "It was misread" })).status).toBe(201);
    const questions = await call<{ items: { key: string; sentAnyway: string | null }[] }>("GET", `/tickets/${ticket.id}/questions`);
    expect(questions.body.items.map(({ key, sentAnyway }) => [key, sentAnyway])).toEqual([
      ["orderNumber", "It was misread"],
      ["size", null],
    ]);
    expect(await rateOf(shop)).toEqual({ asked: 2, known: 1, rate: 0.5 });
  });
});

describe("a customer who was taken for another one half-way", () => {
  it("keeps everything of theirs and nothing of the other's once that is undone", async () => {
    const shop = await openShop();
    const { call, mug, scarf, clock } = shop;
    const open = (email: string, text: string) =>
      call<Created>("POST", "/tickets", { subject: "Question", channel: "email", customer: { email }, message: { text } });
    const { body: bobs } = await open(bob, `Order ${scarf.number}: my phone is 0733 999 888, size XL. I have already tried washing it.`);
    const widget = await call<Created>(
      "POST",
      "/my/tickets",
      { subject: "Broken", text: "My blue mug arrived broken.", channel: "widget", fields: { wantedOutcome: "replacement" } },
      await shop.signIn(ana),
    );
    const ticketId = widget.body.id;
    const before = await contextOf(shop, ticketId);
    expect(before.order?.order.number).toBe(mug.number);
    const { customerId } = (await call<Created>("GET", `/tickets/${ticketId}`)).body;
    expect(await asksIn(shop, ticketId, drafts.phone)).toMatchObject([{ verdict: "unknown" }]);

    const link = await call<{ id: string }>("POST", `/customers/${customerId}/links`, { otherCustomerId: bobs.customerId });
    expect(link.status).toBe(201);
    const linked = await contextOf(shop, ticketId);
    expect(linked.otherOrders.map((one) => one.order.number)).toContain(scarf.number);
    expect(await asksIn(shop, ticketId, drafts.phone)).toMatchObject([{ verdict: "known" }]);
    // Words that fit only what the other one has: kept as evidence as long as they are one.
    clock.advance(hourMs);
    await call("POST", `/tickets/${ticketId}/messages`, { text: "And the wool scarf is too short.", channel: "email" });
    expect((await contextOf(shop, ticketId)).order?.order.number).toBe(scarf.number);

    const undone = await call("POST", `/identity-links/${link.body.id}/decide`, { decision: "undo" });
    expect(undone.status).toBe(200);
    const after = await contextOf(shop, ticketId);
    const made = await call<{ packet: ContextPacket }>("POST", `/tickets/${ticketId}/packet`, {});
    for (const text of [JSON.stringify(after), JSON.stringify(made.body.packet)])
      for (const theirs of [scarf.number, bob, scarf.ref, "Strada lui Bob", "999 888", "999888", "XL", "washing", bobs.customerId])
        expect([theirs, text.includes(theirs)]).toEqual([theirs, false]);
    const asks = await asksIn(shop, ticketId, `${drafts.phone} ${drafts.size} ${drafts.tried}`);
    expect(asks.map((ask) => [ask.key, ask.verdict, ask.answer])).toEqual([
      ["phone", "unknown", null],
      ["size", "unknown", null],
      ["tried", "unknown", null],
    ]);
    await call("POST", `/tickets/${ticketId}/replies`, { text: drafts.phone });
    expect(await rateOf(shop)).toEqual({ asked: 1, known: 0, rate: 0 });

    // Nothing of hers is lost: what was there before the mistake is there after it.
    const valuesOf = ({ facts }: Context) => facts.map((fact) => `${fact.key} ${fact.value} ${fact.source.kind}`);
    expect(valuesOf(after)).toEqual(expect.arrayContaining(valuesOf(before)));
    expect([after.order?.order.number, after.otherOrders.map((one) => one.order.number)]).toEqual([mug.number, [shop.lamp.number]]);
    const bobsContext = await contextOf(shop, bobs.id);
    expect(bobsContext.order?.order.number).toBe(scarf.number);
    expect(valuesOf(bobsContext)).toEqual(expect.arrayContaining(["size XL message"]));
    expect(JSON.stringify(bobsContext)).not.toContain(mug.number);
    // And it can be said again.
    await call("POST", `/identity-links/${link.body.id}/decide`, { decision: "confirm" });
    expect((await contextOf(shop, ticketId)).order?.order.number).toBe(scarf.number);
  });
});
