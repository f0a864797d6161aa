import { type DraftAsk, draftCheckSchema, type FactKey, type GuardMode, questionSchema } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { hourMs, type TwoOrders, twoOrders } from "../facts/__fixtures__/two-orders.ts";
import { agentWithToken, linesLogger } from "../testing/instance.ts";

const asksNumber = "Could you please send us your order number?";
const asksSize = "What size do you need?";
const questionsOf = async ({ askonce, agent }: TwoOrders, ticketId: string) =>
  (await askonce.questions.list(ticketId, agent.caller)).map(({ key, verdict, wasKnown }) => [key, verdict, wasKnown]);

describe("what a reply asks", () => {
  it("is kept with who asked it, where, and whether it was known", async () => {
    const shop = await twoOrders();
    const { askonce, agent, mug, open } = shop;
    const ticketId = await open(`Hello, order ${mug.number} is late`);
    const message = await askonce.tickets.reply(ticketId, { text: `${asksNumber} And ${asksSize.toLowerCase()}` }, agent.caller);
    const questions = await askonce.questions.list(ticketId, agent.caller);
    for (const question of questions) expect(questionSchema.strict().parse(question)).toEqual(question);
    const number = questions.find((one) => one.key === "orderNumber");
    expect(number).toMatchObject({
      ticketId,
      messageId: message.id,
      verdict: "known",
      wasKnown: true,
      askedBy: agent.id,
      channel: "email",
      askedAt: message.at,
      sentAnyway: null,
      answeredAt: null,
    });
  });

  it("counts once when it is asked twice in one message, and nothing is kept of what asks nothing", async () => {
    const shop = await twoOrders();
    const { askonce, agent, open } = shop;
    const ticketId = await open("Hello");
    await askonce.tickets.reply(ticketId, { text: "Thank you, we are looking into it." }, agent.caller);
    expect(await questionsOf(shop, ticketId)).toEqual([]);
    await askonce.tickets.reply(ticketId, { text: `${asksNumber} Please tell us your order number.` }, agent.caller);
    expect(await questionsOf(shop, ticketId)).toEqual([["orderNumber", "unknown", false]]);
  });

  it("is answered by the customer's next message, and by what an agent writes down", async () => {
    const shop = await twoOrders();
    const { askonce, agent, scarf, open, clock } = shop;
    const ticketId = await open("Hello, my thing is late", { email: "new@example.test" });
    await askonce.tickets.reply(ticketId, { text: asksNumber }, agent.caller);
    await askonce.tickets.reply(ticketId, { text: asksSize }, agent.caller);
    clock.advance(hourMs);
    await askonce.tickets.receive(ticketId, { text: "What do you mean?" }, systemCaller);
    const keys = async () => (await askonce.context.read(ticketId, systemCaller)).openQuestions.map((question) => question.key).sort();
    expect(await keys()).toEqual(["orderNumber", "size"]);
    const answer = await askonce.tickets.receive(ticketId, { text: `It is order ${scarf.number}.` }, systemCaller);
    const questions = await askonce.questions.list(ticketId, agent.caller);
    const number = questions.find((question) => question.key === "orderNumber");
    expect(number?.answeredAt).toBe(answer.at);
    const { facts } = await askonce.context.read(ticketId, systemCaller);
    expect(facts.find((fact) => fact.id === number?.answeredByFactId)).toMatchObject({ key: "orderNumber", value: scarf.number });
    expect(await keys()).toEqual(["size"]);
    const fact = await askonce.tickets.recordFact(ticketId, { key: "size", value: "M" }, agent.caller);
    expect(await keys()).toEqual([]);
    const size = (await askonce.questions.list(ticketId, agent.caller)).find((question) => question.key === "size");
    expect(size?.answeredByFactId).toBe(fact.id);
    expect(await questionsOf(shop, ticketId)).toEqual(
      expect.arrayContaining([
        ["orderNumber", "unknown", false],
        ["size", "unknown", false],
      ]),
    );
  });

  it("is answered by the same fact said again, as it was known before", async () => {
    const shop = await twoOrders();
    const { askonce, agent, mug, open } = shop;
    const ticketId = await open(`Order ${mug.number}`);
    const before = (await askonce.context.read(ticketId, systemCaller)).facts.find((fact) => fact.key === "orderNumber");
    await askonce.tickets.reply(ticketId, { text: asksNumber }, agent.caller);
    await askonce.tickets.receive(ticketId, { text: `I said so: order ${mug.number}!` }, systemCaller);
    expect((await askonce.questions.list(ticketId, agent.caller))[0]?.answeredByFactId).toBe(before?.id);
  });

  it("goes with a ticket that is merged", async () => {
    const shop = await twoOrders();
    const { askonce, agent, open } = shop;
    const [first, second] = [await open("Hello"), await open("Hello again")];
    await askonce.tickets.reply(first, { text: asksNumber }, agent.caller);
    await askonce.tickets.merge(first, second, agent.caller);
    expect(await questionsOf(shop, second)).toEqual([["orderNumber", "unknown", false]]);
    expect((await askonce.context.read(second, systemCaller)).openQuestions.map((question) => question.key)).toEqual(["orderNumber"]);
  });

  it("is written with its message or not at all", async () => {
    const shop = await twoOrders();
    const { askonce, agent, open } = shop;
    const ticketId = await open("Hello");
    const events: string[] = [];
    askonce.on("*", (event) => {
      events.push(event.type);
    });
    askonce.before("message.create", () => {
      throw new Error("no");
    });
    await expect(askonce.tickets.reply(ticketId, { text: asksNumber }, agent.caller)).rejects.toMatchObject({ code: "VETOED" });
    expect(await questionsOf(shop, ticketId)).toEqual([]);
    expect(events).toEqual([]);
  });
});

