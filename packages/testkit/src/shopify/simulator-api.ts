import type { FakeOrder } from "../shop-data/shop.ts";
import type { ThrottleStatus } from "./bucket.ts";
import type { OrderRecord } from "./records.ts";
import type { Delivery, DeliveryOptions } from "./webhook-delivery.ts";
import type { QueuedWebhook } from "./webhook-queue.ts";

/** An order as tests and demos look it up. */
export interface SimulatedOrder {
  /** `gid://shopify/Order/…`. */
  id: string;
  /** For example `#1001`. */
  name: string;
  /** The id in the fake shop. */
  fakeId: number;
  /** `gid://shopify/Fulfillment/…`, in the order of the fake shop's parcels. */
  fulfillmentIds: string[];
  /** `gid://shopify/LineItem/…`, in the order of the fake shop's items. */
  lineItemIds: string[];
  customerId: string | null;
}

/** What `updateOrder` can change. */
export type OrderChange = Partial<
  Pick<
    OrderRecord,
    "email" | "phone" | "note" | "tags" | "poNumber" | "onHold" | "test" | "disputes" | "returns" | "risk" | "shippingAddress"
  >
>;

/** A parcel event to add; only the status is required. Other words than the schema's are refused when they are read. */
export interface NewFulfillmentEvent {
  /** A word of the enum `FulfillmentEventStatus`. */
  status: string;
  /** Default: now. */
  happenedAt?: string;
  message?: string;
  city?: string;
  country?: string;
  estimatedDeliveryAt?: string;
}

/** A parcel to ship. */
export interface NewParcel {
  company: string;
  number: string;
  /** Default: the link Shopify makes for a supported company, else none. */
  url?: string;
  /** Default: every item of the order. */
  items?: { lineItemId: string; quantity: number }[];
}

/** A simulated Shopify shop, in memory. */
export interface ShopifySimulator {
  readonly domain: string;
  /** A token that is accepted: the first of the options, or the default one. */
  readonly accessToken: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  /**
   * Answers a request by its path, whatever its host and scheme. A connection that breaks is `Response.error()`, which servers and msw
   * turn into a cut connection; a request that hangs rejects when its signal aborts.
   */
  handle(request: Request): Promise<Response>;
  /** The same as a `fetch`, without a network: a connection that breaks rejects with a `TypeError`, as `fetch` does. */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** The clock's time, epoch milliseconds. */
  now(): number;
  throttleStatus(): ThrottleStatus;
  /** How many requests were handled, those with faults included. */
  requestCount(): number;

  orders(): SimulatedOrder[];
  /** @param number what the buyer reads, with or without `#` */
  findOrder(number: string): SimulatedOrder | undefined;
  /** The order made from the fake shop's order with this id. */
  orderOf(fakeId: number): SimulatedOrder | undefined;

  /** Adds an order and announces orders/create. */
  addOrder(order: FakeOrder): SimulatedOrder;
  updateOrder(orderId: string, change: OrderChange): void;
  updateCustomer(customerId: string, change: { email?: string | null; phone?: string | null; note?: string | null; tags?: string[] }): void;
  /** Ships items: announces fulfillments/create. */
  addFulfillment(orderId: string, parcel: NewParcel): string;
  /** Adds a parcel event, whoever the courier is: it stands for what Shopify, or an app, wrote. */
  addFulfillmentEvent(fulfillmentId: string, event: NewFulfillmentEvent): string;
  cancelOrder(orderId: string, cancellation?: { reason?: string; staffNote?: string; refund?: boolean }): void;
  deleteOrder(orderId: string): void;
  /** @param refund `amount` is a decimal string in the order's stored currency */
  refundOrder(
    orderId: string,
    refund: { amount: string; note?: string; items?: { lineItemId: string; quantity: number; amount: string }[] },
  ): string;
  /** Announces app/uninstalled and revokes every token. */
  uninstall(): void;
  /** Changes a token's scopes, or adds a token. */
  grant(token: string, scopes: readonly string[]): void;
  revoke(token: string): void;

  /** The next requests fail. `retryAfter` is sent as written, for example `"2.0"`. */
  failNext(fault: { status: 429 | 500 | 502 | 503; retryAfter?: string; times?: number }): void;
  answerHtmlNext(times?: number): void;
  /** The next queries find the bucket empty: HTTP 200 with THROTTLED. The bucket itself is left as it is. */
  throttleNext(times?: number): void;
  /** The next requests are never answered; they end when the caller aborts. */
  hangNext(times?: number): void;
  /** The next connections break. With `afterExecution` the request takes effect first and only its answer is lost. */
  dropConnection(options?: { times?: number; afterExecution?: boolean }): void;
  clearFaults(): void;

  pendingWebhooks(): readonly QueuedWebhook[];
  /** Signs, sends and forgets the queued webhooks. */
  deliverWebhooks(options: DeliveryOptions): Promise<Delivery[]>;
}
