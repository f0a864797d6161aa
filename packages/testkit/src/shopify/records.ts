import type { NumericId } from "./ids.ts";
import type { OrderCurrencies } from "./money.ts";

/**
 * The simulator's state. Instants are whole-second ISO UTC strings, amounts are minor units in the currency `currencies.storedIn` names,
 * ids are strings of digits. Enum words are those of the Admin schema.
 */
export interface OrderRecord {
  __typename: "Order";
  id: NumericId;
  /** The id in the fake shop it was made from. */
  fakeId: number;
  /** What the buyer reads, for example `#1001`. */
  name: string;
  confirmationNumber: string;
  createdAt: string;
  processedAt: string;
  updatedAt: string;
  cancelledAt: string | null;
  cancelReason: string | null;
  cancelStaffNote: string | null;
  closedAt: string | null;
  customerId: NumericId | null;
  email: string | null;
  phone: string | null;
  locale: string;
  currencies: OrderCurrencies;
  tags: string[];
  note: string | null;
  poNumber: string | null;
  sourceName: string;
  test: boolean;
  edited: boolean;
  onHold: boolean;
  lineItems: LineItemRecord[];
  shipping: { id: NumericId; title: string; amountMinor: number };
  discount: { code: string | null; amountMinor: number };
  taxMinor: number;
  gateway: string;
  transactions: TransactionRecord[];
  fulfillments: FulfillmentRecord[];
  refunds: RefundRecord[];
  returns: ReturnRecord[];
  disputes: DisputeRecord[];
  risk: { recommendation: string; level: string; facts: { description: string; sentiment: string }[] } | null;
  shippingAddress: AddressRecord | null;
  billingAddress: AddressRecord | null;
}

export interface AddressRecord {
  id: NumericId;
  firstName: string;
  lastName: string;
  company: string;
  address1: string;
  address2: string;
  city: string;
  province: string;
  zip: string;
  countryCode: string;
  phone: string;
}

export interface CustomerRecord {
  __typename: "Customer";
  id: NumericId;
  fakeId: number;
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
  locale: string;
  createdAt: string;
  updatedAt: string;
  note: string | null;
  tags: string[];
  address: AddressRecord | null;
}

export interface LineItemRecord {
  id: NumericId;
  fakeId: number;
  productId: NumericId;
  variantId: NumericId;
  title: string;
  variantTitle: string | null;
  sku: string;
  quantity: number;
  unitPriceMinor: number;
  /** Absolute, or a path on the simulator. */
  imageUrl: string;
}

export interface TransactionRecord {
  id: NumericId;
  kind: "SALE" | "REFUND" | "VOID";
  status: "SUCCESS" | "PENDING" | "FAILURE";
  amountMinor: number;
  gateway: string;
  processedAt: string;
  parentId: NumericId | null;
}

export interface FulfillmentRecord {
  __typename: "Fulfillment";
  id: NumericId;
  orderId: NumericId;
  name: string;
  status: "SUCCESS" | "CANCELLED";
  displayStatus: string;
  createdAt: string;
  updatedAt: string;
  inTransitAt: string | null;
  deliveredAt: string | null;
  estimatedDeliveryAt: string | null;
  tracking: { company: string; number: string; url: string | null }[];
  lines: { id: NumericId; lineItemId: NumericId; quantity: number }[];
  events: FulfillmentEventRecord[];
}

export interface FulfillmentEventRecord {
  id: NumericId;
  /** A word of the enum `FulfillmentEventStatus`. */
  status: string;
  happenedAt: string;
  createdAt: string;
  message: string | null;
  city: string | null;
  province: string | null;
  country: string | null;
  zip: string | null;
  address1: string | null;
  estimatedDeliveryAt: string | null;
}

export interface RefundRecord {
  id: NumericId;
  createdAt: string;
  processedAt: string;
  note: string | null;
  amountMinor: number;
  shippingMinor: number;
  lines: { id: NumericId; lineItemId: NumericId; quantity: number; amountMinor: number; restockType: string }[];
  transactionIds: NumericId[];
}

export interface ReturnRecord {
  __typename: "Return";
  id: NumericId;
  name: string;
  /** A word of the enum `ReturnStatus`. */
  status: string;
  createdAt: string;
  closedAt: string | null;
  requestApprovedAt: string | null;
  decline: { reason: string; note: string | null } | null;
  lines: {
    id: NumericId;
    fulfillmentLineItemId: NumericId;
    quantity: number;
    /** One of {@link returnReasons}. */
    reasonHandle: string;
    reasonNote: string;
    customerNote: string | null;
  }[];
}

export interface DisputeRecord {
  id: NumericId;
  initiatedAs: "CHARGEBACK" | "INQUIRY";
  /** A word of the enum `DisputeStatus`. */
  status: string;
}
