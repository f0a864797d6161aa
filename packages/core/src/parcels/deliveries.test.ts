import type { AskonceEvent } from "@askonce/spec";
import type { FakeOrder } from "@askonce/testkit/shop-data";
import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { scriptedCarrier } from "../testing/scripted-carrier.ts";
import { type StorefrontInstance, storefrontInstance } from "../testing/storefront-instance.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** An order of this morning with one parcel that only has a label, and a courier that has not scanned it. */
async function sentOrder(promisedInMs: number | null = 2 * dayMs) {
  const carrier = scriptedCarrier();
  const events: AskonceEvent[] = [];
  const instance = storefrontInstance({ carriers: [carrier.adapter] });
  instance.askonce.on("*", (event) => {
    events.push(event);
  });
  const order = instance.shop.orders.find((one) => one.parcels.length === 1 && one.status !== "cancelled") as FakeOrder;
  const [parcel] = order.parcels;
  if (!parcel) throw new Error("the generated shop has no parcel");
  const now = instance.clock.now();
  const at = (ms: number) => new Date(now + ms).toISOString();
  instance.memory.updateOrder(order.id, {
    placedAt: at(-hourMs),
    updatedAt: at(0),
    parcels: [
      {
        ...parcel,
        carrier: "Scripted",
        shippedAt: at(0),
        deliveredAt: null,
        estimatedAt: null,
        promisedAt: promisedInMs === null ? null : at(promisedInMs),
        events: [],
      },
    ],
  });
  const ref = instance.memory.ref(order.id);
  const refresh = async () => {
    await instance.askonce.drain();
    return instance.askonce.orders.get(ref, systemCaller);
  };
  const pass = async (ms: number) => {
    instance.clock.advance(ms);
    return refresh();
  };
  await instance.askonce.orders.refresh(ref, systemCaller);
  return { instance, carrier, order, ref, number: parcel.trackingNumber, refresh, pass, events, start: now };
}

const kinds = (events: readonly AskonceEvent[]) =>
  events.map((event) => event.type).filter((type) => /^(incident|promise|parcel)\./.test(type));

describe("a parcel that is late", () => {
  it("is noticed when its promise has passed, once, and is over when it arrives", async () => {
    const { carrier, number, pass, refresh, events, start } = await sentOrder();
    carrier.scan(number, start + hourMs, "handed_over");
    let order = await pass(2 * hourMs);
    expect(order.order.parcels[0]).toMatchObject({ status: "handed_over", trackingNumber: number });
    expect(order.delivery.parcels[0]).toMatchObject({
      lateness: { state: "on_time" },
      sources: expect.arrayContaining([expect.objectContaining({ source: "scripted", by: "carrier", status: "handed_over" })]),
    });
    expect(order.delivery.promises).toEqual([expect.objectContaining({ source: "checkout", shownToBuyer: true, state: "open" })]);

    carrier.scan(number, start + 26 * hourMs, "in_transit");
    order = await pass(28 * hourMs);
    expect(order.delivery.parcels[0]?.lateness).toMatchObject({ state: "at_risk", risk: "not_on_the_van" });
    expect(order.delivery.incidents).toEqual([]);

    order = await pass(20 * hourMs);
    expect(order.delivery.parcels[0]?.lateness.state).toBe("late");
    expect(order.delivery.incidents).toEqual([expect.objectContaining({ kind: "late", state: "open", severity: 2 })]);
    expect(order.delivery.promises[0]).toMatchObject({ state: "broken" });
    expect(kinds(events)).toEqual(expect.arrayContaining(["promise.created", "promise.settled", "incident.opened", "parcel.delayed"]));

    await refresh();
    order = await refresh();
    expect(order.delivery.incidents).toHaveLength(1);

    carrier.scan(number, start + 60 * hourMs, "out_for_delivery");
    carrier.scan(number, start + 62 * hourMs, "delivered");
    order = await pass(14 * hourMs);
    expect(order.order.parcels[0]?.status).toBe("delivered");
    expect(Date.parse(order.order.parcels[0]?.deliveredAt ?? "")).toBe(start + 62 * hourMs);
    expect(order.delivery.parcels[0]?.lateness).toMatchObject({ state: "delivered_late", lateByMs: 14 * hourMs });
    expect(order.delivery.incidents).toEqual([expect.objectContaining({ kind: "late", state: "resolved", closedBecause: "delivered" })]);
    expect(kinds(events)).toContain("incident.closed");
  });

  it("is never called late without a promise", async () => {
    const { carrier, number, pass, start } = await sentOrder(null);
    carrier.scan(number, start + hourMs, "handed_over");
    const order = await pass(2 * dayMs);
    expect(order.delivery.parcels[0]?.lateness.state).toBe("unknown_promise");
    expect(order.delivery.incidents).toEqual([]);
  });

  it("keeps the first promise the buyer saw as its measure, beside what the courier booked", async () => {
    const { carrier, number, pass, start } = await sentOrder();
    carrier.scan(number, start + hourMs, "handed_over", { booked: "2026-11-27" });
    const order = await pass(3 * dayMs);
    expect(order.delivery.promises.map(({ source, dueDate }) => [source, dueDate])).toEqual([
      ["checkout", null],
      ["carrier", "2026-11-27"],
    ]);
    expect(order.delivery.parcels[0]?.lateness).toMatchObject({ state: "late", promiseId: order.delivery.promises[0]?.id });
  });
});

