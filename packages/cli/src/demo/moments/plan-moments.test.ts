import type { FakeOrder } from "@askonce/testkit/shop-data";
import { expect, test } from "vitest";
import { inventDemo } from "../invent-demo.ts";

const hourMs = 3_600_000;
const isUnderWay = ({ parcels }: FakeOrder) => parcels.length > 0 && parcels.every((parcel) => parcel.deliveredAt === null);

// A fortnight by elevens of hours: each hour of the day and each day of the week comes up.
const fortnight = Array.from({ length: 31 }, (_, index) => new Date(Date.parse("2026-11-15T08:30:00.000Z") + index * 11 * hourMs));
const days = [...fortnight.map((day) => day.toISOString()), "2026-12-31T23:30:00.000Z", "2027-03-28T01:30:00.000Z"];

test.each(days)("on %s there is something to see", async (now) => {
  const { shops, tickets, moments, courier } = await inventDemo(now);
  expect(moments.map((moment) => moment.name).sort()).toEqual(["person", "unsure", "words"]);
  const all = tickets.flatMap((one) => one.tickets);
  // The form's ticket is opened by the form itself.
  expect(["en", "it", "ro"].map((language) => all.filter((ticket) => ticket.language === language).length)).toEqual([30, 30, 29]);
  const mailOf = (name: string) => moments.find((moment) => moment.name === name)?.ticket;
  const ordersOf = (email = "") => [...shops.woocommerce.orders, ...shops.shopify.orders].filter((order) => order.email === email);

  // What was said on another ticket about the same order would tell which one is meant.
  for (const name of ["words", "unsure"])
    expect(all.filter((ticket) => ticket.customer.email === mailOf(name)?.customer.email)).toHaveLength(1);

  const words = mailOf("words");
  const text = words?.messages[0]?.text ?? "";
  const named = ordersOf(words?.customer.email).filter((order) => order.items.some((item) => text.includes(item.name)));
  expect([named.length, ordersOf(words?.customer.email).length > 1]).toEqual([1, true]);
  expect(text).not.toContain(named[0]?.number);

  const unsure = mailOf("unsure");
  const underWay = ordersOf(unsure?.customer.email).filter(isUnderWay);
  expect(underWay.length).toBeGreaterThan(1);
  // The courier's scripts would decide between them.
  expect(courier.parcels.filter((parcel) => underWay.some((order) => order.number === parcel.orderNumber))).toEqual([]);

  const person = mailOf("person");
  const earlier = all.find((ticket) => ticket.customer.email === person?.customer.email.replace("+magazin", ""));
  expect(earlier?.customer.name).toBe(person?.customer.name);
});
