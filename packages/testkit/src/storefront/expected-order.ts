import type { DeliveryStatus, FulfillmentStatus, Instant, Money, OrderStatus, PaymentStatus } from "@askonce/spec";

/** One value, or several that are all right, because storefronts differ in it without one of them being wrong. */
export type OneOf<Value> = Value | readonly Value[];

export interface ExpectedItem {
  /** Found by SKU when it has one, else by title. */
  sku: string | null;
  /** Compared exactly; some storefronts put the variant into it, so the actual title may go on after it. */
  title: string;
  quantity: number;
  /** Quantity times unit price, before discounts, in the shop's currency. */
  unitPrice?: Money;
}

export interface ExpectedParcel {
  /** Parcels are found by this. */
  trackingNumber: string;
  /** Part of the courier's name, compared without case. */
  carrier?: string;
  status: OneOf<DeliveryStatus>;
  /** Instants are compared to the second; `null` says that it must be empty. */
  shippedAt?: Instant | null;
  promisedAt?: Instant | null;
  estimatedAt?: Instant | null;
  deliveredAt?: Instant | null;
  lastScanAt?: Instant | null;
  /** How many units of which SKU are inside. */
  items?: readonly { sku: string; quantity: number }[];
  /** The texts of the tracking events, newest first. */
  checkpointTexts?: readonly string[];
}

export interface ExpectedRefund {
  /** Positive, in the shop's currency. */
  amount: Money;
  reason?: string | null;
  items?: readonly { sku: string; quantity: number }[];
}

/**
 * What an order must say after the adapter has read it. Only what is given is compared. Each case names the fields it cannot do
 * without, and fails when the fixture leaves them out.
 */
export interface ExpectedOrder {
  /** What the customer reads, without `#`. */
  number: string;
  status?: OneOf<OrderStatus>;
  paymentStatus?: OneOf<PaymentStatus>;
  fulfillmentStatus?: OneOf<FulfillmentStatus>;
  /** A word that one of the order's raw states must hold, untouched. */
  rawStatus?: string;
  placedAt?: Instant;
  email?: string | null;
  isGuest?: boolean;
  cancelReason?: string;
  total?: Money;
  /** The total the buyer saw when that was another currency; `null` says there was none. */
  presentmentTotal?: Money | null;
  shippingTotal?: Money;
  discountTotal?: Money;
  refundedTotal?: Money;
  /** All of them. */
  items?: readonly ExpectedItem[];
  /** All of them: one too many is as wrong as one too few. */
  parcels?: readonly ExpectedParcel[];
  refunds?: readonly ExpectedRefund[];
  /** Those that must be there; a platform's own remarks may stand beside them. */
  notes?: readonly { text: string; visibleToCustomer: boolean }[];
  shippingAddress?: { name?: string; lines?: readonly string[]; city?: string; postcode?: string; countryCode?: string };
  customerNote?: string;
}