describe("asking couriers", () => {
  it("asks as seldom as the courier wants, and no more when it is over", async () => {
    const { carrier, number, pass, refresh, start } = await sentOrder();
    await refresh();
    await refresh();
    expect(carrier.asked).toEqual([number]);
    carrier.scan(number, start, "delivered");
    await pass(16 * 60_000);
    expect(carrier.asked).toHaveLength(2);
    for (let day = 0; day < 10; day++) await pass(dayMs);
    // Once more a day later, because couriers take deliveries back.
    expect(carrier.asked).toHaveLength(3);
  });

  it("goes on asking about a number that the courier has given out before", async () => {
    const { carrier, number, pass, start } = await sentOrder();
    carrier.scan(number, start - 400 * dayMs, "delivered");
    let order = await pass(hourMs);
    expect(order.order.parcels[0]?.status).not.toBe("delivered");
    expect(order.delivery.parcels[0]?.uncounted).toEqual([{ checkpointId: expect.any(String), reason: "before_order" }]);
    await pass(20 * hourMs);
    carrier.scan(number, start + 22 * hourMs, "in_transit");
    order = await pass(10 * hourMs);
    expect(order.order.parcels[0]?.status).toBe("in_transit");
  });

  it("leaves a courier alone that asks for it, and shows what was known with the reason", async () => {
    const { carrier, number, pass, start } = await sentOrder();
    carrier.scan(number, start + hourMs, "in_transit");
    await pass(2 * hourMs);
    carrier.fail("ADAPTER_RATE_LIMITED", 2 * hourMs);
    await pass(4 * hourMs);
    const before = carrier.asked.length;
    const order = await pass(hourMs);
    expect(carrier.asked).toHaveLength(before);
    expect(order.order.parcels[0]?.status).toBe("in_transit");
    expect(order.delivery.parcels[0]?.sources).toContainEqual(
      expect.objectContaining({ source: "scripted", problem: "ADAPTER_RATE_LIMITED" }),
    );
    carrier.fail(null);
    await pass(3 * hourMs);
    expect(carrier.asked.length).toBeGreaterThan(before);
  });

  it("keeps what the courier said when the shop changes its order", async () => {
    const { instance, carrier, order, number, pass, refresh, start } = await sentOrder();
    carrier.scan(number, start + hourMs, "out_for_delivery");
    await pass(2 * hourMs);
    instance.memory.updateOrder(order.id, { status: "completed", updatedAt: new Date(instance.clock.now()).toISOString() });
    await instance.askonce.orders.refresh(instance.memory.ref(order.id), systemCaller);
    const after = await refresh();
    expect(after.order.parcels[0]).toMatchObject({ status: "out_for_delivery" });
  });
});

describe("an instance without couriers", () => {
  it("still measures what the storefront says, and asks nobody", async () => {
    const instance: StorefrontInstance = storefrontInstance({ orders: 120 });
    await instance.askonce.sync.backfill("memory");
    await instance.askonce.drain();
    const late = instance.shop.orders.find((one) => one.scenario === "late");
    if (!late) throw new Error("no late order");
    const order = await instance.askonce.orders.get(instance.memory.ref(late.id), systemCaller);
    expect(order.delivery.parcels[0]?.lateness.state).toMatch(/^(late|very_late)$/);
    expect(order.delivery.incidents.map((incident) => incident.kind)).toContain("late");
    expect(order.delivery.parcels[0]?.nextCheckAt).toBeNull();
  });
});

describe("an order that cannot be looked at", () => {
  it("does not keep the others from it, and is looked at again later", async () => {
    const { instance, carrier, number, pass, refresh, start } = await sentOrder();
    const { askonce, memory, shop, clock } = instance;
    const other = shop.orders.find((one) => one.parcels.length > 0 && one.parcels[0]?.trackingNumber !== number);
    const [parcel] = other?.parcels ?? [];
    if (!other || !parcel) throw new Error("no other order");
    const at = new Date(clock.now()).toISOString();
    memory.updateOrder(other.id, {
      placedAt: at,
      updatedAt: at,
      parcels: [{ ...parcel, carrier: "Scripted", trackingNumber: "BROKEN-1", deliveredAt: null, events: [] }],
    });
    await askonce.orders.refresh(memory.ref(other.id), systemCaller);
    carrier.scan("BROKEN-1", start + hourMs, "in_transit");
    carrier.breakContract("BROKEN-1", true);
    carrier.scan(number, start + hourMs, "in_transit");
    await pass(4 * hourMs);
    expect((await refresh()).order.parcels[0]?.status).toBe("in_transit");
    expect((await askonce.orders.get(memory.ref(other.id), systemCaller)).order.parcels[0]?.status).not.toBe("in_transit");
    carrier.breakContract("BROKEN-1", false);
    await pass(20 * hourMs);
    await pass(2 * hourMs);
    expect((await askonce.orders.get(memory.ref(other.id), systemCaller)).order.parcels[0]?.status).toBe("in_transit");
  });
});

