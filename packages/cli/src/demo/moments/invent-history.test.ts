import { expect, test } from "vitest";
import { inventShops } from "../invent-shops.ts";
import { inventHistory } from "./invent-history.ts";

const dayMs = 24 * 3_600_000;

test("four weeks of settled talks, each about an order that had arrived", async () => {
  const now = Date.parse("2026-11-22T06:00:00.000Z");
  const { woocommerce } = await inventShops(new Date(now).toISOString());
  const talks = inventHistory(woocommerce, ["en", "ro"], new Set([woocommerce.orders[120]?.email ?? ""]));
  expect(talks.map((talk) => talk.customer.email)).not.toContain(woocommerce.orders[120]?.email);
  expect(["en", "ro"].map((language) => talks.filter((talk) => talk.language === language).length)).toEqual([9, 9]);
  expect(new Set(talks.map((talk) => talk.about.orderNumber)).size).toBe(18);
  expect(new Set(talks.map((talk) => talk.id)).size).toBe(18);
  for (const talk of talks) {
    const order = woocommerce.orders.find((one) => one.number === talk.about.orderNumber);
    expect(Date.parse(order?.parcels[0]?.deliveredAt ?? "")).toBeLessThanOrEqual(Date.parse(talk.createdAt));
    expect([talk.status, talk.customer.email]).toEqual(["resolved", order?.email]);
    const times = talk.messages.map((message) => Date.parse(message.at));
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    // Beside the desk's own five days, and within the four weeks that "Asked twice" shows.
    expect(now - (times.at(-1) ?? 0)).toBeGreaterThan(5 * dayMs);
    expect(now - (times[0] ?? 0)).toBeLessThan(28 * dayMs);
    expect([talk.subject, ...talk.messages.map((message) => message.text)].join()).not.toMatch(/[{}]|undefined/);
  }
});
