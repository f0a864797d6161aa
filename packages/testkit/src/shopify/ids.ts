/**
 * Numeric ids are kept as strings of digits: Shopify's are 64-bit, and a JavaScript number loses the last digits above 2^53.
 */
export type NumericId = string;

/** The object types this simulator gives ids to. */
export type GidType =
  | "AppInstallation"
  | "BulkOperation"
  | "Customer"
  | "CustomerAddress"
  | "DisputeSummary"
  | "Fulfillment"
  | "FulfillmentEvent"
  | "FulfillmentLineItem"
  | "FulfillmentService"
  | "Job"
  | "LineItem"
  | "MailingAddress"
  | "Order"
  | "OrderTransaction"
  | "Product"
  | "ProductVariant"
  | "Refund"
  | "RefundLineItem"
  | "Return"
  | "ReturnLineItem"
  | "ReturnReasonDefinition"
  | "ReturnableFulfillment"
  | "Shop"
  | "ShippingLine"
  | "WebhookSubscription";

/** Where ordinary ids of a type begin: the size real shops show today, 13 or 14 digits, safe as a JavaScript number. */
const ordinaryBase: Readonly<Partial<Record<GidType, bigint>>> = {
  Customer: 7_301_000_000_000n,
  Fulfillment: 5_102_000_000_000n,
  FulfillmentEvent: 31_400_000_000_000n,
  FulfillmentLineItem: 10_900_000_000_000n,
  LineItem: 14_700_000_000_000n,
  MailingAddress: 9_200_000_000_000n,
  Order: 5_824_000_000_000n,
  OrderTransaction: 6_950_000_000_000n,
  Product: 8_110_000_000_000n,
  ProductVariant: 44_500_000_000_000n,
  Refund: 920_000_000_000n,
};

/** Shopify's own test deliveries use ids of this size; it is above 2^53. */
const largeBase = 820_982_911_946_100_000n;

/** The numeric id of a fake object. With `large` it exceeds 2^53 and ends in digits that a JavaScript number would change. */
export function numericId(type: GidType, fakeId: number, large: boolean): NumericId {
  if (large) return String(largeBase + BigInt(fakeId) * 10n + 7n);
  return String((ordinaryBase[type] ?? 1_000_000_000n) + BigInt(fakeId));
}

export function gid(type: GidType, id: NumericId): string {
  return `gid://shopify/${type}/${id}`;
}

/** The digits of a global id of the given type; `null` for another type or another shape. A `?query` part is ignored. */
export function fromGid(type: GidType, value: string): NumericId | null {
  const match = /^gid:\/\/shopify\/([A-Za-z]+)\/(\d+)(?:\?.*)?$/.exec(value);
  return match?.[1] === type ? (match[2] ?? null) : null;
}

/** Hands out ids for objects that come into being while the simulator runs. */
export interface IdSource {
  next(type: GidType): NumericId;
}

/** @param large whether the ids exceed 2^53 */
export function createIdSource(large: boolean): IdSource {
  // Generated objects stay far below this, so that an id never means two things.
  let last = 900_000_000;
  return {
    next(type) {
      last += 1;
      return numericId(type, last, large);
    },
  };
}
