import type { FakeShop } from "@askonce/testkit/shop-data";

/** What the receiving side knows of the shop: everything about an order comes with its webhook. */
export const emptyShop: FakeShop = {
  name: "Shop",
  currency: "RON",
  timeZone: "Europe/Bucharest",
  now: "2026-11-20T09:00:00.000Z",
  customers: [],
  orders: [],
};
