import { describe, expect, test } from "vitest";
import { generateShop } from "./generate-shop.ts";
import { orderRefundedMinor, orderTotalMinor } from "./money.ts";
import { scenarioRules, scenarios } from "./scenarios.ts";
import type { FakeOrder, FakeShop } from "./shop.ts";

const now = "2026-11-21T10:00:00.000Z";
const dayMs = 86_400_000;
const shops: FakeShop[] = [1, 2, 3, 42, 987_654].flatMap((seed) => [
  generateShop({ seed, orders: 400, now }),
  generateShop({ seed, orders: 400, now: "2027-03-01T03:15:00.000Z", currency: "EUR", timeZone: "Europe/Rome", numberPrefix: "IT-" }),
]);

function eachOrder(check: (order: FakeOrder, shop: FakeShop) => void): void {
  let checked = 0;
  for (const shop of shops) {
    for (const order of shop.orders) {
      try {
        check(order, shop);
      } catch (error) {
        throw new Error(`${order.scenario} order ${order.number}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      }
      checked += 1;
    }
  }
  expect(checked).toBe(4000);
}

function expectAscending(instants: (string | null)[]): void {
  const known = instants.flatMap((instant) => instant ?? []);
  for (const instant of known) expect(instant).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(known).toEqual([...known].sort());
}

function expectUnique(values: (string | number)[]): void {
  expect(new Set(values).size).toBe(values.length);
}

function ordersOf(scenario: FakeOrder["scenario"]): { order: FakeOrder; nowMs: number }[] {
  return shops.flatMap((shop) =>
    shop.orders.filter((order) => order.scenario === scenario).map((order) => ({ order, nowMs: Date.parse(shop.now) })),
  );
}

const lastEvent = (order: FakeOrder) => order.parcels.at(-1)?.events.at(-1);

describe("the same seed", () => {
  test("gives the same shop, another seed another one", () => {
    const again = generateShop({ seed: 1, orders: 400, now });
    expect(JSON.stringify(again)).toBe(JSON.stringify(shops[0]));
    expect(JSON.stringify(generateShop({ seed: 5, orders: 400, now }).orders)).not.toBe(JSON.stringify(again.orders));
  });
});

describe("options", () => {
  test("are taken over", () => {
    const shop = generateShop({
      seed: 1,
      orders: 20,
      customers: 7,
      now,
      currency: "EUR",
      timeZone: "Europe/Rome",
      name: "Bottega",
      numberPrefix: "B",
    });
    expect(shop).toMatchObject({ name: "Bottega", currency: "EUR", timeZone: "Europe/Rome", now });
    expect(shop.customers).toHaveLength(7);
    expect(shop.orders.map((order) => order.number).every((number) => /^B\d+$/.test(number))).toBe(true);
  });

  test("may ask for nothing, or for orders without accounts", () => {
    expect(generateShop({ seed: 1, orders: 0, now }).orders).toEqual([]);
    const guestsOnly = generateShop({ seed: 1, orders: 60, customers: 0, now });
    expect(guestsOnly.orders.every((order) => order.customerId === null)).toBe(true);
  });

  test("that make no sense are refused", () => {
    expect(() => generateShop({ seed: 1, orders: -1, now })).toThrow(RangeError);
    expect(() => generateShop({ seed: 1, orders: 1.5, now })).toThrow(RangeError);
    expect(() => generateShop({ seed: 1, orders: 1, now: "soon" })).toThrow(RangeError);
    expect(() => generateShop({ seed: 1, orders: 1, now, currency: "XXX" })).toThrow(RangeError);
  });

  test("fifteen orders are enough for every scenario", () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      expect(new Set(generateShop({ seed, orders: 15, now }).orders.map((order) => order.scenario)).size).toBe(15);
    }
  });
});

describe("a shop of 400 orders", () => {
  test("has every scenario, delivered most often", () => {
    for (const shop of shops) {
      const counts = new Map<string, number>();
      for (const order of shop.orders) counts.set(order.scenario, (counts.get(order.scenario) ?? 0) + 1);
      expect([...counts.keys()].sort()).toEqual([...scenarios].sort());
      for (const count of counts.values()) expect(count).toBeLessThanOrEqual(counts.get("delivered") ?? 0);
    }
  });

  test("has unique ids, numbers, accounts and tracking numbers", () => {
    for (const { orders, customers } of shops) {
      const parcels = orders.flatMap((order) => order.parcels);
      expectUnique(orders.map((order) => order.id));
      expectUnique(orders.map((order) => order.number));
      expectUnique(orders.flatMap((order) => order.items.map((item) => item.id)));
      expectUnique(orders.flatMap((order) => order.refunds.map((refund) => refund.id)));
      expectUnique(orders.flatMap((order) => order.notes.map((note) => note.id)));
      expectUnique(parcels.map((parcel) => parcel.id));
      expectUnique(parcels.map((parcel) => parcel.trackingNumber));
      expectUnique(customers.map((customer) => customer.id));
      expectUnique(customers.map((customer) => customer.email));
      expectUnique(customers.flatMap((customer) => (customer.phone === "" ? [] : customer.phone)));
      expect(orders.some((order) => String(order.id) === order.number)).toBe(false);
    }
  });

  test("counts up from the oldest order to the newest", () => {
    for (const { orders } of shops) {
      expectAscending(orders.map((order) => order.placedAt));
      expect(orders.map((order) => order.id)).toEqual(orders.map((order) => order.id).sort((one, other) => one - other));
    }
  });

  test("has a quarter of guests, some with the address of an account", () => {
    for (const { orders, customers } of shops) {
      const guests = orders.filter((order) => order.customerId === null);
      expect(guests.length / orders.length).toBeGreaterThan(0.17);
      expect(guests.length / orders.length).toBeLessThan(0.36);
      const emails = new Set(customers.map((customer) => customer.email));
      expect(guests.some((order) => emails.has(order.email))).toBe(true);
      expect(guests.some((order) => !emails.has(order.email))).toBe(true);
    }
  });

  test("has regulars, and people whose only order is open", () => {
    for (const { orders, customers } of shops) {
      const byCustomer = customers.map((customer) => orders.filter((order) => order.customerId === customer.id));
      expect(byCustomer.filter((own) => own.length >= 5).length).toBeGreaterThanOrEqual(3);
      const waiting = byCustomer.filter((own) => own.length === 1 && own.every((order) => scenarioRules[order.scenario].open));
      expect(waiting.length).toBeGreaterThanOrEqual(30);
    }
  });

  test("speaks all three languages and reaches five countries", () => {
    for (const { orders } of shops) {
      expect(new Set(orders.map((order) => order.language))).toEqual(new Set(["en", "it", "ro"]));
      expect(new Set(orders.map((order) => order.shippingAddress.countryCode))).toEqual(new Set(["RO", "IT", "GB", "IE", "DE"]));
    }
  });

  test("writes names with their diacritics", () => {
    const lastNames = shops.flatMap((shop) => shop.customers.map((customer) => customer.lastName)).join(" ");
    for (const name of ["Ștefănescu", "D'Amico", "O'Brien"]) expect(lastNames).toContain(name);
  });

  test("mails nobody real and writes phone numbers as E.164", () => {
    eachOrder((order) => {
      expect(order.email).toMatch(/^[a-z0-9.]+@(example\.(com|org|net)|(mail|posta)\.example\.test)$/);
      for (const phone of [order.phone, order.shippingAddress.phone]) expect(phone).toMatch(/^(\+[1-9]\d{8,14})?$/);
    });
  });
});

describe("every order", () => {
  test("belongs to the account it names, which is older than the order", () => {
    eachOrder((order, shop) => {
      if (order.customerId === null) return;
      const customer = shop.customers.find(({ id }) => id === order.customerId);
      expect(customer).toMatchObject({ email: order.email, language: order.language, phone: order.phone });
      expectAscending([customer?.createdAt ?? null, order.placedAt]);
    });
  });

  test("adds up", () => {
    eachOrder((order) => {
      let total = order.shippingMinor - order.discountMinor;
      for (const item of order.items) total += item.quantity * item.unitPriceMinor;
      expect(orderTotalMinor(order)).toBe(total);
      const amounts = [order.shippingMinor, order.discountMinor, order.taxMinor, total, ...order.items.map((item) => item.unitPriceMinor)];
      for (const amount of amounts) {
        expect(Number.isSafeInteger(amount)).toBe(true);
        expect(amount).toBeGreaterThanOrEqual(0);
      }
      expect(total).toBeGreaterThan(0);
      const percent = { RO: 21, IT: 22, GB: 20, IE: 23, DE: 19 }[order.shippingAddress.countryCode] ?? Number.NaN;
      expect(Math.abs(total - order.taxMinor - total / (1 + percent / 100))).toBeLessThanOrEqual(0.51);
      expect(order.discountMinor > 0).toBe(order.discountCode !== null);
      expect(order.items.length).toBeGreaterThan(0);
      for (const item of order.items) expect(item.quantity).toBeGreaterThan(0);
    });
  });

  test("never gives back more than was paid, nor more pieces than were bought", () => {
    eachOrder((order) => {
      expect(orderRefundedMinor(order)).toBeLessThanOrEqual(orderTotalMinor(order));
      if (order.refunds.length > 0) expect(order.paidAt).not.toBeNull();
      for (const refund of order.refunds) {
        expect(refund.amountMinor).toBeGreaterThan(0);
        expect(refund.items.reduce((sum, item) => sum + item.amountMinor, 0)).toBeLessThanOrEqual(refund.amountMinor);
        for (const returned of refund.items) {
          expect(returned.quantity).toBeLessThanOrEqual(order.items.find((item) => item.id === returned.itemId)?.quantity ?? 0);
        }
      }
    });
  });

  test("packs only what was ordered, and no empty parcel", () => {
    eachOrder((order) => {
      const packed = new Map<number, number>();
      for (const parcel of order.parcels) {
        expect(parcel.items.length).toBeGreaterThan(0);
        for (const { itemId, quantity } of parcel.items) {
          expect(quantity).toBeGreaterThan(0);
          packed.set(itemId, (packed.get(itemId) ?? 0) + quantity);
        }
      }
      for (const [itemId, quantity] of packed) {
        expect(quantity).toBeLessThanOrEqual(order.items.find((item) => item.id === itemId)?.quantity ?? 0);
      }
      const bought = order.items.reduce((sum, item) => sum + item.quantity, 0);
      const sent = [...packed.values()].reduce((sum, quantity) => sum + quantity, 0);
      if (order.scenario === "partlyShipped") expect(sent).toBeLessThan(bought);
      else if (order.parcels.length > 0) expect(sent).toBe(bought);
    });
  });

  test("happens in order, and not in the future", () => {
    eachOrder((order, shop) => {
      const cash = order.paymentMethod.code === "cashOnDelivery";
      for (const parcel of order.parcels) {
        const prepaid = cash ? null : order.paidAt;
        expectAscending([
          order.placedAt,
          prepaid,
          parcel.shippedAt,
          ...parcel.events.map((event) => event.at),
          parcel.deliveredAt,
          shop.now,
        ]);
        const last = parcel.events.at(-1);
        expect(parcel.deliveredAt).toBe(last?.status === "delivered" ? last.at : null);
        expect(parcel.events.slice(0, -1).some((event) => event.status === "delivered")).toBe(false);
        if (parcel.promisedAt !== null) expectAscending([parcel.shippedAt, parcel.promisedAt]);
      }
      expectAscending([order.placedAt, order.paidAt, order.cancelledAt, ...order.refunds.map((refund) => refund.at), shop.now]);
      expectAscending([order.placedAt, ...order.notes.map((note) => note.at), shop.now]);
    });
  });

  test("was updated when it last changed", () => {
    eachOrder((order) => {
      const { updatedAt, ...rest } = order;
      const instants = JSON.stringify(rest, (key, value) => (key === "promisedAt" || key === "estimatedAt" ? null : value)).match(
        /\d{4}-\d\d-\d\dT[\d:.]+Z/g,
      );
      expect(updatedAt).toBe([...(instants ?? [])].sort().at(-1));
    });
  });

  test("paid at the door is unpaid until it is delivered", () => {
    const cash = shops.flatMap((shop) => shop.orders).filter((order) => order.paymentMethod.code === "cashOnDelivery");
    expect(cash.some((order) => order.paidAt === null)).toBe(true);
    expect(cash.some((order) => order.paidAt !== null)).toBe(true);
    for (const order of cash) expect(order.paidAt).toBe(order.parcels[0]?.deliveredAt ?? null);
  });

  test("has scans in the language of its destination", () => {
    const delivered = new Map<string, Set<string>>();
    for (const { order } of ordersOf("delivered")) {
      const country = order.shippingAddress.countryCode;
      delivered.set(country, (delivered.get(country) ?? new Set()).add(lastEvent(order)?.text ?? ""));
    }
    expect([...(delivered.get("RO") ?? [])].every((text) => /livrat/i.test(text))).toBe(true);
    expect([...(delivered.get("IT") ?? [])].every((text) => /consegnata/i.test(text))).toBe(true);
    expect([...(delivered.get("GB") ?? [])].every((text) => /delivered/i.test(text))).toBe(true);
    expect([...(delivered.get("DE") ?? [])].every((text) => /zugestellt/i.test(text))).toBe(true);
  });
});

describe("scenarios", () => {
  test("only late and stuck parcels have an open promise in the past", () => {
    eachOrder((order, shop) => {
      const broken = order.parcels.some(
        (parcel) => parcel.deliveredAt === null && parcel.promisedAt !== null && parcel.promisedAt < shop.now,
      );
      if (order.scenario === "late") expect(broken).toBe(true);
      else if (order.scenario !== "stuck") expect(broken).toBe(false);
    });
  });

  test("late: recent scans, not delivered", () => {
    for (const { order, nowMs } of ordersOf("late")) {
      expect(order.parcels.map((parcel) => parcel.deliveredAt)).toEqual([null]);
      expect(nowMs - Date.parse(lastEvent(order)?.at ?? "")).toBeLessThan(2 * dayMs);
    }
  });

  test("stuck: nothing seen for more than six days", () => {
    for (const { order, nowMs } of ordersOf("stuck")) {
      expect(order.parcels.map((parcel) => parcel.deliveredAt)).toEqual([null]);
      expect(nowMs - Date.parse(lastEvent(order)?.at ?? "")).toBeGreaterThan(6 * dayMs);
    }
  });

  test("splitShipment: two or three parcels by different couriers, in different states", () => {
    const all = ordersOf("splitShipment").map(({ order }) => order);
    expect(new Set(all.map((order) => order.parcels.length))).toEqual(new Set([2, 3]));
    for (const order of all) {
      expectUnique(order.parcels.map((parcel) => parcel.carrier));
      expect(new Set(order.parcels.map((parcel) => parcel.deliveredAt === null)).size).toBe(2);
    }
  });

  test("atLocker and attemptFailed: that is the last thing that happened", () => {
    for (const { order } of ordersOf("atLocker")) expect(lastEvent(order)?.status).toBe("readyForPickup");
    for (const { order } of ordersOf("attemptFailed")) expect(lastEvent(order)?.status).toBe("attemptFailed");
  });

  test("atLocker: the parcel waits at a place of its own courier", () => {
    const points = new Map<string, Set<string>>();
    for (const { order } of ordersOf("atLocker")) {
      const carrier = order.parcels[0]?.carrier ?? "";
      expect(lastEvent(order)?.text).toContain(order.shippingAddress.line1);
      points.set(carrier, (points.get(carrier) ?? new Set()).add(order.shippingAddress.line1.split(/[ -]/)[0] ?? ""));
    }
    expect(points.get("Sameday")).toEqual(new Set(["easybox"]));
    expect(points.get("BRT")).toEqual(new Set(["BRT"]));
  });

  test("new and processing: nothing has left yet", () => {
    for (const { order } of [...ordersOf("new"), ...ordersOf("processing"), ...ordersOf("cancelled")]) expect(order.parcels).toEqual([]);
    const states = new Set(ordersOf("new").map(({ order }) => order.status));
    expect(states).toEqual(new Set(["pending", "onHold", "processing", "failed"]));
  });

  test("cancelled: with time and reason, and the money back if it had come in", () => {
    eachOrder((order) => {
      expect(order.cancelledAt !== null).toBe(order.scenario === "cancelled");
      expect(order.cancelReason !== null).toBe(order.scenario === "cancelled");
      expect(order.status === "cancelled").toBe(order.scenario === "cancelled");
      if (order.scenario === "cancelled") expect(orderRefundedMinor(order)).toBe(order.paidAt === null ? 0 : orderTotalMinor(order));
    });
  });

  test("partlyRefunded: less than everything; fullyRefunded: exactly everything", () => {
    for (const { order } of ordersOf("partlyRefunded")) {
      expect(order.refunds.length).toBeGreaterThan(0);
      expect(orderRefundedMinor(order)).toBeLessThan(orderTotalMinor(order));
    }
    for (const { order } of ordersOf("fullyRefunded")) {
      expect(order.status).toBe("refunded");
      expect(orderRefundedMinor(order)).toBe(orderTotalMinor(order));
    }
  });

  test("foreignCurrency: only there the buyer saw another currency", () => {
    eachOrder((order, shop) => {
      expect(order.currency).toBe(shop.currency);
      expect(order.presentment !== null).toBe(order.scenario === "foreignCurrency");
      if (order.presentment === null) return;
      expect(order.presentment.currency).not.toBe(shop.currency);
      expect(order.presentment.rate).toBeGreaterThan(0);
    });
  });
});