describe("promises of people", () => {
  it("are kept, taken back, or broken when their moment passes", async () => {
    const { instance, ref, pass, refresh, start } = await sentOrder();
    const { askonce } = instance;
    const at = (ms: number) => new Date(start + ms).toISOString();
    const make = (kind: "reply" | "refund" | "callback", ms: number) =>
      askonce.deliveries.promise({ orderRef: ref, kind, dueAt: at(ms) }, systemCaller);
    const [kept, withdrawn, forgotten] = [await make("refund", dayMs), await make("reply", dayMs), await make("callback", 3 * hourMs)];
    await askonce.deliveries.settlePromise(kept.id, "kept", systemCaller);
    await askonce.deliveries.settlePromise(withdrawn.id, "withdrawn", systemCaller);
    await expect(askonce.deliveries.settlePromise(kept.id, "withdrawn", systemCaller)).rejects.toMatchObject({ code: "PROMISE_SETTLED" });
    await expect(askonce.deliveries.settlePromise("prm_none", "kept", systemCaller)).rejects.toMatchObject({ code: "PROMISE_NOT_FOUND" });
    const states = async (entry: Awaited<ReturnType<typeof refresh>>) =>
      entry.delivery.promises.filter((promise) => promise.source === "agent").map((promise) => [promise.kind, promise.state]);
    expect(await states(await refresh())).toEqual([
      ["refund", "kept"],
      ["reply", "withdrawn"],
      ["callback", "open"],
    ]);
    expect(await states(await pass(3 * hourMs + 1000))).toContainEqual(["callback", "broken"]);
    expect(forgotten.shownToBuyer).toBe(true);
  });

  it("are made by the answer that a guest reads, once", async () => {
    const { instance, order, refresh, pass } = await sentOrder();
    await pass(4 * dayMs);
    const ask = () => instance.request("POST", "/order-lookup/where-is", { number: order.number, email: order.email, language: "en" });
    const answer = await (await ask()).json();
    expect(answer.nextStep).toMatchObject({ kind: "write", by: expect.any(String) });
    await ask();
    const { delivery } = await refresh();
    expect(delivery.promises.filter((promise) => promise.source === "holding_reply")).toEqual([
      expect.objectContaining({ kind: "reply", state: "open", dueAt: new Date(answer.nextStep.by).toISOString() }),
    ]);
  });
});

describe("a parcel that an agent writes down", () => {
  it("is tracked like the others, and stays when the storefront lists its own", async () => {
    const { instance, carrier, ref, order, pass, refresh, start } = await sentOrder();
    const { askonce, memory, clock } = instance;
    const added = await askonce.deliveries.addParcel({ orderRef: ref, carrier: "Scripted", trackingNumber: "HAND-0001" }, systemCaller);
    expect(added.order.parcels).toHaveLength(2);
    await expect(
      askonce.deliveries.addParcel({ orderRef: ref, carrier: "Scripted", trackingNumber: "hand 0001" }, systemCaller),
    ).rejects.toMatchObject({ code: "PARCEL_KNOWN" });
    carrier.scan("HAND-0001", start + hourMs, "delivered");
    await pass(5 * hourMs);
    memory.updateOrder(order.id, { customerNote: "Ring twice", updatedAt: new Date(clock.now()).toISOString() });
    await askonce.orders.refresh(ref, systemCaller);
    const after = await refresh();
    const byHand = after.order.parcels.find((parcel) => parcel.source === "agent");
    expect(byHand).toMatchObject({ trackingNumber: "HAND-0001", status: "delivered" });
    expect(after.delivery.parcels.map((parcel) => parcel.sources.map((source) => source.source).sort())).toContainEqual([
      "agent",
      "scripted",
    ]);
  });

  it("can be asked about now, and a courier that fails is shown as failing", async () => {
    const { instance, carrier, ref, number, start } = await sentOrder();
    carrier.scan(number, start, "out_for_delivery");
    const tracked = await instance.askonce.deliveries.track(ref, systemCaller);
    expect(tracked.order.parcels[0]?.status).toBe("out_for_delivery");
    const asked = carrier.asked.length;
    await instance.askonce.deliveries.track(ref, systemCaller);
    expect(carrier.asked, "asked just now is as good").toHaveLength(asked);
    instance.clock.advance(2 * hourMs);
    carrier.fail("ADAPTER_UNAVAILABLE");
    const failing = await instance.askonce.deliveries.track(ref, systemCaller);
    expect(failing.delivery.parcels[0]?.sources).toContainEqual(
      expect.objectContaining({ source: "scripted", problem: "ADAPTER_UNAVAILABLE" }),
    );
    expect(failing.order.parcels[0]?.status).toBe("out_for_delivery");
  });
});
