import type { AdapterContext, StorefrontAdapterV1 } from "@askonce/spec";
import { conformanceClock, type MemoryStorefront, memoryStorefront } from "@askonce/testkit";
import { type FakeShop, generateShop } from "@askonce/testkit/shop-data";
import { onTestFinished } from "vitest";
import type { Askonce, AskonceOptions } from "../askonce.ts";
import { type Caller, systemCaller } from "../caller.ts";
import { createAskonce } from "../create-askonce.ts";
import { testStorage } from "./test-storage.ts";

/** What a storefront was asked, in order. */
export interface CallLog {
  getOrder: string[];
  findOrders: string[];
  list: string[];
}

export interface StorefrontInstance {
  askonce: Askonce;
  shop: FakeShop;
  memory: MemoryStorefront;
  calls: CallLog;
  clock: ReturnType<typeof conformanceClock>;
  /** Sends a webhook through the handler. */
  deliver(topic: "order.changed" | "order.deleted" | "ping", orderId: number, change?: (body: Uint8Array) => Uint8Array): Promise<Response>;
  request(method: string, path: string, body?: unknown, token?: string): Promise<Response>;
}

const now = "2026-11-20T09:00:00.000Z";

/** An instance with a generated shop behind a memory storefront, a clock that only moves when told, and a count of every upstream call. */
export function storefrontInstance(
  options: Partial<AskonceOptions> & {
    orders?: number;
    pageSize?: number;
    wrap?: (adapter: StorefrontAdapterV1) => StorefrontAdapterV1;
    path?: string;
  } = {},
): StorefrontInstance {
  const clock = conformanceClock(Date.parse(now));
  const shop = generateShop({ seed: 7, orders: options.orders ?? 60, now });
  const memory = memoryStorefront(shop, { pageSize: options.pageSize ?? 10 });
  const calls: CallLog = { getOrder: [], findOrders: [], list: [] };
  const counted = countCalls(memory.adapter, calls);
  const { orders: _, pageSize: __, wrap, path, ...askonceOptions } = options;
  const askonce = createAskonce({
    storage: testStorage(path),
    storefronts: [wrap ? wrap(counted) : counted],
    shop: { countryCode: "RO", timeZone: "Europe/Bucharest" },
    clock,
    ...askonceOptions,
  });
  onTestFinished(async () => {
    await askonce.stop();
    clock.stop();
  });
  const request: StorefrontInstance["request"] = (method, path, body, token) =>
    askonce.handler(
      new Request(`http://shop.example.test/api/v1${path}`, {
        method,
        headers: { ...(token ? { authorization: `Bearer ${token}` } : {}) },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      }),
    );
  return {
    askonce,
    shop,
    memory,
    calls,
    clock,
    request,
    deliver(topic, orderId, change = (body) => body) {
      const webhook = memory.webhook(topic, orderId);
      const body = change(webhook.body) as Uint8Array<ArrayBuffer>;
      return askonce.handler(
        new Request("http://shop.example.test/api/v1/webhooks/memory", { method: "POST", headers: webhook.headers, body }),
      );
    },
  };
}

/** An owner with a token. */
export async function ownerToken(askonce: Askonce): Promise<{ token: string; caller: Caller }> {
  const owner = await askonce.agents.create({ name: "Olga", role: "owner" }, systemCaller);
  const { token } = await askonce.agents.createToken(owner.id, { label: "test" }, systemCaller);
  return { token, caller: { kind: "agent", agentId: owner.id, name: owner.name, role: "owner" } };
}

function countCalls(adapter: StorefrontAdapterV1, calls: CallLog): StorefrontAdapterV1 {
  const { changes } = adapter;
  return {
    ...adapter,
    getOrder: (ref, context: AdapterContext) => {
      calls.getOrder.push(ref);
      return adapter.getOrder(ref, context);
    },
    findOrders: (query, context) => {
      calls.findOrders.push(JSON.stringify(query));
      return adapter.findOrders(query, context);
    },
    ...(changes
      ? {
          changes: {
            overlapMs: changes.overlapMs,
            list: (request, context) => {
              calls.list.push(JSON.stringify(request));
              return changes.list(request, context);
            },
          },
        }
      : {}),
  };
}
