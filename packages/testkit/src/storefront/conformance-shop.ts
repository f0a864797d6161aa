import type { FakeOrder, FakeParcelEvent, FakeShop } from "../shop-data/shop.ts";
import { before, dayMs, diacriticsAddress, everythingIn, hourMs, parcel, plainOrder, registeredCustomer } from "./conformance-parts.ts";
import type { StorefrontScenario } from "./descriptor.ts";
import { conformanceNow } from "./session.ts";

/** The scenarios that stand for one order of the shop. */
export type ShopScenario = Exclude<
  StorefrontScenario,
  "guest-order-by-number-and-email" | "two-orders-same-email" | "order-by-phone" | "order-not-found"
>;

export interface ConformanceShop {
  shop: FakeShop;
  /** Which order stands for which scenario. */
  orders: Readonly<Record<ShopScenario, FakeOrder>>;
  /** A guest's order, alone with its e-mail. Another order's number begins with this one's. */
  guestOrder: FakeOrder;
  /** Two orders of one guest e-mail, newest first. */
  sameEmailOrders: readonly [FakeOrder, FakeOrder];
  /** An id no order has. */
  missingId: number;
}

/**
 * A small shop with one order for each of the suite's scenarios, always the same. Times are relative to {@link conformanceNow}; every
 * order was last changed at another hour. Orders are sorted from the oldest to the newest; the first is `ids-beyond-2-53`.
 *
 * `unknown-status`, `extra-fields`, `missing-optional-fields` and `ids-beyond-2-53` are ordinary orders here: what makes them odd is
 * done in the vendor's own format by the harness.
 */
export function conformanceShop(): ConformanceShop {
  const orders = { ...oddOrders(), ...quietOrders(), ...deliveryOrders(), ...moneyOrders() };
  const guestOrder = guest(31, 9, { number: "2031", email: "bianca.ferri@example.test", phone: "+393331000303" });
  const numberTwin = plainOrder(32, daysAgo(9.5), { number: "20310" });
  const sameEmailOrders = [
    guest(34, 4, { email: "gianni.bertolucci@example.test", phone: "+393331000404" }),
    guest(33, 8, { email: "gianni.bertolucci@example.test", phone: "+393331000404" }),
  ] as const;
  const all = [...Object.values(orders), guestOrder, numberTwin, ...sameEmailOrders];
  const shop: FakeShop = {
    name: "Conformance shop",
    currency: "RON",
    timeZone: "Europe/Bucharest",
    now: conformanceNow,
    customers: [registeredCustomer],
    orders: all.sort((a, b) => Date.parse(a.placedAt) - Date.parse(b.placedAt)),
  };
  return { shop, orders, guestOrder, sameEmailOrders, missingId: 999_001 };
}

function oddOrders(): Pick<ConformanceShop["orders"], "ids-beyond-2-53" | "unknown-status" | "extra-fields" | "missing-optional-fields"> {
  const sparse = { ...diacriticsAddress, company: "", line2: "", province: "", phone: "" };
  return {
    "ids-beyond-2-53": plainOrder(1, daysAgo(30)),
    "unknown-status": plainOrder(2, daysAgo(29)),
    "extra-fields": plainOrder(3, daysAgo(28)),
    "missing-optional-fields": guest(4, 27, { email: "someone@example.test", phone: "", shippingAddress: sparse, billingAddress: sparse }),
  };
}

function quietOrders(): Pick<ConformanceShop["orders"], "unicode-and-diacritics" | "private-notes" | "order-cancelled"> {
  const cancelledAt = daysAgo(11);
  return {
    "unicode-and-diacritics": plainOrder(5, daysAgo(26), {
      customerId: null,
      email: "stefania@example.test",
      phone: diacriticsAddress.phone,
      shippingAddress: diacriticsAddress,
      billingAddress: diacriticsAddress,
      customerNote: "Vă rog sunați înainte. Grazie, è urgente! 🎁 <b>50%</b> & „ghilimele”",
    }),
    "private-notes": plainOrder(6, daysAgo(25), {
      updatedAt: daysAgo(24.5),
      notes: [
        { id: 601, at: daysAgo(24.8), author: "Radu", text: "Customer was rude on the phone, be careful.", visibleToCustomer: false },
        { id: 602, at: daysAgo(24.5), author: "Radu", text: "Your parcel leaves tomorrow.", visibleToCustomer: true },
      ],
    }),
    "order-cancelled": plainOrder(7, daysAgo(12), {
      scenario: "cancelled",
      status: "cancelled",
      updatedAt: cancelledAt,
      cancelledAt,
      cancelReason: "customer",
    }),
  };
}

function deliveryOrders(): Pick<
  ConformanceShop["orders"],
  | "order-delivered"
  | "order-late-in-transit"
  | "order-partly-shipped"
  | "order-split-shipments"
  | "order-at-pickup-point"
  | "order-fulfilled-not-delivered"
