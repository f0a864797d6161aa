import { generateShop } from "@askonce/testkit/shop-data";
import { expect, test } from "vitest";
import { chooseTickets } from "./choose-tickets.ts";

const dayMs = 86_400_000;

test.each([1, 2, 3])("thirty varied tickets of the last days, ten per language, none from the future (seed %i)", async (seed) => {
  const shop = generateShop({ seed, orders: 260, now: "2026-11-21T10:00:00.000Z" });
  const now = Date.parse(shop.now);
  const tickets = await chooseTickets(shop, seed);
  for (const language of ["en", "it", "ro"]) {
    const own = tickets.filter((ticket) => ticket.language === language);
    expect(own).toHaveLength(10);
    expect(new Set(own.map((ticket) => ticket.about.topic)).size).toBeGreaterThanOrEqual(7);
  }
  for (const ticket of tickets) {
    const times = ticket.messages.map((message) => Date.parse(message.at));
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(times.at(-1)).toBeLessThanOrEqual(now);
    const order = shop.orders.find((one) => one.number === ticket.about.orderNumber);
    if (order) expect(Date.parse(ticket.createdAt)).toBeGreaterThan(Date.parse(order.placedAt));
  }
  const recent = tickets.filter((ticket) => now - Date.parse(ticket.createdAt) <= 6 * dayMs);
  expect(recent.length).toBeGreaterThanOrEqual(28);
});
