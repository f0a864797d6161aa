import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { InboundWebhook, SourceRef } from "@askonce/spec";
import { generateShop } from "@askonce/testkit/shop-data";
import { type MemoryStorefront, memoryStorefront } from "@askonce/testkit/storefront";

/** A change of the shop, as it is told. */
export interface ShopChange {
  /** What identifies it, however often it is delivered. */
  key: string;
  ref: SourceRef;
  /** Milliseconds since the epoch; `null` for a deletion, which has none. */
  version: number | null;
  webhook: InboundWebhook;
}

/** The shop that outlives every server: it answers reads over loopback and tells of each change with a signed webhook. */
export interface FaultShop {
  readonly url: string;
  readonly storefront: MemoryStorefront;
  /** Changes some order, now and then deletes one. */
  change(): ShopChange;
  /** The orders that have changed or are gone. */
  changed(): Iterable<SourceRef>;
  /** Tells an order as it is now; `null` when it is gone. */
  lastWebhook(ref: SourceRef): InboundWebhook | null;
  /** While `true`, every read is refused. */
  refuseReads(refused: boolean): void;
  close(): Promise<void>;
}

const statuses = ["pending", "processing", "onHold", "completed"] as const;

/** @param random gives numbers in [0, 1) and makes the run the same for the same seed */
export async function createFaultShop(options: {
  orders: number;
  seed: number;
  deletions: number;
  random: () => number;
}): Promise<FaultShop> {
  const shop = generateShop({ seed: options.seed, orders: options.orders, now: "2026-11-20T09:00:00.000Z" });
  const storefront = memoryStorefront(shop);
  const alive = shop.orders.map((order) => order.id);
  const changed = new Map<SourceRef, number>();
  const vendorKey = (webhook: InboundWebhook) => JSON.parse(new TextDecoder().decode(webhook.body)) as { id: string; updatedAt?: string };
  let changes = 0;
  let readsAreRefused = false;

  const server = createServer(async (incoming, outgoing) => {
    if (readsAreRefused) {
      outgoing.writeHead(400, { "content-type": "application/json" }).end("{}");
      return;
    }
    const response = await storefront.server.handle(
      new Request(`http://127.0.0.1${incoming.url}`, { headers: { authorization: incoming.headers.authorization ?? "" } }),
    );
    outgoing.writeHead(response.status, { "content-type": "application/json" }).end(await response.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    storefront,
    change() {
      // Some orders change far more often than others.
      const index = Math.floor(options.random() ** 2 * alive.length);
      const id = alive[index] ?? 0;
      const ref = storefront.ref(id);
      changed.set(ref, id);
      if (options.random() < options.deletions && alive.length > options.orders / 2) {
        const webhook = storefront.webhook("order.deleted", id);
        storefront.deleteOrder(id);
        alive.splice(index, 1);
        return { key: `deleted:${vendorKey(webhook).id}`, ref, version: null, webhook };
      }
      changes++;
      storefront.updateOrder(id, { status: statuses[changes % statuses.length] ?? "pending", customerNote: `change ${changes}` });
      const webhook = storefront.webhook("order.changed", id);
      const { id: vendorId, updatedAt = "" } = vendorKey(webhook);
      return { key: `changed:${vendorId}:${updatedAt}`, ref, version: Date.parse(updatedAt), webhook };
    },
    changed: () => changed.keys(),
    lastWebhook(ref) {
      const id = changed.get(ref);
      return id !== undefined && alive.includes(id) ? storefront.webhook("order.changed", id) : null;
    },
    refuseReads(refused) {
      readsAreRefused = refused;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