> {
  const deliveredAt = daysAgo(17);
  const delivered = parcel(801, daysAgo(19), {
    promisedAt: daysAgo(16),
    estimatedAt: daysAgo(17),
    deliveredAt,
    items: everythingIn(8),
    events: [
      scan("pickedUp", daysAgo(19), "Colet preluat de la expeditor", "București"),
      scan("outForDelivery", before(deliveredAt, 4 * hourMs), "Colet în livrare", "Cluj-Napoca"),
      scan("delivered", deliveredAt, "Colet livrat destinatarului", "Cluj-Napoca"),
    ],
  });
  const late = parcel(901, daysAgo(5), {
    promisedAt: daysAgo(2),
    estimatedAt: daysAgo(1),
    items: everythingIn(9),
    events: [
      scan("pickedUp", daysAgo(5), "Colet preluat de la expeditor", "București"),
      scan("inTransit", daysAgo(0.5), "Colet în depozit", "Sibiu"),
    ],
  });
  const partly = parcel(1001, daysAgo(1), {
    items: [{ itemId: 101, quantity: 1 }],
    events: [scan("inTransit", daysAgo(0.8), "Colet în depozit", "Sibiu")],
  });
  const locker = parcel(1201, daysAgo(3), {
    carrier: "DPD",
    trackingNumber: "DPD0001201",
    items: everythingIn(12),
    events: [
      scan("inTransit", daysAgo(2), "Colet în tranzit", "Sibiu"),
      scan("readyForPickup", daysAgo(0.4), "Coletul vă așteaptă la punctul de ridicare", "Cluj-Napoca"),
    ],
  });
  return {
    "order-delivered": shipped(8, 20, [delivered], { scenario: "delivered", status: "completed", taxMinor: 3_538, updatedAt: deliveredAt }),
    "order-late-in-transit": shipped(9, 6, [late], { scenario: "late", updatedAt: daysAgo(0.5) }),
    "order-partly-shipped": shipped(10, 2, [partly], { scenario: "partlyShipped", status: "processing", updatedAt: daysAgo(0.8) }),
    "order-split-shipments": splitOrder(),
    "order-at-pickup-point": shipped(12, 3.5, [locker], { scenario: "atLocker", updatedAt: daysAgo(0.4) }),
    // The shop calls it completed, and nobody has scanned anything since: it must not be called delivered.
    "order-fulfilled-not-delivered": shipped(13, 10, [parcel(1301, daysAgo(9.7), { items: everythingIn(13) })], {
      updatedAt: daysAgo(9.7),
    }),
  };
}

function splitOrder(): FakeOrder {
  const first = parcel(1101, daysAgo(6.5), {
    deliveredAt: daysAgo(4.6),
    items: [{ itemId: 111, quantity: 2 }],
    events: [scan("delivered", daysAgo(4.6), "Colet livrat destinatarului", "Cluj-Napoca")],
  });
  const second = parcel(1102, daysAgo(6.4), {
    carrier: "DPD",
    trackingNumber: "DPD0001102",
    items: [{ itemId: 112, quantity: 1 }],
    events: [scan("inTransit", daysAgo(4.5), "Colet în tranzit", "Sibiu")],
  });
  return shipped(11, 7, [first, second], { scenario: "splitShipment", updatedAt: daysAgo(4.5) });
}

function moneyOrders(): Pick<
  ConformanceShop["orders"],
  "order-refunded-partly" | "order-refunded-fully" | "money-two-decimals" | "money-other-decimals" | "presentment-and-shop-currency"
> {
  const partlyAt = daysAgo(13);
  const fullyAt = daysAgo(14);
  const partial = {
    id: 1401,
    at: partlyAt,
    amountMinor: 4_990,
    reason: "One mug arrived broken",
    items: [{ itemId: 141, quantity: 1, amountMinor: 4_990 }],
  };
  const everything = [
    { itemId: 151, quantity: 2, amountMinor: 9_980 },
    { itemId: 152, quantity: 1, amountMinor: 8_905 },
  ];
  const full = { id: 1501, at: fullyAt, amountMinor: 20_385, reason: "Sent back", items: everything };
  const kwd = plainOrder(17, daysAgo(22), { currency: "KWD", shippingMinor: 2_005 });
  kwd.items = kwd.items.map((item, index) => ({ ...item, unitPriceMinor: index === 0 ? 12_345 : 1_001 }));
  return {
    "order-refunded-partly": plainOrder(14, daysAgo(16), { scenario: "partlyRefunded", updatedAt: partlyAt, refunds: [partial] }),
    "order-refunded-fully": plainOrder(15, daysAgo(15), {
      scenario: "fullyRefunded",
      status: "refunded",
      updatedAt: fullyAt,
      refunds: [full],
    }),
    "money-two-decimals": plainOrder(16, daysAgo(21), { discountMinor: 1_885, discountCode: "WELCOME10" }),
    "money-other-decimals": kwd,
    // 203.85 lei are 40.77 euros at this rate, without a rest, and so is every part of it.
    "presentment-and-shop-currency": plainOrder(18, daysAgo(23), {
      scenario: "foreignCurrency",
      presentment: { currency: "EUR", rate: 0.2 },
    }),
  };
}

function shipped(id: number, placedDaysAgo: number, parcels: FakeOrder["parcels"], changes: Partial<FakeOrder>): FakeOrder {
  return plainOrder(id, daysAgo(placedDaysAgo), { status: "completed", parcels, ...changes });
}

function guest(id: number, placedDaysAgo: number, changes: Partial<FakeOrder>): FakeOrder {
  return plainOrder(id, daysAgo(placedDaysAgo), { customerId: null, ...changes });
}

function scan(status: FakeParcelEvent["status"], at: string, text: string, city: string): FakeParcelEvent {
  return { status, at, text, city, countryCode: "RO" };
}

function daysAgo(days: number): string {
  return before(conformanceNow, days * dayMs);
}
