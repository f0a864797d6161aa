import type { InboundWebhook, SourceRef, StorefrontAdapterV1 } from "@askonce/spec";
import { sourceRef } from "@askonce/spec";
import type { FakeShop } from "../../shop-data/shop.ts";
import { createMemoryAdapter } from "./memory-adapter.ts";
import { type MemoryStorefrontOptions, parseMemoryOptions } from "./memory-options.ts";
import { createMemoryRequest } from "./memory-request.ts";
import { createMemoryServer, type MemoryServer } from "./memory-server.ts";
import { type MemoryTopic, signMemoryBody } from "./memory-webhook.ts";

/** An adapter over a shop in memory, with the levers of the shop. */
export interface MemoryStorefront extends Pick<MemoryServer, "updateOrder" | "deleteOrder"> {
  adapter: StorefrontAdapterV1;
  server: MemoryServer;
  /** The reference the adapter gives to an order. */
  ref(orderId: number): SourceRef;
  /**
   * A webhook about the order as it is now, signed. A delivery id that nobody should rely on is new each time.
   *
   * @throws RangeError for `order.changed` when there is no such order
   */
  webhook(topic: MemoryTopic, orderId: number): InboundWebhook;
}

/**
 * The reference storefront: small, honest, and passing the whole suite. Read it to see what an adapter looks like, and use it in tests
 * that need a storefront without a vendor. It copies the shop's orders; later changes go through `updateOrder`.
 *
 * @throws AskonceError `CONFIGURATION_INVALID`
 */
export function memoryStorefront(shop: FakeShop, options: MemoryStorefrontOptions = {}): MemoryStorefront {
  const settings = parseMemoryOptions(options);
  const server = createMemoryServer(shop, settings);
  const vendorId = settings.vendorId ?? ((order: { id: number }) => String(order.id));
  let deliveries = 0;
  return {
    adapter: createMemoryAdapter(createMemoryRequest(server, settings), settings),
    server,
    ref: (orderId) => sourceRef(settings.id, vendorId({ id: orderId })),
    updateOrder: server.updateOrder,
    deleteOrder: server.deleteOrder,
    webhook: (topic, orderId) => {
      const order = topic === "order.changed" ? server.render(orderId) : { id: vendorId({ id: orderId }) };
      if (order === null) throw new RangeError(`There is no order ${orderId} in the memory shop`);
      const body = new TextEncoder().encode(JSON.stringify(order));
      return {
        method: "POST",
        url: "https://askonce.example.test/webhooks/memory",
        headers: new Headers({
          "content-type": "application/json",
          "x-memory-topic": topic,
          "x-memory-delivery": `delivery-${++deliveries}`,
          "x-memory-signature": signMemoryBody(body, settings.webhookSecret),
        }),
        body,
      };
    },
  };
}
