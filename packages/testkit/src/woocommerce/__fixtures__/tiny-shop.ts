import type { FakeAddress, FakeOrder, FakeShop } from "../../shop-data/shop.ts";

const address: FakeAddress = {
  firstName: "Ștefania",
  lastName: "Țîrlea",
  company: "",
  line1: "Str. Lungă 1",
  line2: "",
  city: "Cluj-Napoca",
  province: "CJ",
  postcode: "400001",
  countryCode: "RO",
  phone: "+40722000001",
};

/** An order of two items in two parcels, one delivered and one on its way; change what a test needs. */
export function tinyOrder(change: Partial<FakeOrder> = {}): FakeOrder {
  return {
    id: 101,
    number: "2101",
    scenario: "splitShipment",
    placedAt: "2026-11-10T08:00:00.000Z",
    updatedAt: "2026-11-15T10:00:00.500Z",
    customerId: 7,
    language: "ro",
    email: "stefania@example.test",
    phone: "+40722000001",
    currency: "RON",
    presentment: null,
    status: "completed",
    items: [
      { id: 1, productId: 11, sku: "CEA-12", name: "Ceainic", variant: "", quantity: 1, unitPriceMinor: 18900, imageUrl: "/images/CEA-12.svg" },
      { id: 2, productId: 14, sku: "TRI-M", name: "Tricou", variant: "M", quantity: 3, unitPriceMinor: 5999, imageUrl: "" },
    ],
    shippingMinor: 1799,
    discountMinor: 1000,
    discountCode: "Toamnă 10",
    taxMinor: 6003,
    paymentMethod: { code: "stripe", title: "Card" },
    paidAt: "2026-11-10T08:01:00.000Z",
    cancelledAt: null,
    cancelReason: null,
    customerNote: "",
    shippingMethod: "Curier",
    shippingAddress: address,
    billingAddress: address,
    notes: [{ id: 5, at: "2026-11-10T08:00:00.000Z", author: "WooCommerce", text: "Stoc redus (50→49)", visibleToCustomer: false }],
    refunds: [{ id: 3, at: "2026-11-15T10:00:00.000Z", amountMinor: 5999, reason: "Deteriorat", items: [{ itemId: 2, quantity: 1, amountMinor: 5999 }] }],
    parcels: [
      {
        id: 31,
        carrier: "Sameday",
        trackingNumber: "1SD0000031",
        trackingUrl: "https://track.example.test/1SD0000031",
        shippedAt: "2026-11-11T09:00:00.000Z",
        promisedAt: "2026-11-13T18:00:00.000Z",
        estimatedAt: null,
        deliveredAt: "2026-11-12T12:00:00.000Z",
        items: [{ itemId: 1, quantity: 1 }],
        events: [{ at: "2026-11-12T12:00:00.000Z", status: "delivered", text: "Livrat", city: "Cluj-Napoca", countryCode: "RO" }],
      },
      {
        id: 32,
        carrier: "DPD",
        trackingNumber: "0550032",
        trackingUrl: "https://track.example.test/0550032",
        shippedAt: "2026-11-12T09:00:00.000Z",
        promisedAt: null,
        estimatedAt: "2026-11-20T18:00:00.000Z",
        deliveredAt: null,
        items: [{ itemId: 2, quantity: 2 }],
        events: [{ at: "2026-11-13T07:30:00.000Z", status: "readyForPickup", text: "În locker", city: "Turda", countryCode: "RO" }],
      },
    ],
    ...change,
  };
}

export function tinyShop(...orders: FakeOrder[]): FakeShop {
  return {
    name: "Tiny",
    currency: "RON",
    timeZone: "Europe/Bucharest",
    now: "2026-11-21T10:00:00.000Z",
    customers: [
      {
        id: 7,
        firstName: "Ștefania",
        lastName: "Țîrlea",
        email: "stefania@example.test",
        phone: "+40722000001",
        language: "ro",
        createdAt: "2025-01-01T00:00:00.000Z",
        address,
      },
    ],
    orders: orders.length === 0 ? [tinyOrder()] : orders,
  };
}
