import type { FakeOrder } from "@askonce/testkit/shop-data";
import { describe, expect, it } from "vitest";
import type { AskonceOptions } from "../askonce.ts";
import { systemCaller } from "../caller.ts";
import { scriptedCarrier } from "../testing/scripted-carrier.ts";
import { storefrontInstance } from "../testing/storefront-instance.ts";

const hourMs = 3_600_000;

/** An order whose parcel misses its day. The clock stands at eleven in the morning of Bucharest. */
async function lateOrder(outreach: AskonceOptions["outreach"]) {
  const carrier = scriptedCarrier();
  const instance = storefrontInstance({ carriers: [carrier.adapter], ...(outreach ? { outreach } : {}) });
  const order = instance.shop.orders.find((one) => one.parcels.length === 1 && one.status !== "cancelled") as FakeOrder;
  const now = instance.clock.now();
  const at = (ms: number) => new Date(now + ms).toISOString();
  const [parcel] = order.parcels;
  if (!parcel) throw new Error("no parcel");
  instance.memory.updateOrder(order.id, {
    placedAt: at(-hourMs),
    updatedAt: at(0),
    parcels: [
      { ...parcel, carrier: "Scripted", shippedAt: at(0), deliveredAt: null, estimatedAt: null, promisedAt: at(24 * hourMs), events: [] },
    ],
  });
  const ref = instance.memory.ref(order.id);
  await instance.askonce.orders.refresh(ref, systemCaller);
  carrier.scan(parcel.trackingNumber, now + hourMs, "in_transit");
  const pass = async (ms: number) => {
    instance.clock.advance(ms);
    await instance.askonce.drain();
    await instance.askonce.drain();
  };
  const told = async () => {
    const { items } = await instance.askonce.tickets.list({ tag: "outreach", limit: 50 }, systemCaller);
    return items;
  };
  return { instance, carrier, order, ref, number: parcel.trackingNumber, pass, told, start: now };
}

describe("telling a customer before they ask", () => {
  it("happens once for a late parcel, in their language, with a promise that is kept", async () => {
    const { instance, carrier, ref, number, pass, told, order, start } = await lateOrder({ policy: { holdOutShare: 0 } });
    await pass(2 * hourMs);
    expect(await told()).toEqual([]);
    await pass(24 * hourMs);
    const [ticket, ...more] = await told();
    expect(more).toEqual([]);
    expect(ticket).toMatchObject({ status: "resolved", lastMessageDirection: "outbound" });
    const { items: messages } = await instance.askonce.tickets.messages(ticket?.id ?? "", { limit: 10 }, systemCaller);
    expect(messages.map((message) => [message.direction, message.author.kind])).toEqual([["outbound", "system"]]);
    expect(messages[0]?.text).not.toMatch(/[{}]|undefined/);
    const { delivery } = await instance.askonce.orders.get(ref, systemCaller);
    const incident = delivery.incidents.find((one) => one.kind === "late");
    expect(incident?.ticketIds).toEqual([ticket?.id]);
    expect(delivery.promises.map((promise) => promise.source)).toContain("outreach");
    const context = await instance.askonce.context.read(ticket?.id ?? "", systemCaller);
    expect(context.order?.order.number).toBe(order.number);

    await pass(hourMs);
    await pass(hourMs);
    expect(await told()).toHaveLength(1);
    carrier.scan(number, start + 40 * hourMs, "delivered");
    await pass(20 * hourMs);
    expect((await instance.askonce.tickets.messages(ticket?.id ?? "", { limit: 10 }, systemCaller)).items.length).toBeLessThanOrEqual(2);
  });

  it("does not happen while the customer's ticket is open", async () => {
    const { instance, order, pass, told } = await lateOrder({ policy: { holdOutShare: 0 } });
    await instance.askonce.tickets.create(
      { subject: "Where is it", customer: { email: order.email }, message: { text: `Where is order ${order.number}?` } },
      systemCaller,
    );
    await pass(26 * hourMs);
    expect(await told()).toEqual([]);
  });

  it("waits for the morning where the customer is", async () => {
    const { pass, told, start, instance } = await lateOrder({ policy: { holdOutShare: 0, quietHours: { from: "09:00", until: "18:00" } } });
    await pass(26 * hourMs);
    expect(await told()).toEqual([]);
    // 13:00 in Bucharest; at 18:00 the quiet is over.
    expect(instance.clock.now()).toBe(start + 26 * hourMs);
    await pass(5 * hourMs + 60_000);
    expect(await told()).toHaveLength(1);
  });

  it("leaves out those who are held out, and never begins without being asked for", async () => {
    const heldOut = await lateOrder({ policy: { holdOutShare: 1 } });
    await heldOut.pass(26 * hourMs);
    expect(await heldOut.told()).toEqual([]);
    const silent = await lateOrder(undefined);
    await silent.pass(26 * hourMs);
    expect(await silent.told()).toEqual([]);
  });

  it("is given up by a plugin's veto, and tried again when the application's own answer fails; nothing else waits for it", async () => {
    const vetoed = await lateOrder({ policy: { holdOutShare: 0 } });
    const decided: unknown[] = [];
    vetoed.instance.askonce.on("outreach.decided", (event) => {
      decided.push([event.data.decision, event.data.reason]);
    });
    const stop = vetoed.instance.askonce.before("message.create", () => {
      throw new Error("not today");
    });
    await vetoed.pass(26 * hourMs);
    stop();
    await vetoed.pass(hourMs);
    expect(await vetoed.told()).toEqual([]);
    expect(decided).toEqual([["silent", "vetoed"]]);

    let asked = 0;
    const failing = await lateOrder({
      policy: { holdOutShare: 0 },
      consent: async () => {
        asked++;
        if (asked === 1) throw new Error("the consent service is away");
        return "granted";
      },
    });
    await failing.pass(26 * hourMs);
    expect(await failing.told()).toEqual([]);
    await failing.pass(20 * 60_000);
    expect(await failing.told()).toHaveLength(1);
  });

  it("is silent about what was late long before the shop was connected", async () => {
    const carrier = scriptedCarrier();
    const instance = storefrontInstance({ carriers: [carrier.adapter], outreach: { policy: { holdOutShare: 0 } } });
    const order = instance.shop.orders.find((one) => one.parcels.length === 1 && one.status !== "cancelled") as FakeOrder;
    const [parcel] = order.parcels;
    if (!parcel) throw new Error("no parcel");
    const at = (ms: number) => new Date(instance.clock.now() + ms).toISOString();
    const sent = { ...parcel, carrier: "Scripted", shippedAt: at(-10 * 24 * hourMs), deliveredAt: null, estimatedAt: null, events: [] };
    instance.memory.updateOrder(order.id, {
      placedAt: at(-11 * 24 * hourMs),
      updatedAt: at(0),
      parcels: [{ ...sent, promisedAt: at(-8 * 24 * hourMs) }],
    });
    carrier.scan(parcel.trackingNumber, instance.clock.now() - 9 * 24 * hourMs, "in_transit");
    const ref = instance.memory.ref(order.id);
    await instance.askonce.orders.refresh(ref, systemCaller);
    for (let round = 0; round < 3; round++) await instance.askonce.drain();
    const { delivery } = await instance.askonce.orders.get(ref, systemCaller);
    expect(delivery.incidents.map((incident) => incident.kind)).toContain("late");
    expect((await instance.askonce.tickets.list({ tag: "outreach", limit: 5 }, systemCaller)).items).toEqual([]);
  });
});
