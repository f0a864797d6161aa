/**
 * A small, vendor-neutral model of a shop. One seeded generator fills it; the WooCommerce fake and the Shopify simulator each render
 * it in their vendor's words, so that both storefronts can be compared on the very same orders.
 *
 * Times are UTC instants (`2026-11-21T10:00:00.000Z`), money is in minor units of the order's currency, ids are small positive integers
 * that are unique per kind.
 */
export interface FakeShop {
  name: string;
  currency: string;
  timeZone: string;
  /** The instant the data was made for; "late" and "stuck" are relative to it. */
  now: string;
  customers: FakeCustomer[];
  orders: FakeOrder[];
}

export type FakeLanguage = "en" | "it" | "ro";

export interface FakeAddress {
  firstName: string;
  lastName: string;
  company: string;
  line1: string;
  line2: string;
  city: string;
  province: string;
  postcode: string;
  countryCode: string;
  phone: string;
}

export interface FakeCustomer {
  id: number;
  firstName: string;
  lastName: string;
  email: string;
  /** E.164, or empty when the shop does not know it. */
  phone: string;
  language: FakeLanguage;
  createdAt: string;
  address: FakeAddress;
}

/** The situation an order was generated for, so that tests and the demo can ask for one. */
export type FakeScenario =
  | "new"
  | "processing"
  | "delivered"
  | "inTransit"
  | "late"
  | "stuck"
  | "splitShipment"
  | "partlyShipped"
  | "atLocker"
  | "attemptFailed"
  | "cancelled"
  | "partlyRefunded"
  | "fullyRefunded"
  | "foreignCurrency"
  | "cashOnDelivery";

export interface FakeOrder {
  id: number;
  /** What the customer reads, without `#`. */
  number: string;
  scenario: FakeScenario;
  placedAt: string;
  updatedAt: string;
  /** `null` for a guest order. */
  customerId: number | null;
  language: FakeLanguage;
  email: string;
  phone: string;
  currency: string;
  /** Currency the buyer saw, when it is not the shop's, with what one unit of the shop's currency is worth in it. */
  presentment: { currency: string; rate: number } | null;
  status: "pending" | "processing" | "onHold" | "completed" | "cancelled" | "refunded" | "failed";
  items: FakeItem[];
  shippingMinor: number;
  discountMinor: number;
  discountCode: string | null;
  taxMinor: number;
  paymentMethod: { code: string; title: string };
  paidAt: string | null;
  cancelledAt: string | null;
  cancelReason: "customer" | "inventory" | "fraud" | "declined" | "other" | null;
  customerNote: string;
  shippingMethod: string;
  shippingAddress: FakeAddress;
  billingAddress: FakeAddress;
  notes: FakeOrderNote[];
  refunds: FakeRefund[];
  parcels: FakeParcel[];
}

export interface FakeItem {
  id: number;
  productId: number;
  sku: string;
  name: string;
  variant: string;
  quantity: number;
  unitPriceMinor: number;
  imageUrl: string;
}

export interface FakeOrderNote {
  id: number;
  at: string;
  author: string;
  text: string;
  visibleToCustomer: boolean;
}

export interface FakeRefund {
  id: number;
  at: string;
  amountMinor: number;
  reason: string;
  items: { itemId: number; quantity: number; amountMinor: number }[];
}

export interface FakeParcel {
  id: number;
  carrier: string;
  trackingNumber: string;
  trackingUrl: string;
  shippedAt: string;
  /** The day the buyer was promised, as an instant; `null` when nothing was promised. */
  promisedAt: string | null;
  estimatedAt: string | null;
  deliveredAt: string | null;
  items: { itemId: number; quantity: number }[];
  events: FakeParcelEvent[];
}

export interface FakeParcelEvent {
  at: string;
  status:
    | "labelCreated"
    | "pickedUp"
    | "inTransit"
    | "outForDelivery"
    | "attemptFailed"
    | "readyForPickup"
    | "delivered"
    | "delayed"
    | "failed";
  /** The courier's own words, in the language of the destination. */
  text: string;
  city: string;
  countryCode: string;
}
