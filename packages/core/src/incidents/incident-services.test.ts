import type { FakeOrder } from "@askonce/testkit/shop-data";
import { describe, expect, it } from "vitest";
import { ownerToken, storefrontInstance } from "../testing/storefront-instance.ts";

const hourMs = 3_600_000;

/** A shop whose parcels of one depot all miss their day. */
async function stormyShop(lateOnes: number) {
  const instance = storefrontInstance({ orders: 200, pageSize: 100 });
  const { shop, memory, clock, askonce } = instance;
  const at = (ms: number) => new Date(clock.now() + ms).toISOString();
  const withParcel = shop.orders.filter((one): one is FakeOrder => one.parcels.length === 1 && one.status !== "cancelled");
  for (const [index, order] of withParcel.entries()) {
    const [parcel] = order.parcels;
    if (!parcel) continue;
    const late = index < lateOnes;
    const scanned = { at: at(-20 * hourMs), status: "inTransit" as const, text: "Depozit", city: "Bacău", countryCode: "RO" };
    memory.updateOrder(order.id, {
      placedAt: at(-60 * hourMs),
      updatedAt: at(0),
      parcels: [
        {
          ...parcel,
          carrier: late ? "Cargus" : `Courier ${index % 7}`,
          shippedAt: at(-40 * hourMs),
          deliveredAt: late ? null : at(-10 * hourMs),
          estimatedAt: null,
          promisedAt: at(late ? hourMs : 30 * hourMs),
          events: late ? [scanned] : [scanned, { ...scanned, at: at(-10 * hourMs), status: "delivered" as const }],
        },
      ],
    });
  }
  await askonce.sync.backfill("memory");
  await askonce.drain();
  return { ...instance, at };
}

describe("incidents", () => {
  it("are listed by page and filter, looked after, and closed by people with a reason", async () => {
    const { askonce, request, clock } = await stormyShop(12);
    clock.advance(2 * hourMs);
    for (let round = 0; round < 5; round++) await askonce.drain();
    const { token, caller } = await ownerToken(askonce);
    if (caller.kind !== "agent") throw new Error("no agent");
    const agent = { id: caller.agentId };
    const get = async (path: string) => (await request("GET", path, undefined, token)).json();
    const first = await get("/incidents?state=active&kind=late&limit=5");
    expect(first.items).toHaveLength(5);
    const second = await get(`/incidents?state=active&kind=late&limit=100&cursor=${encodeURIComponent(first.nextCursor)}`);
    const all = [...first.items, ...second.items];
    expect(all).toHaveLength(12);
    expect(new Set(all.map((one) => one.id)).size).toBe(12);
    const [one] = all;
    const path = `/incidents/${one.id}`;
    expect(await get(path)).toEqual(one);
    const owned = await (await request("PATCH", path, { ownerId: agent.id, ifVersion: one.version }, token)).json();
    expect(owned).toMatchObject({ ownerId: agent.id, version: one.version + 1 });
    expect((await (await request("PATCH", path, { ownerId: null, ifVersion: one.version }, token)).json()).code).toBe("VERSION_CONFLICT");
    expect((await (await request("PATCH", path, { ownerId: "agt_nobody" }, token)).json()).code).toBe("AGENT_NOT_FOUND");
    const closed = await (await request("POST", `${path}/close`, { because: "mistaken", note: "The courier called." }, token)).json();
    expect(closed).toMatchObject({ state: "dismissed", closedBecause: "mistaken" });
    expect(closed.evidence.at(-1)).toMatchObject({ by: "agent", text: "The courier called." });
    // What was dismissed does not come back by the evidence it was dismissed with.
    clock.advance(25 * hourMs);
    for (let round = 0; round < 3; round++) await askonce.drain();
    expect((await get(path)).state).toBe("dismissed");
    expect((await get("/incidents/inc_none")).code).toBe("INCIDENT_NOT_FOUND");
    expect((await request("GET", "/incidents")).status).toBe(401);
  });
});
