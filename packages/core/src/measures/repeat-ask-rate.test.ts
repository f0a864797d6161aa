import { type Question, type RepeatAskDimension, repeatAskRateSchema } from "@askonce/spec";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { hourMs, type TwoOrders, twoOrders } from "../facts/__fixtures__/two-orders.ts";
import { dayOf } from "../questions/record-questions.ts";
import { agentWithToken, instance, withOwner } from "../testing/instance.ts";
import { wilsonInterval } from "./wilson.ts";

/** Numbers from 0 to 1 that are the same in every run (Lehmer's generator with the multiplier of Park and Miller). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const texts = [
  "Thank you, we are looking into it.",
  "Could you please send us your order number?",
  "What size do you need?",
  "Could you please send us a photo of the item? And what is your order number?",
  "Please tell us your phone number.",
  "What is your delivery address, and what is your e-mail address?",
];
const replies = ["My size is L.", "My phone is 0721 000 111.", "I have tried to restart it.", "When will it come?"];

/** What happened in a shop over some days of talk, as the messages' own questions tell it. */
async function talk(shop: TwoOrders, seed: number): Promise<Question[]> {
  const { askonce, clock, open, mug, lamp } = shop;
  const random = seeded(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const agents = [shop.agent.caller, (await agentWithToken(askonce, "agent", "Paul")).caller, systemCaller];
  const tickets: string[] = [];
  for (const step of Array.from({ length: 60 }, (_, index) => index)) {
    clock.advance(Math.floor(random() * 9 * hourMs));
    if (step % 12 === 0)
      tickets.push(await open(pick([`Order ${mug.number}`, `Order ${lamp.number}`, "Hello"]), { channel: pick(["email", "chat"]) }));
    const ticketId = pick(tickets);
    if (random() < 0.25) await askonce.tickets.receive(ticketId, { text: pick(replies), channel: pick(["email", "chat"]) }, systemCaller);
    else await askonce.tickets.reply(ticketId, { text: pick(texts) }, pick(agents));
  }
  return (await Promise.all(tickets.map((ticketId) => askonce.questions.list(ticketId, systemCaller)))).flat();
}

describe("the repeat-ask rate of random talks", () => {
  it.each([1, 2, 3])("is what the questions themselves say, whoever counts them by what (%d)", async (seed) => {
    const shop = await twoOrders();
    const questions = await talk(shop, seed);
    expect(questions.length).toBeGreaterThan(20);
    expect(questions.filter((question) => question.wasKnown).length).toBeGreaterThan(3);
    const today = dayOf(shop.clock.now(), "Europe/Bucharest");
    const nameOf: Partial<Record<RepeatAskDimension, (question: Question) => string>> = {
      all: () => "all",
      agent: (question) => question.askedBy,
      channel: (question) => question.channel,
      key: (question) => question.key,
      reason: () => "other",
    };
    for (const days of [366, 9, 1]) {
      const oldest = Date.parse(today) - (days - 1) * 24 * hourMs;
      const counted = questions.filter((one) => Date.parse(dayOf(Date.parse(one.askedAt), "Europe/Bucharest")) >= oldest);
      for (const [dimension, value] of Object.entries(nameOf)) {
        const rate = await shop.askonce.measures.repeatAsk({ dimension: dimension as RepeatAskDimension, days }, shop.agent.caller);
        expect(repeatAskRateSchema.strict().parse(rate)).toEqual(rate);
        const recounted: Record<string, [asked: number, known: number]> = {};
        for (const question of counted) {
          const [asked, known] = recounted[value(question)] ?? [0, 0];
          recounted[value(question)] = [asked + 1, known + (question.wasKnown ? 1 : 0)];
        }
        expect(Object.fromEntries(rate.items.map((item) => [item.value, [item.asked, item.known]]))).toEqual(recounted);
        for (const item of rate.items) {
          const { share, low, high } = wilsonInterval(item.known, item.asked);
          expect([item.rate, item.low, item.high]).toEqual([share, low, high]);
        }
        expect(rate.days.reduce((sum, day) => sum + day.asked, 0)).toBe(counted.length);
        expect(rate.days.map((day) => day.day)).toEqual([...new Set(rate.days.map((day) => day.day))].sort());
      }
    }
    const { items } = await shop.askonce.measures.repeatAsk({ dimension: "template", days: 366 }, shop.agent.caller);
    expect(items).toEqual([]);
  });
});

describe("the repeat-ask rate", () => {
  it("of nothing is nothing", async () => {
    const { askonce } = await twoOrders();
    expect(await askonce.measures.repeatAsk({ dimension: "all", days: 28 }, systemCaller)).toEqual({
      metric: "repeat_ask_rate@1",
      dimension: "all",
      items: [],
      days: [],
    });
  });

  it("names agents, also those who have left, most asks first", async () => {
    const { askonce, agent, open } = await twoOrders();
    const ticketId = await open("Hello");
    const paul = await agentWithToken(askonce, "agent", "Paul");
    await askonce.tickets.reply(ticketId, { text: "What is your order number? What size do you need?" }, paul.caller);
    await askonce.tickets.reply(ticketId, { text: "What is your order number?" }, agent.caller);
    await askonce.agents.update(paul.id, { active: false }, systemCaller);
    const { items } = await askonce.measures.repeatAsk({ dimension: "agent", days: 1 }, systemCaller);
    expect(items.map((item) => [item.value, item.name, item.asked])).toEqual([
      [paul.id, "Paul", 2],
      [agent.id, "Olga", 1],
    ]);
  });

  it("counts what a machine asks under the system", async () => {
    const { askonce, open } = await twoOrders();
    await askonce.tickets.reply(await open("Hello"), { text: "What is your order number?" }, systemCaller);
    const { items } = await askonce.measures.repeatAsk({ dimension: "agent", days: 1 }, systemCaller);
    expect(items.map((item) => [item.value, item.name])).toEqual([["system", null]]);
  });

  it("says why the customer had written, where a problem of the order tells", async () => {
    const { askonce, agent, mug, open } = await twoOrders();
    const ticketId = await open(`Order ${mug.number}`);
    const details = { items: [], extent: null, packagingDamaged: null, wantedOutcome: null, text: "" };
    await askonce.problems.report({ kind: "damaged", parcelId: null, orderRef: mug.ref, ticketId, details }, agent.caller);
    await askonce.tickets.reply(ticketId, { text: "What is your order number?" }, agent.caller);
    const { items } = await askonce.measures.repeatAsk({ dimension: "reason", days: 1 }, systemCaller);
    expect(items.map((item) => [item.value, item.asked, item.known])).toEqual([["damaged", 1, 1]]);
  });

  it("is read by agents, over HTTP, within limits", async () => {
    const { askonce, call, token } = await withOwner();
    const ticket = await askonce.tickets.create({ subject: "A", message: { text: "Hello" } }, systemCaller);
    await askonce.tickets.reply(ticket.id, { text: "What is your order number?" }, systemCaller);
    const answer = await call("GET", "/measures/repeat-ask?dimension=key&days=7", { token });
    expect([answer.status, answer.body.items]).toEqual([
      200,
      [expect.objectContaining({ value: "orderNumber", asked: 1, known: 0, rate: 0 })],
    ]);
    expect((await call("GET", "/measures/repeat-ask")).status).toBe(401);
    for (const query of ["days=0", "days=367", "days=x", "dimension=customer"])
      expect((await call("GET", `/measures/repeat-ask?${query}`, { token })).status).toBe(400);
  });

  const zones = ["Europe/Bucharest", "Europe/Rome", "UTC", "Pacific/Kiritimati", "America/St_Johns"];
  it.each(zones)("counts days as they are in %s, around midnight and where the clocks change", async (timeZone) => {
    const { askonce, clock } = instance({ shop: { timeZone } });
    const ticket = await askonce.tickets.create({ subject: "A", message: { text: "Hello" } }, systemCaller);
    const expected = new Map<string, number>();
    const named = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
    // Every half hour around two midnights, then around the two nights in which Europe's clocks change.
    for (const from of ["2026-11-20T21:00:00Z", "2027-03-27T21:00:00Z", "2027-10-30T21:00:00Z"]) {
      clock.advance(Date.parse(from) - clock.now());
      for (let half = 0; half < 60; half += 5) {
        await askonce.tickets.reply(ticket.id, { text: "What is your order number?" }, systemCaller);
        const day = named.format(clock.now());
        expected.set(day, (expected.get(day) ?? 0) + 1);
        clock.advance(5 * (hourMs / 2));
      }
    }
    const { days } = await askonce.measures.repeatAsk({ dimension: "all", days: 366 }, systemCaller);
    expect(days.map((day) => [day.day, day.asked])).toEqual([...expected]);
    const last = [...expected].at(-1)?.[0];
    clock.advance(Date.parse(`${last}T12:00:00Z`) - clock.now());
    const today = await askonce.measures.repeatAsk({ dimension: "all", days: 1 }, systemCaller);
    expect(today.days.every((day) => day.day === dayOf(clock.now(), timeZone))).toBe(true);
  });

  describe("in a process of another zone", () => {
    const own = process.env.TZ;
    beforeAll(() => {
      process.env.TZ = "Pacific/Auckland";
    });
    afterAll(() => {
      if (own === undefined) delete process.env.TZ;
      else process.env.TZ = own;
    });
    it("is the same", () => {
      expect(dayOf(Date.parse("2026-11-20T21:59:59.999Z"), "Europe/Bucharest")).toBe("2026-11-20");
      expect(dayOf(Date.parse("2026-11-20T22:00:00.000Z"), "Europe/Bucharest")).toBe("2026-11-21");
    });
  });
});
