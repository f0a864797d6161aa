import type { StorefrontAdapterV1 } from "@askonce/spec";
import { parseSourceRef } from "@askonce/spec";
import type { FakeShop } from "../../shop-data/shop.ts";
import { type ConformanceShop, conformanceShop } from "../conformance-shop.ts";
import type { StorefrontDescriptor, StorefrontHarness, StorefrontSetup, WebhookKind } from "../descriptor.ts";
import { personalDataOf, scenariosFromShop } from "../scenarios-from-shop.ts";
import type { MemoryStorefrontOptions } from "./memory-options.ts";
import { type MemoryStorefront, memoryStorefront } from "./memory-storefront.ts";
import { signMemoryBody } from "./memory-webhook.ts";
import { memoryOrderKey } from "./vendor-order.ts";

const accessToken = "conformance-access-token";
const webhookSecret = "conformance-webhook-secret";

/** A vendor's id that a JavaScript number would change. */
const hugeId = "820982911946154507";

/**
 * The reference adapter as the suite sees it: an example of a harness.
 *
 * @param wrap puts something around the adapter, for example a fault that the suite has to find
 */
export function memoryDescriptor(wrap: (adapter: StorefrontAdapterV1) => StorefrontAdapterV1 = (adapter) => adapter): StorefrontDescriptor {
  return {
    name: "memory storefront",
    create: (setup) => createHarness(setup, wrap),
    unknownOption: {
      field: "colour",
      create: () => memoryStorefront(conformanceShop().shop, { colour: "red" } as MemoryStorefrontOptions),
    },
  };
}

function createHarness(setup: StorefrontSetup, wrap: (adapter: StorefrontAdapterV1) => StorefrontAdapterV1): StorefrontHarness {
  const conformance = conformanceShop();
  const storefront = openShop(conformance, setup);
  const ref = (order: { id: number }): string => storefront.ref(order.id);
  makeOdd(storefront, conformance);
  return {
    adapter: wrap(storefront.adapter),
    fetch: (input, init) => storefront.server.handle(new Request(input, init)),
    scenarios: scenariosFromShop(conformance, {
      ref,
      expect: { "unknown-status": { status: "unknown", fulfillmentStatus: "unknown", rawStatus: "teleported" } },
    }),
    webhooks: webhookFixtures(storefront, conformance),
    changes: {
      refs: conformance.shop.orders.map(ref),
      touch: (touched) => storefront.updateOrder(orderIdOf(touched, conformance), {}),
    },
    secrets: [accessToken, webhookSecret, ...conformance.shop.orders.map((order) => memoryOrderKey(order.id)), "memory.example.test/pay/"],
    personal: personalDataOf(conformance),
    close: () => {},
  };
}

function openShop({ shop, orders }: ConformanceShop, setup: StorefrontSetup): MemoryStorefront {
  return memoryStorefront(shop, {
    accessToken,
    presentedToken: setup.credentials === "valid" ? accessToken : "some-other-token",
    webhookSecret,
    transport: "fetch",
    pageSize: setup.changesPageSize,
    vendorId: (order) => (order.id === orders["ids-beyond-2-53"].id ? hugeId : String(order.id)),
    now: () => setup.clock.now(),
    ...(setup.timeoutMs === null ? {} : { timeoutMs: setup.timeoutMs }),
  });
}

/** What is odd about an order is odd in the vendor's own format. */
function makeOdd(storefront: MemoryStorefront, { orders }: ConformanceShop): void {
  const unknown = orders["unknown-status"];
  storefront.updateOrder(unknown.id, { status: "teleported" as FakeShop["orders"][number]["status"], updatedAt: unknown.updatedAt });
  const extra = orders["extra-fields"];
  storefront.updateOrder(extra.id, {
    updatedAt: extra.updatedAt,
    loyalty: { points: 12, tier: null },
    items: extra.items.map((item) => ({ ...item, carbonGrams: 310, origin: { country: "IT" } })),
  });
}

function webhookFixtures(storefront: MemoryStorefront, { orders }: ConformanceShop): NonNullable<StorefrontHarness["webhooks"]> {
  const { id } = orders["order-delivered"];
  const changed = storefront.webhook("order.changed", id);
  const deliver = (kind: WebhookKind): MemoryWebhook => {
    switch (kind) {
      case "orderChanged":
        return copy(changed);
      case "secondChange":
        storefront.updateOrder(id, { customerNote: "Please ring twice" });
        return storefront.webhook("order.changed", id);
      case "orderDeleted":
        return storefront.webhook("order.deleted", id);
      case "ping":
        return storefront.webhook("ping", id);
      case "malformed":
        return signed(changed, new TextEncoder().encode('{"id":'), webhookSecret);
      case "wrongSecret":
        return signed(changed, changed.body, "not-the-webhook-secret");
      case "unsigned": {
        const unsigned = copy(changed);
        unsigned.headers.delete("x-memory-signature");
        return unsigned;
      }
    }
  };
  return { ref: storefront.ref(id), delivery: deliver, redelivery: () => storefront.webhook("order.changed", id) };
}

type MemoryWebhook = ReturnType<MemoryStorefront["webhook"]>;

function copy(webhook: MemoryWebhook): MemoryWebhook {
  return { ...webhook, headers: new Headers(webhook.headers), body: webhook.body.slice() };
}

function signed(webhook: MemoryWebhook, body: Uint8Array, secret: string): MemoryWebhook {
  const result = { ...copy(webhook), body };
  result.headers.set("x-memory-signature", signMemoryBody(body, secret));
  return result;
}

function orderIdOf(ref: string, { orders }: ConformanceShop): number {
  const vendorId = parseSourceRef(ref)?.vendorId ?? "";
  return vendorId === hugeId ? orders["ids-beyond-2-53"].id : Number(vendorId);
}
