import type { FakeAddress, FakeCustomer, FakeItem, FakeOrder, FakeParcel } from "../shop-data/shop.ts";

/** Milliseconds. */
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

const address: FakeAddress = {
  firstName: "Ilinca",
  lastName: "Marinescu",
  company: "",
  line1: "Strada Plopilor 14",
  line2: "",
  city: "Cluj-Napoca",
  province: "Cluj",
  postcode: "400394",
  countryCode: "RO",
  phone: "+40712000101",
};

export const registeredCustomer: FakeCustomer = {
  id: 501,
  firstName: "Ilinca",
  lastName: "Marinescu",
  email: "ilinca.marinescu@example.test",
  phone: "+40712000101",
  language: "ro",
  createdAt: "2025-03-02T09:30:00.000Z",
  address,
};

/** Letters beyond ASCII in every place a person can type: comma-below, breve, typographic quote, accents, hyphen, emoji. */
export const diacriticsAddress: FakeAddress = {
  firstName: "Ștefania",
  lastName: "Țuțuianu-D’Àmico",
  company: "Mâine & Fiii S.R.L.",
  line1: "Calea Șerban Vodă 218, scara „B”",
  line2: "ap. 3",
  city: "Târgu Mureș",
  province: "Mureș",
  postcode: "540003",
  countryCode: "RO",
  phone: "+40712000202",
};

/** An order that nothing has happened to yet, of the registered customer; the rest is changed by the scenario. */
export function plainOrder(id: number, placedAt: string, changes: Partial<FakeOrder> = {}): FakeOrder {
  return {
    id,
    number: String(20_000 + id),
    scenario: "processing",
    placedAt,
    updatedAt: placedAt,
    customerId: registeredCustomer.id,
    language: "ro",
    email: registeredCustomer.email,
    phone: registeredCustomer.phone,
    currency: "RON",
    presentment: null,
    status: "processing",
    items: [mug(id), towel(id)],
    shippingMinor: 1_500,
    discountMinor: 0,
    discountCode: null,
    taxMinor: 0,
    paymentMethod: { code: "card", title: "Card" },
    paidAt: placedAt,
    cancelledAt: null,
    cancelReason: null,
    customerNote: "",
    shippingMethod: "Courier",
    shippingAddress: address,
    billingAddress: address,
    notes: [],
    refunds: [],
    parcels: [],
    ...changes,
  };
}

/** Two of it are in each plain order. */
function mug(orderId: number): FakeItem {
  return item(orderId * 10 + 1, {
    productId: 11,
    sku: "MUG-BLUE",
    name: "Stoneware mug",
    variant: "Blue",
    quantity: 2,
    unitPriceMinor: 4_990,
  });
}

function towel(orderId: number): FakeItem {
  return item(orderId * 10 + 2, {
    productId: 12,
    sku: "TOWEL-L",
    name: "Linen towel",
    variant: "Large",
    quantity: 1,
    unitPriceMinor: 8_905,
  });
}

function item(id: number, rest: Omit<FakeItem, "id" | "imageUrl">): FakeItem {
  return { id, imageUrl: `/images/${rest.sku}.svg`, ...rest };
}

/** A parcel of a courier that all platforms follow. */
export function parcel(id: number, shippedAt: string, rest: Partial<FakeParcel>): FakeParcel {
  return {
    id,
    carrier: "GLS",
    trackingNumber: `GLS0000${id}`,
    trackingUrl: `https://tracking.example.test/GLS0000${id}`,
    shippedAt,
    promisedAt: null,
    estimatedAt: null,
    deliveredAt: null,
    items: [],
    events: [],
    ...rest,
  };
}

/** All lines of an order, for a parcel that has everything. */
export function everythingIn(orderId: number): { itemId: number; quantity: number }[] {
  return [
    { itemId: orderId * 10 + 1, quantity: 2 },
    { itemId: orderId * 10 + 2, quantity: 1 },
  ];
}

/** `milliseconds` before the instant, as an instant. */
export function before(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) - milliseconds).toISOString();
}
