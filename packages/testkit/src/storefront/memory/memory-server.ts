import type { FakeOrder, FakeShop } from "../../shop-data/shop.ts";
import type { MemoryStorefrontSettings } from "./memory-options.ts";
import { renderVendorOrder } from "./vendor-order.ts";

/** The memory shop's own HTTP server and its state: the part that would be somebody else's computer. */
export interface MemoryServer {
  /** Answers `GET /status`, `/orders/<id>`, `/orders?number=&email=&phone=` and `/changes?since=&cursor=&limit=`. */
  handle(request: Request): Promise<Response>;
  /** The order as the server would send it, `null` when there is none. */
  render(orderId: number): Record<string, unknown> | null;
  /** Changes an order and raises its version. Fields the neutral model does not have are sent as they are. */
  updateOrder(orderId: number, change: Partial<FakeOrder> & Readonly<Record<string, unknown>>): void;
  deleteOrder(orderId: number): void;
}

interface StoredOrder {
  order: FakeOrder;
  extra: Readonly<Record<string, unknown>>;
}

export function createMemoryServer(shop: FakeShop, settings: MemoryStorefrontSettings): MemoryServer {
  const stored = new Map<number, StoredOrder>(shop.orders.map((order) => [order.id, { order: structuredClone(order), extra: {} }]));
  const vendorId = settings.vendorId ?? ((order: { id: number }) => String(order.id));
  let latestMs = Math.max(Date.parse(shop.now), ...shop.orders.map((order) => Date.parse(order.updatedAt)));
  const now =
    settings.now ??
    (() => {
      latestMs += 1_000;
      return latestMs;
    });

  const renderStored = ({ order, extra }: StoredOrder): Record<string, unknown> =>
    renderVendorOrder(
      order,
      vendorId(order),
      shop.customers.find((customer) => customer.id === order.customerId),
      extra,
    );

  function answer(url: URL): Response {
    if (url.pathname === "/status") return Response.json({ status: "ok" });
    if (url.pathname === "/orders") return Response.json({ orders: search(url.searchParams).map(renderStored) });
    if (url.pathname === "/changes") return Response.json(changes(url.searchParams));
    const id = /^\/orders\/([^/]+)$/.exec(url.pathname)?.[1];
    const found = [...stored.values()].find(({ order }) => vendorId(order) === decodeURIComponent(id ?? ""));
    return found === undefined ? Response.json({ error: "not found" }, { status: 404 }) : Response.json(renderStored(found));
  }

  function search(query: URLSearchParams): StoredOrder[] {
    const matches = (field: "number" | "email" | "phone", order: FakeOrder): boolean => {
      const wanted = query.get(field);
      return wanted === null || order[field].toLowerCase() === wanted.toLowerCase();
    };
    return [...stored.values()]
      .filter(({ order }) => matches("number", order) && matches("email", order) && matches("phone", order))
      .sort((a, b) => Date.parse(b.order.placedAt) - Date.parse(a.order.placedAt));
  }

  /** Pages by version and id, not by offset: an order that changes meanwhile moves to the end and pushes no other one out of sight. */
  function changes(query: URLSearchParams): { orders: Record<string, unknown>[]; next: string | null; total: number } {
    const since = query.get("since");
    const cursor = query.get("cursor") ?? "";
    const limit = Number(query.get("limit"));
    const all = [...stored.values()]
      .filter(({ order }) => since === null || Date.parse(order.updatedAt) >= Date.parse(since))
      .sort((a, b) => (position(a.order) < position(b.order) ? -1 : 1));
    const rest = all.filter(({ order }) => position(order) > cursor);
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    const next = last !== undefined && rest.length > limit ? position(last.order) : null;
    return { orders: page.map(renderStored), next, total: all.length };
  }

  return {
    handle: async (request) => {
      if (request.headers.get("authorization") !== `Bearer ${settings.accessToken}`) {
        return Response.json({ error: "unauthorized" }, { status: 401 });
      }
      return answer(new URL(request.url));
    },
    render: (orderId) => {
      const found = stored.get(orderId);
      return found === undefined ? null : renderStored(found);
    },
    updateOrder: (orderId, change) => {
      const found = stored.get(orderId);
      if (found === undefined) throw new RangeError(`There is no order ${orderId} in the memory shop`);
      const updatedAt = change.updatedAt ?? new Date(now()).toISOString();
      const order = { ...found.order, ...change, id: found.order.id, updatedAt };
      stored.set(orderId, { order, extra: { ...found.extra, ...change, updatedAt } });
    },
    deleteOrder: (orderId) => {
      stored.delete(orderId);
    },
  };
}

/** Sorts as text in the order of time: milliseconds and ids are padded to the same length. */
function position(order: FakeOrder): string {
  return `${String(Date.parse(order.updatedAt)).padStart(15, "0")}-${String(order.id).padStart(12, "0")}`;
}