describe("a mode", () => {
  const personal = "We will send it to ";

  it.each<[GuardMode, boolean]>([
    ["observe", true],
    ["warn", true],
    ["block", false],
  ])("%s: a reply that asks for what is known goes: %s", async (mode, goes) => {
    const shop = await twoOrders({ guard: { mode } });
    const { askonce, agent, mug, open } = shop;
    const ticketId = await open(`Order ${mug.number} please`);
    const check = await askonce.questions.checkDraft(ticketId, { text: asksNumber }, agent.caller);
    expect(draftCheckSchema.strict().parse(check)).toEqual(check);
    expect(check).toMatchObject({ mode, asks: [{ key: "orderNumber", verdict: "known" }] });
    const sent = askonce.tickets.reply(ticketId, { text: asksNumber }, agent.caller);
    if (goes) await sent;
    else await expect(sent).rejects.toMatchObject({ code: "REPLY_ASKS_KNOWN" });
    expect(await questionsOf(shop, ticketId)).toEqual(goes ? [["orderNumber", "known", true]] : []);
    const { items } = await askonce.tickets.messages(ticketId, { limit: 10 }, systemCaller);
    expect(items).toHaveLength(goes ? 2 : 1);
  });

  it("block lets through what is not known, and with a reason everything, which is kept with what was objected to", async () => {
    const shop = await twoOrders({ guard: { mode: "block" } });
    const { askonce, agent, lamp, open } = shop;
    const ticketId = await open(`Order ${lamp.number} please`);
    await askonce.tickets.reply(ticketId, { text: asksSize }, agent.caller);
    const sendAnyway = "  The number was misheard\u0000  ";
    await askonce.tickets.reply(ticketId, { text: `${asksNumber} Which colour would you like?`, sendAnyway }, agent.caller);
    const questions = await askonce.questions.list(ticketId, agent.caller);
    expect(questions.find((one) => one.key === "orderNumber")?.sentAnyway).toBe("The number was misheard\uFFFD");
    expect(questions.filter((one) => one.verdict === "unknown").map((one) => one.sentAnyway)).not.toContain(
      "The number was misheard\uFFFD",
    );
    await expect(askonce.tickets.reply(ticketId, { text: asksNumber, sendAnyway: " a " }, agent.caller)).rejects.toMatchObject({
      code: "VALIDATION_FAILED",
    });
  });

  it("is a channel's own where one is set", async () => {
    const { askonce, agent, mug, open } = await twoOrders({ guard: { mode: "block", channels: { chat: "observe" } } });
    const chat = await open(`Order ${mug.number}`, { channel: "chat" });
    await askonce.tickets.reply(chat, { text: asksNumber }, agent.caller);
    await askonce.tickets.receive(chat, { text: "By mail now", channel: "email" }, systemCaller);
    await expect(askonce.tickets.reply(chat, { text: asksNumber }, agent.caller)).rejects.toMatchObject({ code: "REPLY_ASKS_KNOWN" });
  });

  it("that does not exist is refused", () => {
    const made = (guard: object) => twoOrders({ guard });
    return Promise.all([
      expect(made({ mode: "off" })).rejects.toMatchObject({ code: "CONFIGURATION_INVALID" }),
      expect(made({ channels: { chat: "loud" } })).rejects.toMatchObject({ code: "CONFIGURATION_INVALID" }),
    ]);
  });

  it("block refuses what the reader has not proved to be theirs; the error holds no personal data", async () => {
    const logger = linesLogger();
    const { askonce, agent, mug, open, request, events } = await withEvents({ guard: { mode: "block" }, logger });
    const ticketId = await open("Where is my blue mug?");
    await askonce.tickets.linkOrder(ticketId, mug.ref, agent.caller);
    const { line1, postcode } = mug.fake.shippingAddress;
    const disclosing = `${personal}${line1}, ${postcode}.`;
    const disclosed = await request("POST", `/tickets/${ticketId}/replies`, { text: disclosing }, agent.token);
    expect(disclosed.status).toBe(422);
    const problem = await disclosed.json();
    expect(problem.code).toBe("REPLY_DISCLOSES");
    const from = personal.length;
    expect(problem.details.disclosures).toContainEqual({ field: "shippingAddress", from, to: from + line1.length });
    const asking = await request(
      "POST",
      `/tickets/${ticketId}/replies`,
      { text: "What is your postcode, and which order is it?" },
      agent.token,
    );
    const asked = await asking.json();
    expect([asking.status, asked.code]).toEqual([422, "REPLY_ASKS_KNOWN"]);
    for (const secret of [line1, postcode, "ana@example.test", mug.fake.shippingAddress.lastName])
      expect([JSON.stringify(problem), JSON.stringify(asked), ...logger.lines, JSON.stringify(events)].join("\n")).not.toContain(secret);
    await askonce.tickets.reply(ticketId, { text: disclosing, sendAnyway: "She told us on the phone" }, agent.caller);
  });
});

