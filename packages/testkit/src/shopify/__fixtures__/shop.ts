import type { FakeAddress, FakeCustomer, FakeItem, FakeOrder, FakeParcel, FakeShop } from "../../shop-data/shop.ts";

/** The instant the fixture was made for. */
export const fixtureNow = "2026-11-21T10:00:00.000Z";

const address: FakeAddress = {
  firstName: "Ana",
  lastName: "Popescu",
  company: "",
  line1: "Strada Lunga 10",
  line2: "ap. 4",
  city: "Brasov",
  province: "Brasov",
  postcode: "500059",
  countryCode: "RO",
  phone: "+40722111222",
};

function customer(id: number, change: Partial<FakeCustomer>): FakeCustomer {
  return {
    id,
    firstName: "Ana",
    lastName: "Popescu",
    email: "ana@example.com",
    phone: "+40722111222",
    language: "ro",
    createdAt: "2025-01-10T08:00:00.000Z",
    address,
    ...change,
  };
}

function item(id: number, change: Partial<FakeItem> = {}): FakeItem {
  return {
    id,
    productId: 10 + id,
    sku: `LAMP-${id}`,
    name: "Desk lamp",
    variant: "Black",
    quantity: 1,
    unitPriceMinor: 10_000,
    imageUrl: `/images/LAMP-${id}.svg`,
    ...change,
  };
}

export function parcel(id: number, change: Partial<FakeParcel>): FakeParcel {
  return {
    id,
    carrier: "GLS",
    trackingNumber: `TRACK${id}`,
    trackingUrl: "",
    shippedAt: "2026-11-16T09:00:00.000Z",
    promisedAt: "2026-11-19T18:00:00.000Z",
    estimatedAt: "2026-11-19T18:00:00.000Z",
    deliveredAt: null,
    items: [],
    events: [],
    ...change,
  };
}

export function order(id: number, change: Partial<FakeOrder> = {}): FakeOrder {
  return {
    id,
    number: String(1_000 + id),
    scenario: "processing",
    placedAt: `2026-11-${String(9 + id).padStart(2, "0")}T12:00:00.000Z`,
    updatedAt: `2026-11-${String(9 + id).padStart(2, "0")}T12:30:00.000Z`,
    customerId: 1,
    language: "ro",
    email: "ana@example.com",
    phone: "+40722111222",
    currency: "RON",
    presentment: null,
    status: "processing",
    items: [item(id * 10, { quantity: 2 }), item(id * 10 + 1, { name: "Shade", variant: "", unitPriceMinor: 2_550 })],
    shippingMinor: 1_990,
    discountMinor: 1_000,
    discountCode: "HELLO10",
    taxMinor: 3_000,
    paymentMethod: { code: "shopify_payments", title: "Credit card" },
    paidAt: `2026-11-${String(9 + id).padStart(2, "0")}T12:01:00.000Z`,
    cancelledAt: null,
    cancelReason: null,
    customerNote: "",
    shippingMethod: "Courier",
    shippingAddress: address,
    billingAddress: address,
    notes: [],
    refunds: [],
    parcels: [],
    ...change,
  };
}

/** Eight orders: followed and unfollowed couriers, old, cancelled, refunded, foreign currency, guest, cash on delivery. */
export function fixtureShop(): FakeShop {
  return {
    name: "Lumina",
    currency: "RON",
    timeZone: "Europe/Bucharest",
    now: fixtureNow,
    customers: [
      customer(1, {}),
      customer(2, { firstName: "Maria", lastName: "Ana", email: "maria.ana@example.com", phone: "+40733444555" }),
      customer(3, { firstName: "John", lastName: "Smith", email: "john@elsewhere.example", phone: "", language: "en" }),
    ],
    orders: [
      order(1, {
        status: "completed",
        parcels: [
          parcel(1, {
            items: [
              { itemId: 10, quantity: 2 },
              { itemId: 11, quantity: 1 },
            ],
            events: [
              { at: "2026-11-16T10:00:00.000Z", status: "pickedUp", text: "Coletul a fost preluat", city: "Brasov", countryCode: "RO" },
              { at: "2026-11-17T10:00:00.000Z", status: "inTransit", text: "In tranzit", city: "Sibiu", countryCode: "RO" },
              { at: "2026-11-18T10:00:00.000Z", status: "delivered", text: "Livrat", city: "Brasov", countryCode: "RO" },
            ],
          }),
        ],
      }),
      order(2, {
        customerId: 2,
        email: "maria.ana@example.com",
        parcels: [
          parcel(2, {
            carrier: "Sameday",
            items: [{ itemId: 20, quantity: 2 }],
            events: [{ at: "2026-11-17T10:00:00.000Z", status: "inTransit", text: "In tranzit", city: "Sibiu", countryCode: "RO" }],
          }),
        ],
      }),
      order(3, { placedAt: "2026-08-01T12:00:00.000Z", updatedAt: "2026-08-01T12:30:00.000Z" }),
      order(4, { status: "cancelled", cancelledAt: "2026-11-14T09:00:00.000Z", cancelReason: "inventory", paidAt: null }),
      order(5, {
        refunds: [
          {
            id: 1,
            at: "2026-11-18T09:00:00.000Z",
            amountMinor: 2_550,
            reason: "Broken shade",
            items: [{ itemId: 51, quantity: 1, amountMinor: 2_550 }],
          },
        ],
      }),
      order(6, { currency: "EUR", presentment: { currency: "EUR", rate: 0.2 }, customerId: 3, email: "john@elsewhere.example", language: "en" }),
      order(7, { customerId: null, email: "guest@example.com", phone: "", status: "pending", paidAt: null, paymentMethod: { code: "cod", title: "Cash on Delivery (COD)" } }),
      order(8, { status: "onHold" }),
    ],
  };
}
