import { describe, expect, it } from "vitest";
import { type MatchableOrder, matchOrder, type OrderQuestion } from "./match-order.ts";

const now = "2026-11-20T10:00:00Z";
const lamp: MatchableOrder = {
  number: "1042",
  placedAt: "2026-11-17T12:00:00Z",
  status: "processing",
  items: ["Desk lamp"],
  trackingNumbers: ["1ONB23454471"],
};
const mug: MatchableOrder = {
  number: "1041",
  placedAt: "2026-11-10T12:00:00Z",
  status: "completed",
  items: ["Blue mug"],
  trackingNumbers: [],
  deliveredAt: "2026-11-18T09:00:00Z",
};

function ask(text: string, more: Partial<OrderQuestion> = {}) {
  return matchOrder({ text, language: "en", orders: [lamp, mug], now, ...more });
}

describe("the evidence", () => {
  it("says what speaks for which order, with the words of the message", () => {
    const { number, margin, candidates } = ask("Hello! The mug came on Wednesday, and its handle is broken.");
    expect(number).toBe("1041");
    expect(margin).toBeGreaterThan(3);
    expect(candidates[0]?.number).toBe("1041");
    expect(candidates[0]?.evidence.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["item", "time", "state"]));
    for (const { excerpt } of candidates[0]?.evidence ?? []) expect(excerpt.length).toBeLessThanOrEqual(200);
    expect(candidates[0]?.evidence[0]?.excerpt).toContain("mug");
  });

  it("names both orders of two numbers, and chooses none", () => {
    const { number, candidates } = ask("1041 and 1042 please");
    expect(number).toBeNull();
    expect(candidates.map((one) => one.number).sort()).toEqual(["1041", "1042"]);
  });

  it("is nothing without orders", () => {
    expect(ask("where is 1042?", { orders: [] })).toEqual({ number: null, margin: 0, candidates: [] });
  });
});

describe("a message", () => {
  it("is read without the mail it answers", () => {
    expect(ask("thank you!\n\nOn Mon, 16 Nov 2026, Shop wrote:\n> Your order 1042 is on its way").number).toBeNull();
    expect(ask("The mug has a crack.\n> We have shipped your order 1042").number).toBe("1041");
  });

  it("is read in its own language when nobody says which", () => {
    expect(ask("la tazza è arrivata ieri ed è rotta", { language: null, orders: [lamp, { ...mug, items: ["Tazza blu"] }] }).number).toBe(
      "1041",
    );
    expect(ask("cana a ajuns spartă", { language: "xx", orders: [lamp, { ...mug, items: ["Cană albastră"] }] }).number).toBe("1041");
  });

  it("means days in the writer's zone", () => {
    const late = { ...lamp, placedAt: "2026-11-18T23:30:00Z" };
    const other = { ...mug, placedAt: "2026-11-18T10:00:00Z" };
    const orders = [late, other];
    expect(ask("the order I placed yesterday", { orders, timeZone: "Europe/Bucharest" }).number).toBe("1042");
    expect(ask("the order I placed yesterday", { orders, timeZone: "UTC" }).number).toBeNull();
  });

  it("tells one digit that is wrong, when something else points to the same order", () => {
    expect(ask("order 1052, the lamp, has not arrived").number).toBe("1042");
    expect(ask("order 1052 has not arrived").number).toBeNull();
    expect(ask("order 1052, the mug, has not arrived").number).toBeNull();
  });

  it.each([
    ["digits", "1".repeat(20_000)],
    ["words", Array.from({ length: 3000 }, (_, index) => `word${index}xyzz`).join(" ")],
    ["dates", "3/11 ".repeat(4000)],
    ["negations", "not ".repeat(5000)],
    ["endings", `${"ending ".repeat(2000)}${".".repeat(3000)}`],
    ["quotes", "'".repeat(20_000)],
    ["marks", "ăâîșț".repeat(4000)],
    ["nothing", ""],
  ])("of %s takes no time to speak of", (_, text) => {
    const orders = Array.from({ length: 60 }, (__, index) => ({
      ...lamp,
      number: `RO-${10_000 + index}`,
      items: [`Thing ${index} of ceramic`, "Lamp"],
    }));
    ask(text, { orders });
    const before = process.cpuUsage();
    expect(ask(text, { orders }).number).toBeNull();
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(250);
  });
});
