import { contextSchema, type FactKey } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { baselineJpeg } from "../photos/__fixtures__/sample-photos.ts";
import { memoryFiles } from "../testing/memory-files.ts";
import { hourMs, twoOrders } from "./__fixtures__/two-orders.ts";

const dayMs = 24 * hourMs;
const reported = { items: [], extent: null, packagingDamaged: null, wantedOutcome: "refund", text: "" } as const;

describe("what is known beside a conversation", () => {
  it("comes from the message, the order, its reports, an agent's note and the customer's record, each saying so", async () => {
    const shop = await twoOrders();
    const { askonce, mug, open } = shop;
    const ticketId = await open(`Order ${mug.number}: the mug arrived broken. My size is L.`);
    await askonce.tickets.note(ticketId, { text: "She called. Tracking number 1ONB23454471." }, shop.agent.caller);
    await askonce.problems.report(
      { kind: "damaged", parcelId: null, orderRef: mug.ref, ticketId, details: { ...reported, items: [] } },
      shop.agent.caller,
    );
    const context = await askonce.context.read(ticketId, systemCaller);
    expect(contextSchema.parse(context)).toEqual(context);
    const sources = new Set(context.facts.map((fact) => `${fact.key} ${fact.source.kind}`));
    for (const expected of [
      "orderNumber message",
      "orderNumber order",
      "item order",
      "shippingAddress order",
      "size message",
      "size order",
      "trackingNumber agent",
      "wantedOutcome form",
      "email identity",
    ])
      expect(sources).toContain(expected);
  });

  it("keeps the words and the message it was read from", async () => {
    const { askonce, mug, open } = await twoOrders();
    const ticketId = await open(`Where is my order ${mug.number}?`);
    const { items } = await askonce.tickets.messages(ticketId, { limit: 1 }, systemCaller);
    const { facts } = await askonce.context.read(ticketId, systemCaller);
    const fact = facts.find((one) => one.key === "orderNumber" && one.source.kind === "message");
    expect(fact?.source).toEqual({ kind: "message", ref: items[0]?.id, excerpt: expect.stringContaining(mug.number) });
  });

  it("replaces what the same source said before, and keeps what another one says, marked on both", async () => {
    const { askonce, agent, mug, open, known, clock } = await twoOrders();
    const ticketId = await open(`Order ${mug.number}. My size is M.`);
    clock.advance(hourMs);
    await askonce.tickets.receive(ticketId, { text: "Sorry, my size is L." }, systemCaller);
    expect(await known(ticketId, "size")).toEqual(["L (message)", "M (order)"]);
    clock.advance(hourMs);
    await askonce.tickets.recordFact(ticketId, { key: "size", value: "XL" }, agent.caller);
    const { facts } = await askonce.context.read(ticketId, systemCaller);
    const sizes = facts.filter((fact) => fact.key === "size");
    expect(sizes.map((fact) => [fact.value, fact.source.kind, fact.contradicted])).toEqual([
      ["XL", "agent", true],
      ["L", "message", true],
      ["M", "order", true],
    ]);
    expect(facts.filter((fact) => fact.key !== "size" && fact.contradicted).map((fact) => fact.key)).toEqual([]);
  });

  it("takes the customer's own correction even when an agent had noted the same before", async () => {
    const { askonce, agent, lamp, open, clock, known } = await twoOrders();
    const ticketId = await open(`Order ${lamp.number}. My size is M.`);
    clock.advance(hourMs);
    await askonce.tickets.recordFact(ticketId, { key: "size", value: "L" }, agent.caller);
    clock.advance(hourMs);
    await askonce.tickets.receive(ticketId, { text: "My size is L." }, systemCaller);
    expect(await known(ticketId, "size")).toEqual(["L (message)", "L (agent)"]);
  });

  it("is not written down twice when it is said twice", async () => {
    const { askonce, mug, open, known, clock } = await twoOrders();
    const ticketId = await open(`Order ${mug.number}`);
    clock.advance(hourMs);
    await askonce.tickets.receive(ticketId, { text: `Again: order ${mug.number}` }, systemCaller);
    expect(await known(ticketId, "orderNumber")).toEqual([`${mug.number} (message)`, `${mug.number} (order)`]);
  });

  it("ages, and is fresh again when it is said again", async () => {
    const { askonce, lamp, open, clock } = await twoOrders();
    const ticketId = await open(`Order ${lamp.number}. I would like a refund, please.`);
    const outcome = async () => {
      const { facts } = await askonce.context.read(ticketId, systemCaller);
      return facts.filter((fact) => fact.key === "wantedOutcome").map((fact) => [fact.stale, fact.ageMs]);
    };
    expect(await outcome()).toEqual([[false, 0]]);
    clock.advance(60 * dayMs + 1);
    expect(await outcome()).toEqual([[true, 60 * dayMs + 1]]);
    await askonce.tickets.receive(ticketId, { text: "I would like a refund, please." }, systemCaller);
    expect(await outcome()).toEqual([[false, 0]]);
  });

  it("knows what was ordered however long ago the storefront was asked; only a day to come ages with the reading", async () => {
    const { askonce, mug, open, clock, memory, shop } = await twoOrders();
    const parcels = shop.orders.find((order) => order.parcels.length > 0)?.parcels.slice(0, 1) ?? [];
    const estimatedAt = new Date(clock.now() + dayMs).toISOString();
    memory.updateOrder(mug.fake.id, {
      updatedAt: new Date(clock.now()).toISOString(),
      parcels: parcels.map((parcel) => ({ ...parcel, items: [], deliveredAt: null, estimatedAt, events: [] })),
    });
    await askonce.orders.refresh(mug.ref, systemCaller);
    const ticketId = await open(`Order ${mug.number}`);
    const stale = async () => {
      const { facts } = await askonce.context.read(ticketId, systemCaller);
      return [...new Set(facts.filter((fact) => fact.stale).map((fact) => fact.key))];
    };
    expect(await stale()).toEqual([]);
    clock.advance(7 * hourMs);
    expect(await stale()).toEqual(["deliveryDate"]);
    clock.advance(10 * dayMs);
    expect(await stale()).not.toContain("orderNumber");
  });

  it("does not take people's addresses from agents' notes", async () => {
    const { askonce, agent, open } = await twoOrders();
    const ticketId = await open("Hello, a question about the mug");
    await askonce.tickets.note(
      ticketId,
      { text: "Courier's depot: depot@courier.example.test, +40 721 000 999, Strada Lunga 5, 500035 Brasov. Her size is S." },
      agent.caller,
    );
    const { facts } = await askonce.context.read(ticketId, systemCaller);
    const noted = facts.filter((fact) => fact.source.kind === "agent");
    expect(noted.map((fact) => fact.key)).not.toEqual(expect.arrayContaining(["email"]));
    expect(noted.filter((fact) => ["email", "phone", "name", "shippingAddress", "postcode"].includes(fact.key))).toEqual([]);
    expect(JSON.stringify(noted.map((fact) => fact.value))).not.toMatch(/depot@|000 ?999|Lunga/);
  });

  it("holds a plugin's own keys beside its own", async () => {
    const { askonce, agent, open, known } = await twoOrders();
    const ticketId = await open("I want to send it back");
    await askonce.tickets.recordFact(ticketId, { key: "returns.label" as FactKey, value: "RL-1" }, agent.caller);
    await askonce.tickets.recordFact(ticketId, { key: "returns.label" as FactKey, value: "RL-2" }, agent.caller);
    expect((await known(ticketId, "returns.label")).sort()).toEqual(["RL-1 (agent)", "RL-2 (agent)"]);
    await expect(askonce.tickets.recordFact(ticketId, { key: "label" as FactKey, value: "x" }, agent.caller)).rejects.toMatchObject({
      code: "VALIDATION_FAILED",
    });
  });

  it("takes any text a person can send", async () => {
    const { askonce, agent, open } = await twoOrders();
    const ticketId = await open("Hello");
    const fact = await askonce.tickets.recordFact(ticketId, { key: "tried", value: `a\u0000b\uD800 ${"🎁".repeat(990)}` }, agent.caller);
    expect(fact.value.startsWith("a\uFFFDb\uFFFD 🎁")).toBe(true);
  });

  it("is answered by photos that came with a report, for every ticket about the order", async () => {
    const { askonce, agent, mug, open, clock } = await twoOrders({ files: memoryFiles() });
    const ticketId = await open(`Order ${mug.number} is broken`);
    await askonce.tickets.reply(ticketId, { text: "Could you please send us a photo of the item?" }, agent.caller);
    const waitedFor = async () => (await askonce.context.read(ticketId, systemCaller)).openQuestions.map((question) => question.key);
    expect(await waitedFor()).toEqual(["photoOfItem"]);
    clock.advance(hourMs);
    const { photoUpload } = await askonce.problems.report(
      { kind: "damaged", parcelId: null, orderRef: mug.ref, details: { ...reported, items: [] } },
      agent.caller,
    );
    await askonce.photos.add(photoUpload?.token ?? "", "item", baselineJpeg);
    expect(await waitedFor()).toEqual([]);
    const again = "Could you please send us a photo of the item?";
    for (const one of [ticketId, await open(`Order ${mug.number}`)]) {
      const { asks } = await askonce.questions.checkDraft(one, { text: again }, agent.caller);
      expect(asks.map((ask) => [ask.key, ask.verdict, ask.answer?.source?.kind])).toEqual([["photoOfItem", "known", "form"]]);
    }
  });
});

