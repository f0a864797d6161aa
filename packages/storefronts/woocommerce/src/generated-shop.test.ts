import { orderSchema } from "@askonce/spec";
import { generateShop } from "@askonce/testkit/shop-data";
import { expect, test } from "vitest";
import { openShop } from "../test/shop.ts";

test("every order of a generated shop with all tracking plugins mixed is whole, and its parcels are all found", async () => {
  const shop = generateShop({ seed: 7, orders: 150, now: "2026-11-21T10:00:00Z" });
  const { adapter, context } = openShop({ shop });
  for (const order of shop.orders) {
    const read = await adapter.getOrder(`woocommerce:${order.id}`, context);
    expect(orderSchema.parse(read)).toEqual(read);
    expect(read?.gaps).toEqual([]);
    expect(read?.number).toBe(order.number);
    const numbers = read?.parcels.map(({ trackingNumber }) => trackingNumber).toSorted();
    expect(numbers).toEqual(order.parcels.map(({ trackingNumber }) => trackingNumber).toSorted());
    expect(read?.notes).toHaveLength(order.notes.length);
    expect(read?.refunds).toHaveLength(order.refunds.length);
  }
});
