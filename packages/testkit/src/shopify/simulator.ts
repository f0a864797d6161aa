import { createTokenRegistry } from "./access-tokens.ts";
import { type AppProfile, approvedContents } from "./app-profile.ts";
import { createBucket } from "./bucket.ts";
import { createFaultQueue } from "./faults.ts";
import { gid } from "./ids.ts";
import { mapOrder } from "./map-from-shop.ts";
import { parseAmount } from "./money.ts";
import { newEvent, newFulfillment } from "./new-fulfillment.ts";
import type { OrderRecord } from "./records.ts";
import { createRequestHandler } from "./request-handler.ts";
import { createShopChanges } from "./shop-changes.ts";
import type { ShopifySimulator, SimulatedOrder } from "./simulator-api.ts";
import { defaultAccessToken, defaultScopes, defaultShopDomain, type ShopifySimulatorOptions } from "./simulator-options.ts";
import { createStore, customerByGid, fulfillmentByGid, orderByGid } from "./store.ts";
import { deliver } from "./webhook-delivery.ts";
import { createWebhookQueue } from "./webhook-queue.ts";

/**
 * Makes a simulated Shopify shop: the published Admin schema executed over the data of a fake shop, with Shopify's scopes, costs,
 * search, webhooks and failures. Nothing leaves the process.
 */
export function createShopifySimulator(options: ShopifySimulatorOptions): ShopifySimulator {
  const now = clockOf(options);
  const domain = options.shopDomain ?? defaultShopDomain;
  const largeIds = options.largeIds ?? false;
  const app: AppProfile = {
    apiKey: options.apiKey ?? "simulated-key",
    apiSecret: options.apiSecret ?? "simulated-secret",
    approved: approvedContents(options.protectedDataApproved ?? true),
  };
  const store = createStore(options.shop, { domain, largeIds });
  const webhooks = createWebhookQueue({ store, approved: app.approved }, now);
  const changes = createShopChanges(store, now, webhooks);
  const initialTokens = options.accessTokens ?? { [defaultAccessToken]: defaultScopes };
  const tokens = createTokenRegistry(initialTokens, now);
  const bucket = createBucket(options.bucket ?? { maximumAvailable: 2_000, restoreRate: 100 }, now);
  const faults = createFaultQueue();
  const version = options.apiVersion ?? "2026-10";
  const requests = createRequestHandler({ options, store, changes, webhooks, app, tokens, bucket, faults, version, now });

  return {
    domain,
    accessToken: Object.keys(initialTokens)[0] ?? defaultAccessToken,
    apiKey: app.apiKey,
    apiSecret: app.apiSecret,
    handle: requests.handle,
    async fetch(input, init) {
      const response = await requests.handle(new Request(input, init));
      if (response.type === "error") throw new TypeError("fetch failed");
      return response;
    },
    now,
    throttleStatus: bucket.status,
    requestCount: requests.count,

    orders: () => [...store.orders.values()].map(seen),
    findOrder: (number) => seenOrUndefined([...store.orders.values()].find((order) => order.name === `#${number.replace(/^#/, "")}`)),
    orderOf: (fakeId) => seenOrUndefined([...store.orders.values()].find((order) => order.fakeId === fakeId)),

    addOrder(order) {
      const record = mapOrder(options.shop, order, { largeOrder: largeIds, large: largeIds });
      changes.addOrder(record);
      return seen(record);
    },
    updateOrder: (orderId, change) => changes.updateOrder(required(orderByGid(store, orderId), orderId), structuredClone(change)),
    updateCustomer: (customerId, change) => changes.updateCustomer(required(customerByGid(store, customerId), customerId), { ...change }),
    addFulfillment(orderId, parcel) {
      const order = required(orderByGid(store, orderId), orderId);
      const fulfillment = newFulfillment(store, order, parcel, now());
      changes.addFulfillment(order, fulfillment);
      return gid("Fulfillment", fulfillment.id);
    },
    addFulfillmentEvent(fulfillmentId, event) {
      const { order, fulfillment } = required(fulfillmentByGid(store, fulfillmentId), fulfillmentId);
      return gid("FulfillmentEvent", changes.addFulfillmentEvent(order, fulfillment, newEvent(event, now())).id);
    },
    cancelOrder(orderId, cancellation = {}) {
      changes.cancelOrder(required(orderByGid(store, orderId), orderId), {
        reason: cancellation.reason ?? "OTHER",
        staffNote: cancellation.staffNote ?? null,
        refund: cancellation.refund ?? false,
      });
    },
    deleteOrder: (orderId) => changes.deleteOrder(required(orderByGid(store, orderId), orderId)),
    refundOrder(orderId, refund) {
      const order = required(orderByGid(store, orderId), orderId);
      const currency = order.currencies.storedIn === "shop" ? order.currencies.shop : order.currencies.presentment;
      const lines = (refund.items ?? []).map((item) => ({
        id: store.ids.next("RefundLineItem"),
        lineItemId: item.lineItemId.split("/").at(-1) ?? "",
        quantity: item.quantity,
        amountMinor: parseAmount(item.amount, currency),
        restockType: "NO_RESTOCK",
      }));
      const amountMinor = parseAmount(refund.amount, currency);
      return gid("Refund", changes.refundOrder(order, { amountMinor, shippingMinor: 0, note: refund.note ?? null, lines }).id);
    },
    uninstall() {
      changes.uninstall();
      tokens.revokeAll();
    },
    grant: tokens.grant,
    revoke: tokens.revoke,

    failNext: ({ status, retryAfter, times }) => faults.add({ kind: "status", status, retryAfter: retryAfter ?? null }, times ?? 1),
    answerHtmlNext: (times = 1) => faults.add({ kind: "html" }, times),
    throttleNext: (times = 1) => faults.add({ kind: "throttle" }, times),
    hangNext: (times = 1) => faults.add({ kind: "hang" }, times),
    dropConnection: ({ times = 1, afterExecution = false } = {}) => faults.add({ kind: "drop", afterExecution }, times),
    clearFaults: faults.clear,

    pendingWebhooks: webhooks.pending,
    deliverWebhooks: (delivery) => deliver(webhooks.take(), delivery, { secret: app.apiSecret, domain, version }),
  };
}

function clockOf(options: ShopifySimulatorOptions): () => number {
  if (options.clock) {
    const { clock } = options;
    return () => clock.now();
  }
  const start = Date.parse(options.shop.now) - performance.now();
  return () => Math.round(start + performance.now());
}

function seen(order: OrderRecord): SimulatedOrder {
  return {
    id: gid("Order", order.id),
    name: order.name,
    fakeId: order.fakeId,
    fulfillmentIds: order.fulfillments.map((fulfillment) => gid("Fulfillment", fulfillment.id)),
    lineItemIds: order.lineItems.map((item) => gid("LineItem", item.id)),
    customerId: order.customerId === null ? null : gid("Customer", order.customerId),
  };
}

function seenOrUndefined(order: OrderRecord | undefined): SimulatedOrder | undefined {
  return order && seen(order);
}

function required<Found>(found: Found | undefined, id: string): Found {
  if (found === undefined) throw new RangeError(`The simulated shop has no ${id}`);
  return found;
}
