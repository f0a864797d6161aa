import type { Incident } from "@askonce/spec";
import { contextSchema } from "@askonce/spec";
import { expect, it } from "vitest";
import { createContextOrder, createSeed } from "../__fixtures__/seed.ts";
import { orderContext } from "./order-context.ts";

const nowMs = Date.parse("2026-11-21T10:00:00Z");
const seed = createSeed(nowMs);
const [order] = seed.orders;
const [incident] = seed.deliveries.incidents;

it("makes of an order what the panel shows, and claims nothing about its customer that the order does not say", () => {
  if (!order) throw new Error("the seed has an order");
  const context = orderContext(incident as Incident, createContextOrder(seed, order, [], nowMs), nowMs);
  expect(contextSchema.parse({ ...context, ticket: { ...context.ticket, subject: "x" } })).toMatchObject({
    ticket: { id: "inc_late" },
    customer: { customer: { name: "Ioana Marinescu" }, ordersCount: 1, spent: [], lastOrderAt: null },
    order: { order: { number: "10482" } },
  });
  expect(context.customer?.customer.contactPoints.map((each) => [each.value, each.assurance])).toEqual([
    ["ioana.marinescu@example.ro", "claimed"],
    ["+40 722 555 014", "claimed"],
  ]);
});
