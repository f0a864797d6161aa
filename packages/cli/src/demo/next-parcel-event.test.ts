import { generateShop } from "@askonce/testkit/shop-data";
import { expect, test } from "vitest";
import { nextParcelEvent, withParcelEvent } from "./next-parcel-event.ts";

test("every parcel under way arrives in a few steps, then rests; nothing else of the order changes", () => {
  const shop = generateShop({ seed: 8, orders: 120, now: "2026-11-21T10:00:00.000Z" });
  let moved = 0;
  for (const start of shop.orders.filter((order) => order.parcels.length > 0)) {
    let order = start;
    let now = Date.parse(shop.now);
    for (let step = 0; ; step += 1) {
      const parcel = order.parcels[0];
      const event = parcel ? nextParcelEvent(order, parcel, now) : null;
      if (event === null) break;
      expect(step).toBeLessThan(5);
      order = withParcelEvent(order, 0, event);
      expect(order.updatedAt).toBe(event.at);
      now += 10_000;
      moved += 1;
    }
    const last = order.parcels[0]?.events.at(-1)?.status;
    if (order !== start)
      expect({ last, delivered: order.parcels[0]?.deliveredAt !== null }).toEqual({ last: "delivered", delivered: true });
    expect(order.parcels.slice(1)).toEqual(start.parcels.slice(1));
    expect({ ...order, parcels: [], updatedAt: "" }).toEqual({ ...start, parcels: [], updatedAt: "" });
  }
  expect(moved).toBeGreaterThan(20);
});
