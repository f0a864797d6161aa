import type { FakeShop } from "../shop-data/shop.ts";
import { createIdSource, fromGid, type IdSource, type NumericId } from "./ids.ts";
import { mapShop } from "./map-from-shop.ts";
import type { CustomerRecord, FulfillmentRecord, OrderRecord } from "./records.ts";

/** A webhook subscription made through the API. */
export interface WebhookSubscriptionRecord {
  id: NumericId;
  /** A word of the enum `WebhookSubscriptionTopic`, for example `ORDERS_UPDATED`. */
  topic: string;
  uri: string;
  format: string;
  includeFields: string[];
  filter: string | null;
  createdAt: string;
}

/** A bulk query and its result. */
export interface BulkOperationRecord {
  id: NumericId;
  status: string;
  errorCode: string | null;
  query: string;
  createdAt: string;
  /** Epoch milliseconds at which it is finished. */
  finishesAt: number;
  completedAt: string | null;
  /** Address of the result, `null` before it is there or when it is empty. */
  url: string | null;
  content: string;
  objectCount: number;
  rootObjectCount: number;
}

/** Everything one simulated shop holds. */
export interface SimulatorStore {
  shop: { id: NumericId; name: string; domain: string; currency: string; timeZone: string; email: string };
  /** Written by {@link putOrder} and {@link removeOrder} only, which keep the index beside it. */
  orders: Map<NumericId, OrderRecord>;
  ordersByCustomer: Map<NumericId, OrderRecord[]>;
  customers: Map<NumericId, CustomerRecord>;
  subscriptions: Map<NumericId, WebhookSubscriptionRecord>;
  bulkOperations: Map<NumericId, BulkOperationRecord>;
  /** Asynchronous jobs by id: the epoch milliseconds at which each is done. */
  jobs: Map<NumericId, number>;
  /** Answers of idempotent mutations by key. */
  idempotent: Map<string, { argumentsJson: string; answer: unknown }>;
  ids: IdSource;
}

export function createStore(shop: FakeShop, options: { domain: string; largeIds: boolean }): SimulatorStore {
  const mapped = mapShop(shop, options);
  const store: SimulatorStore = {
    shop: {
      id: "68817584380",
      name: shop.name,
      domain: options.domain,
      currency: shop.currency,
      timeZone: shop.timeZone,
      email: `owner@${options.domain}`,
    },
    orders: new Map(),
    ordersByCustomer: new Map(),
    customers: new Map(mapped.customers.map((customer) => [customer.id, customer])),
    subscriptions: new Map(),
    bulkOperations: new Map(),
    jobs: new Map(),
    idempotent: new Map(),
    ids: createIdSource(options.largeIds),
  };
  for (const order of mapped.orders) putOrder(store, order);
  return store;
}

export function orderByGid(store: SimulatorStore, id: string): OrderRecord | undefined {
  const digits = fromGid("Order", id);
  return digits === null ? undefined : store.orders.get(digits);
}

export function customerByGid(store: SimulatorStore, id: string): CustomerRecord | undefined {
  const digits = fromGid("Customer", id);
  return digits === null ? undefined : store.customers.get(digits);
}

/** A fulfillment and its order; `undefined` when the shop has none with that id. */
export function fulfillmentByGid(store: SimulatorStore, id: string): { order: OrderRecord; fulfillment: FulfillmentRecord } | undefined {
  const digits = fromGid("Fulfillment", id);
  if (digits === null) return undefined;
  for (const order of store.orders.values()) {
    const fulfillment = order.fulfillments.find((candidate) => candidate.id === digits);
    if (fulfillment) return { order, fulfillment };
  }
  return undefined;
}

/** All orders of a customer, oldest first. */
export function ordersOfCustomer(store: SimulatorStore, customerId: NumericId): readonly OrderRecord[] {
  return store.ordersByCustomer.get(customerId) ?? [];
}

export function putOrder(store: SimulatorStore, order: OrderRecord): void {
  store.orders.set(order.id, order);
  if (order.customerId === null) return;
  const orders = [...ordersOfCustomer(store, order.customerId), order];
  store.ordersByCustomer.set(
    order.customerId,
    orders.sort((left, right) => (left.createdAt < right.createdAt ? -1 : left.createdAt > right.createdAt ? 1 : 0)),
  );
}

export function removeOrder(store: SimulatorStore, order: OrderRecord): void {
  store.orders.delete(order.id);
  if (order.customerId === null) return;
  store.ordersByCustomer.set(
    order.customerId,
    ordersOfCustomer(store, order.customerId).filter((other) => other.id !== order.id),
  );
}
