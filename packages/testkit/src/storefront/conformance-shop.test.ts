import { describe, expect, it } from "vitest";
import { orderRefundedMinor, orderTotalMinor } from "../shop-data/money.ts";
import { conformanceShop } from "./conformance-shop.ts";
import { conformanceNow, conformancePageSize } from "./session.ts";

const { shop, orders, guestOrder, sameEmailOrders, missingId } = conformanceShop();

describe("conformanceShop", () => {
  it("is the same each time, and nobody shares it", () => {
    const again = conformanceShop();
    expect(again.shop).toEqual(shop);
    expect(again.shop.orders[0]).not.toBe(shop.orders[0]);
  });

  it("has unique ids, numbers, tracking numbers and change times", () => {
    const lists: (string | number)[][] = [
      shop.orders.map((order) => order.id),
      shop.orders.map((order) => order.number),
      shop.orders.map((order) => order.updatedAt),
      shop.orders.flatMap((order) => order.items.map((item) => item.id)),
      shop.orders.flatMap((order) => order.parcels.map((parcel) => parcel.trackingNumber)),
    ];
    for (const list of lists) expect(new Set<string | number>(list).size).toBe(list.length);
    expect(shop.orders.some((order) => order.id === missingId)).toBe(false);
  });

  it("keeps time in order: placed, shipped, scanned, changed, now", () => {
    for (const order of shop.orders) {
      const parcelTimes = order.parcels.flatMap((parcel) => [parcel.shippedAt, ...parcel.events.map((event) => event.at)]);
      const happened = [...parcelTimes, ...order.refunds.map((refund) => refund.at), ...order.notes.map((note) => note.at)];
      for (const at of happened) {
        expect(Date.parse(at)).toBeGreaterThanOrEqual(Date.parse(order.placedAt));
        expect(Date.parse(at)).toBeLessThanOrEqual(Date.parse(order.updatedAt));
      }
      expect(Date.parse(order.updatedAt)).toBeLessThanOrEqual(Date.parse(conformanceNow));
    }
    const placed = shop.orders.map((order) => Date.parse(order.placedAt));
    expect(placed).toEqual([...placed].sort((a, b) => a - b));
  });

  it("has sums that fit: parcels within the order, refunds within the total, the exchange without a rest", () => {
    for (const order of shop.orders) {
      expect(orderRefundedMinor(order)).toBeLessThanOrEqual(orderTotalMinor(order));
      for (const item of order.items) {
        const sent = order.parcels.flatMap((parcel) => parcel.items).filter((line) => line.itemId === item.id);
        expect(sent.reduce((sum, line) => sum + line.quantity, 0)).toBeLessThanOrEqual(item.quantity);
      }
      const lineIds = [...order.parcels, ...order.refunds].flatMap((part) => part.items.map((line) => line.itemId));
      for (const id of lineIds) expect(order.items.map((item) => item.id)).toContain(id);
    }
    expect(orderRefundedMinor(orders["order-refunded-fully"])).toBe(orderTotalMinor(orders["order-refunded-fully"]));
    const foreign = orders["presentment-and-shop-currency"];
    expect(Number.isInteger(orderTotalMinor(foreign) * (foreign.presentment?.rate ?? 0))).toBe(true);
  });

  it("sets the traps that the search cases need", () => {
    expect(shop.orders.filter((order) => order.email === guestOrder.email)).toEqual([guestOrder]);
    expect(shop.orders.some((order) => order.number !== guestOrder.number && order.number.startsWith(guestOrder.number))).toBe(true);
    expect(sameEmailOrders.map((order) => order.customerId)).toEqual([null, null]);
    expect(Date.parse(sameEmailOrders[0].placedAt)).toBeGreaterThan(Date.parse(sameEmailOrders[1].placedAt));
    expect(shop.orders[0]).toEqual(orders["ids-beyond-2-53"]);
    expect(shop.orders.length).toBeGreaterThan(4 * conformancePageSize);
  });
});