describe("what other tickets of the same person say", () => {
  it("is known of this one about the person; about the matter only where both name the same order", async () => {
    const { mug, lamp, open, known } = await twoOrders();
    await open(`Order ${mug.number}: the mug is cracked. My phone is 0721 000 111 and my size is XL.`);
    const sameOrder = await open(`About order ${mug.number} again`);
    const otherOrder = await open(`About order ${lamp.number}`);
    const noOrder = await open("Hello, me again");
    expect(await known(sameOrder, "size")).toContain("XL (message)");
    expect(await known(otherOrder, "size")).not.toContain("XL (message)");
    expect(await known(noOrder, "size")).not.toContain("XL (message)");
    for (const ticketId of [sameOrder, otherOrder, noOrder])
      expect((await known(ticketId, "phone")).some((value) => value.replace(/\D/g, "").includes("721000111"))).toBe(true);
    expect(await known(otherOrder, "problem")).not.toEqual(expect.arrayContaining([expect.stringContaining("message")]));
  });

  it("is known where the customer or an agent said that it is about the order, and not where an agent ruled it out", async () => {
    const { askonce, agent, mug, open, known } = await twoOrders();
    const first = await open("It arrived broken. My size is XL.");
    const second = await open(`Order ${mug.number}`);
    expect(await known(second, "size")).toEqual(["M (order)"]);
    await askonce.tickets.linkOrder(first, mug.ref, agent.caller);
    expect(await known(second, "size")).toEqual(["XL (message)", "M (order)"]);
    await askonce.tickets.unlinkOrder(first, mug.ref, agent.caller);
    expect(await known(second, "size")).toEqual(["M (order)"]);
  });

  it("is never somebody else's, whatever number they name", async () => {
    const { mug, open, known } = await twoOrders();
    await open(`Order ${mug.number}. My phone is 0721 000 111. My size is XL.`);
    const ticketId = await open(`I am writing about order ${mug.number}`, { email: "stranger@example.test" });
    expect(await known(ticketId, "size")).toEqual([]);
    expect(await known(ticketId, "phone")).toEqual([]);
  });

  it("goes with the ticket to another customer, and leaves the first", async () => {
    const { askonce, agent, mug, open, known } = await twoOrders();
    const moved = await open("My phone is 0721 000 111.");
    const anas = await open(`Order ${mug.number}`);
    const bobs = await open("Hello", { email: "bob@example.test" });
    const told = "0721 000 111 (message)";
    expect(await known(anas, "phone")).toContain(told);
    const { customerId } = await askonce.tickets.get(bobs, systemCaller);
    await askonce.tickets.update(moved, { customerId: customerId ?? "" }, agent.caller);
    expect(await known(anas, "phone")).not.toContain(told);
    expect(await known(bobs, "phone")).toContain(told);
  });

  it("is all on one after a merge: the newest of one source stands, and what nobody had said is the customer's", async () => {
    const { askonce, agent, mug, lamp, open, known, clock } = await twoOrders();
    const nobodys = await askonce.tickets.create(
      { subject: "Call", message: { text: "My phone is 0721 000 222. My size is S." } },
      systemCaller,
    );
    clock.advance(hourMs);
    const ticketId = await open(`Order ${lamp.number}. My size is L.`);
    await askonce.tickets.merge(nobodys.id, ticketId, agent.caller);
    expect(await known(ticketId, "size")).toEqual(["L (message)"]);
    const other = await open(`Order ${mug.number}`);
    expect(await known(other, "phone")).toContain("0721 000 222 (message)");
  });
});
