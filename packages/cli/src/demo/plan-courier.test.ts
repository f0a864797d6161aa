import { expect, test } from "vitest";
import { inventDemo } from "./invent-demo.ts";

const fiveHoursMs = 5 * 3_600_000;

test.each(["2026-11-22T03:00:00.000Z", "2026-12-28T22:10:00.000Z", "2027-03-31T12:00:00.000Z"])(
  "every script gets an order that was there before it and that no ticket is about (%s)",
  async (now) => {
    const { shops, tickets, courier } = await inventDemo(now);
    const { orders } = shops.woocommerce;
    expect(courier.parcels.map(({ script }) => script)).toEqual(expect.arrayContaining(["late", "lost", "stalled", "damaged", "on_time"]));
    expect(courier.parcels).toHaveLength(13);
    expect(new Set(courier.parcels.map(({ trackingNumber }) => trackingNumber)).size).toBe(13);
    const written = new Set(tickets.flatMap((one) => one.tickets.map((ticket) => ticket.about.orderNumber)));
    for (const { orderNumber, trackingNumber, handedOverAt } of courier.parcels) {
      expect(written.has(orderNumber)).toBe(false);
      const order = orders.find((one) => one.number === orderNumber);
      expect(Date.parse(order?.placedAt ?? "") + fiveHoursMs).toBeLessThanOrEqual(Date.parse(handedOverAt));
      expect(order?.parcels).toHaveLength(1);
      expect(order?.parcels[0]).toMatchObject({ carrier: "Sameday", trackingNumber, deliveredAt: null });
      expect(order?.notes.some((note) => /FAN Courier|Cargus|GLS|DPD/.test(note.text))).toBe(false);
    }
    expect(courier.parcels.find(({ script }) => script === "damaged")?.orderNumber).toBe(courier.damagedOrder);
    // The guest's report makes the ninetieth.
    expect(tickets.map((one) => one.tickets.length)).toEqual([49, 40]);
  },
);
