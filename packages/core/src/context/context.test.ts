import { contextSchema } from "@askonce/spec";
import { conformanceClock } from "@askonce/testkit";
import type { FakeOrder } from "@askonce/testkit/shop-data";
import { describe, expect, it, onTestFinished } from "vitest";
import { systemCaller } from "../caller.ts";
import { ownerToken, type StorefrontInstance, storefrontInstance } from "../testing/storefront-instance.ts";

/** An order of somebody who has no other one, and one of somebody with several. */
function pick(instance: StorefrontInstance, test: (order: FakeOrder, sameEmail: FakeOrder[]) => boolean): FakeOrder {
  const found = instance.shop.orders.find((order) =>
    test(
      order,
      instance.shop.orders.filter((other) => other.email === order.email),
    ),
  );
  if (!found) throw new Error("the generated shop has no such order");
  return found;
}

const write = (instance: StorefrontInstance, email: string, text: string) =>
  instance.askonce.tickets.create({ subject: "Where is it", customer: { email, name: "Somebody" }, message: { text } }, systemCaller);

describe("the context of a ticket", () => {
  it("holds customer, the order with its evidence, parcels and facts, each with source and age", async () => {
    const instance = storefrontInstance();
    const { askonce, memory, clock } = instance;
    await askonce.sync.backfill("memory");
    const order = pick(instance, (one, same) => same.length > 1 && one.parcels.length > 0);
    const ticket = await write(
      instance,
      order.email.toUpperCase().replace("EXAMPLE", "example"),
      `Hello, where is my order #${order.number}?`,
    );
    clock.advance(60_000);
    const context = await askonce.context.read(ticket.id, systemCaller);
    expect(contextSchema.parse(context)).toEqual(context);
    expect(context.order).toMatchObject({
      order: { ref: memory.ref(order.id), number: order.number },
      belongsToCustomer: true,
      provenance: { source: "memory", ageMs: 60_000 },
    });
    expect(context.order?.evidence[0]).toMatchObject({
      kind: "orderNumber",
      detail: expect.stringContaining(order.number),
      messageId: expect.stringMatching(/^msg_/),
    });
    expect(context.order?.order.parcels.map((parcel) => parcel.trackingNumber)).toEqual(
      order.parcels.map((parcel) => parcel.trackingNumber),
    );
    expect(context.customer?.ordersCount).toBe(instance.shop.orders.filter((one) => one.email === order.email).length);
    expect(context.otherOrdersCount).toBe((context.customer?.ordersCount ?? 0) - 1);
    const keys = context.facts.map((fact) => `${fact.source.kind} ${fact.key}`);
    expect(keys).toContain("message orderNumber");
    expect(keys).toContain("parcel trackingNumber");
    expect(keys).toContain("order shippingAddress");
    expect(context.facts.every((fact) => fact.ageMs >= 0)).toBe(true);
    expect(context.sources).toEqual([expect.objectContaining({ adapterId: "memory", state: "complete" })]);
  });

  it("does not guess when two orders are named, and offers both", async () => {
    const instance = storefrontInstance();
    await instance.askonce.sync.backfill("memory");
    const first = pick(instance, (_, same) => same.length > 1);
    const second = instance.shop.orders.find((one) => one.email === first.email && one.id !== first.id);
    const ticket = await write(instance, first.email, `Orders ${first.number} and order ${second?.number} are missing`);
    const context = await instance.askonce.context.read(ticket.id, systemCaller);
    expect(context.order).toBeNull();
    expect(context.candidates.map((candidate) => candidate.number).sort()).toEqual([first.number, second?.number].sort());
  });

  it("knows the customer's own order by its number without the shop's prefix, and nobody else's", async () => {
    const instance = storefrontInstance({
      wrap: (adapter) => {
        const { changes } = adapter;
        if (!changes) return adapter;
        const prefixed = <Found extends { number: string }>(order: Found): Found => ({ ...order, number: `RO-${order.number}` });
        return {
          ...adapter,
          findOrders: async () => ({ orders: [], gaps: [] }),
          getOrder: async (ref, context) => {
            const order = await adapter.getOrder(ref, context);
            return order && prefixed(order);
          },
          changes: {
            ...changes,
            list: async (request, context) => {
              const page = await changes.list(request, context);
              return { ...page, snapshots: page.snapshots.map((one) => ({ ...one, order: prefixed(one.order) })) };
            },
          },
        };
      },
    });
    await instance.askonce.sync.backfill("memory");
    const order = pick(instance, (_, same) => same.length > 1);
    const own = await write(instance, order.email, `Where is order ${order.number}?`);
    expect((await instance.askonce.context.read(own.id, systemCaller)).order).toMatchObject({
      order: { number: `RO-${order.number}` },
      evidence: expect.arrayContaining([expect.objectContaining({ kind: "orderNumber" })]),
    });
    const stranger = await write(instance, "stranger@example.test", `Where is order ${order.number}?`);
    expect(await instance.askonce.context.read(stranger.id, systemCaller)).toMatchObject({ order: null, candidates: [] });
  });

  it("shows nothing of an order that belongs to somebody else, although its number was named", async () => {
    const instance = storefrontInstance();
    await instance.askonce.sync.backfill("memory");
    const theirs = pick(instance, (one) => one.parcels.length > 0);
    const ticket = await write(instance, "stranger@example.test", `order ${theirs.number}, AWB ${theirs.parcels[0]?.trackingNumber}`);
    const context = await instance.askonce.context.read(ticket.id, systemCaller);
    expect(context.order).toBeNull();
    expect(context.otherOrders).toEqual([]);
    expect(context.candidates).toEqual([expect.objectContaining({ number: theirs.number, belongsToCustomer: false })]);
    const text = JSON.stringify(context);
    for (const secret of [
      theirs.email,
      theirs.shippingAddress.line1,
      theirs.shippingAddress.lastName,
      ...theirs.items.map((item) => item.name),
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  it("takes the only open order when nothing is named, and says why", async () => {
    const instance = storefrontInstance({ orders: 120 });
    await instance.askonce.sync.backfill("memory");
    const order = pick(instance, (one, same) => same.length === 1 && one.scenario === "late");
    const ticket = await write(instance, order.email, "Hello? Nothing came.");
    const context = await instance.askonce.context.read(ticket.id, systemCaller);
    expect(context.order).toMatchObject({ order: { number: order.number }, evidence: [{ kind: "onlyOpenOrder" }] });
  });

  it("does not take an open order that was placed after everything in the ticket", async () => {
    const { shop } = storefrontInstance({ orders: 120 });
    const order = shop.orders.find(
      (one) => one.scenario === "late" && shop.orders.filter((other) => other.email === one.email).length === 1,
    );
    if (!order) throw new Error("the generated shop has no such order");
    const clock = conformanceClock(Date.parse(order.placedAt) - 3_600_000);
    onTestFinished(() => clock.stop());
    const instance = storefrontInstance({ orders: 120, clock });
    await instance.askonce.sync.backfill("memory");
    const ticket = await write(instance, order.email, "Do you have it in blue?");
    clock.advance(2 * 3_600_000);
    const before = await instance.askonce.context.read(ticket.id, systemCaller);
    expect(before.order).toBeNull();
    expect(before.otherOrders.map((other) => other.order.number)).toEqual([order.number]);
    await instance.askonce.tickets.receive(ticket.id, { text: "And when does it come?" }, systemCaller);
    const after = await instance.askonce.context.read(ticket.id, systemCaller);
    expect(after.order).toMatchObject({ order: { number: order.number }, evidence: [{ kind: "onlyOpenOrder" }] });
  });

  it("keeps the only open order when its parcel has arrived", async () => {
    const instance = storefrontInstance({ orders: 120 });
    const { askonce, memory, clock } = instance;
    await askonce.sync.backfill("memory");
    const order = pick(instance, (one, same) => same.length === 1 && one.scenario === "late");
    const ticket = await write(instance, order.email, "Hello? Nothing came.");
    clock.advance(24 * 3_600_000);
    const deliveredAt = new Date(clock.now()).toISOString();
    memory.updateOrder(order.id, {
      status: "completed",
      updatedAt: deliveredAt,
      parcels: order.parcels.map((parcel) => ({
        ...parcel,
        deliveredAt,
        events: [...parcel.events, { at: deliveredAt, status: "delivered" as const, text: "delivered", city: "", countryCode: "RO" }],
      })),
    });
    const { order: delivered } = await askonce.orders.refresh(memory.ref(order.id), systemCaller);
    expect(delivered.parcels.every((parcel) => parcel.status === "delivered")).toBe(true);
    expect((await askonce.context.read(ticket.id, systemCaller)).order?.order.number).toBe(order.number);
    // Whoever writes afterwards, without a number, may mean anything.
    clock.advance(3_600_000);
    const later = await write(instance, order.email, "One more thing");
    expect((await askonce.context.read(later.id, systemCaller)).order).toBeNull();
  });

  it("follows an agent who chooses, rules out, and chooses again", async () => {
    const instance = storefrontInstance();
    const { askonce, memory, request } = instance;
    await askonce.sync.backfill("memory");
    const { token } = await ownerToken(askonce);
    const first = pick(instance, (_, same) => same.length > 2);
    const second = instance.shop.orders.find((one) => one.email === first.email && one.id !== first.id);
    if (!second) throw new Error("no second order");
    const ticket = await write(instance, first.email, `order ${first.number}`);
    const path = `/tickets/${ticket.id}/order`;
    const chosen = await (await request("PUT", path, { orderRef: memory.ref(second.id) }, token)).json();
    expect(chosen.order).toMatchObject({ order: { number: second.number }, evidence: [{ kind: "agent", detail: "Olga" }] });
    const ruledOut = await (await request("POST", `${path}/unlink`, { orderRef: memory.ref(second.id) }, token)).json();
    expect(ruledOut.order.order.number).toBe(first.number);
    const nothing = await (await request("POST", `${path}/unlink`, { orderRef: memory.ref(first.id) }, token)).json();
    expect(nothing.order).toBeNull();
    const again = await (await request("PUT", path, { orderRef: memory.ref(first.id) }, token)).json();
    expect(again.order.order.number).toBe(first.number);
    expect((await request("PUT", path, { orderRef: "memory:none" }, token)).status).toBe(404);
  });

  it("takes a number for the customer's order only if they have that order", async () => {
    const instance = storefrontInstance();
    await instance.askonce.sync.backfill("memory");
    const order = pick(instance, (_, same) => same.length > 1);
    const own = await write(instance, order.email, `any news on ${order.number}?`);
    expect((await instance.askonce.context.read(own.id, systemCaller)).order?.order.number).toBe(order.number);
    const other = await write(instance, "stranger@example.test", `any news on ${order.number}?`);
    const context = await instance.askonce.context.read(other.id, systemCaller);
    expect(context.order).toBeNull();
    expect(context.otherOrders).toEqual([]);
    expect(context.candidates.filter((candidate) => candidate.belongsToCustomer)).toEqual([]);
    const bare = await write(instance, "stranger@example.test", `${order.number} pieces, is that right?`);
    expect((await instance.askonce.context.read(bare.id, systemCaller)).candidates).toEqual([]);
  });

  it("is served at once when it is old, and fifty viewers cause one upstream read", async () => {
    const instance = storefrontInstance();
    const { askonce, memory, clock, calls } = instance;
    await askonce.sync.backfill("memory");
    const order = pick(instance, (one, same) => same.length === 1 && one.parcels.length > 0);
    const ticket = await write(instance, order.email, `order ${order.number}`);
    clock.advance(20 * 60_000);
    const views = await Promise.all(Array.from({ length: 50 }, () => askonce.context.read(ticket.id, systemCaller)));
    // Whoever comes when the read has ended is shown what it brought.
    expect(views[0]?.order?.provenance.stale, "served at once").toBe(true);
    expect(views.filter((view) => view.order?.provenance.stale === true).length).toBeGreaterThan(5);
    await askonce.drain();
    expect(calls.getOrder).toEqual([memory.ref(order.id)]);
    const fresh = await askonce.context.read(ticket.id, systemCaller);
    expect(fresh.order?.provenance).toMatchObject({ stale: false, ageMs: 0 });
  });

  it("finds an order of a minute ago that no webhook told of", async () => {
    const instance = storefrontInstance();
    const order = pick(instance, (one) => one.parcels.length > 0);
    const ticket = await write(instance, order.email, `order ${order.number}`);
    expect((await instance.askonce.context.read(ticket.id, systemCaller)).order).toBeNull();
    await instance.askonce.drain();
    expect((await instance.askonce.context.read(ticket.id, systemCaller)).order?.order.number).toBe(order.number);
    await instance.askonce.context.read(ticket.id, systemCaller);
    await instance.askonce.drain();
    // Once for the number, once for the e-mail, and not again for ten minutes.
    expect(instance.calls.findOrders).toHaveLength(2);
  });

  it("of a ticket without a customer, or of none, is honest", async () => {
    const instance = storefrontInstance();
    const ticket = await instance.askonce.tickets.create({ subject: "?" }, systemCaller);
    expect(await instance.askonce.context.read(ticket.id, systemCaller)).toMatchObject({
      customer: null,
      order: null,
      otherOrders: [],
      otherOrdersCount: 0,
      facts: [],
    });
    await expect(instance.askonce.context.read("tkt_none", systemCaller)).rejects.toMatchObject({ code: "TICKET_NOT_FOUND" });
  });
});