async function withEvents(options: Parameters<typeof twoOrders>[0]) {
  const shop = await twoOrders(options);
  const events: unknown[] = [];
  shop.askonce.on("*", (event) => {
    events.push(event);
  });
  return { ...shop, events };
}

describe("a reader of drafts", () => {
  const text = "Which warehouse was it?";
  const found: DraftAsk = {
    key: "returns.warehouse" as FactKey,
    from: 0,
    to: text.length,
    text: "something else",
    verdict: "unknown",
    answer: null,
    suggestion: null,
  };
  type Reader = NonNullable<NonNullable<NonNullable<Parameters<typeof twoOrders>[0]>["guard"]>["reader"]>;
  const checkWith = async (reader: Reader, draft = text) => {
    const logger = linesLogger();
    const shop = await twoOrders({ guard: { reader }, logger });
    const ticketId = await shop.open(`Order ${shop.mug.number}`);
    const check = () => shop.askonce.questions.checkDraft(ticketId, { text: draft }, shop.agent.caller);
    return { ...shop, ticketId, check, logger };
  };

  it("is shown what is known and what the guard found, and what it gives is shown", async () => {
    const seen: unknown[] = [];
    const { check, mug } = await checkWith(async (draft) => {
      seen.push(draft);
      return [...draft.asks, found];
    });
    expect((await check()).asks).toEqual([{ ...found, text }]);
    expect(seen).toEqual([
      expect.objectContaining({
        draft: text,
        language: "en",
        known: expect.arrayContaining([{ key: "orderNumber", value: mug.number }]),
      }),
    ]);
  });

  it("judges nothing that is sent", async () => {
    const { askonce, agent, ticketId } = await checkWith(async () => [{ ...found, verdict: "known" }]);
    await askonce.tickets.reply(ticketId, { text }, agent.caller);
    expect((await askonce.questions.list(ticketId, agent.caller)).filter((one) => one.wasKnown)).toEqual([]);
  });

  it.each<[string, Reader]>([
    ["rejects", () => Promise.reject(new Error("ana@example.test"))],
    [
      "throws",
      () => {
        throw new Error("ana@example.test");
      },
    ],
    ["gives nothing", async () => null as never],
    ["gives no list", async () => ({ asks: [] }) as never],
  ])("that %s is left out", async (_, reader) => {
    const { check, logger } = await checkWith(reader, asksNumber);
    expect((await check()).asks.map((ask) => ask.key)).toEqual(["orderNumber"]);
    expect(logger.lines.filter((line) => line.includes("reader"))).toHaveLength(1);
    expect(logger.lines.join("\n")).not.toContain("ana@");
  });

  it("that gives garbage is believed where it makes sense", async () => {
    const garbage = [
      null,
      7,
      {},
      { ...found, to: 999 },
      { ...found, from: 5, to: 5 },
      { ...found, key: "?" },
      found,
      { ...found, verdict: "maybe" },
    ];
    const { check } = await checkWith(async () => garbage as never);
    expect(await check()).toMatchObject({ asks: [{ key: "returns.warehouse" }] });
  });

  it("that does not answer is waited for no longer than two seconds", async () => {
    let signal: AbortSignal | undefined;
    const { check } = await checkWith((draft) => {
      signal = draft.signal;
      return new Promise(() => {});
    }, asksNumber);
    const began = performance.now();
    expect((await check()).asks.map((ask) => ask.key)).toEqual(["orderNumber"]);
    expect(performance.now() - began).toBeLessThan(4000);
    expect(signal?.aborted).toBe(true);
  });
});

describe("agents with a token", () => {
  it("see a ticket's questions and nobody else does", async () => {
    const { askonce, agent, open, request } = await twoOrders();
    const ticketId = await open("Hello");
    await askonce.tickets.reply(ticketId, { text: asksNumber }, agent.caller);
    const { token } = await agentWithToken(askonce, "agent", "Paul");
    const answered = await request("GET", `/tickets/${ticketId}/questions`, undefined, token);
    expect((await answered.json()).items).toHaveLength(1);
    expect((await request("GET", `/tickets/${ticketId}/questions`)).status).toBe(401);
    expect((await request("GET", "/tickets/tkt_none/questions", undefined, token)).status).toBe(404);
    expect((await request("POST", "/tickets/tkt_none/draft-check", { text: "a" }, token)).status).toBe(404);
  });
});
