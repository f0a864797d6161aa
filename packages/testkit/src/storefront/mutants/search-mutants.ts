import { AskonceError, type Order, type OrderQuery, type StorefrontAdapterV1 } from "@askonce/spec";
import type { Mutant } from "./mutant.ts";

type FindOrders = StorefrontAdapterV1["findOrders"];

/** Another `findOrders` around the reference's. */
function finding(change: (find: FindOrders, adapter: StorefrontAdapterV1) => FindOrders): Mutant["wrap"] {
  return (adapter) => ({ ...adapter, findOrders: change(adapter.findOrders, adapter) });
}

/** The query as some other adapter would understand it. */
function asking(change: (query: OrderQuery) => OrderQuery): Mutant["wrap"] {
  return finding((find) => (query, context) => find(change(query), context));
}

/** All orders of the shop that pass, as a vendor with a loose search would answer. */
async function wholeShop(
  adapter: StorefrontAdapterV1,
  context: Parameters<FindOrders>[1],
  keep: (order: Order) => boolean,
): Promise<Order[]> {
  const orders: Order[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<NonNullable<StorefrontAdapterV1["changes"]>["list"]>> | undefined = await adapter.changes?.list(
      { since: null, cursor },
      context,
    );
    orders.push(...(page?.snapshots ?? []).map((snapshot) => snapshot.order).filter(keep));
    cursor = page?.nextCursor ?? null;
  } while (cursor !== null);
  return orders;
}

export const searchMutants: readonly Mutant[] = [
  {
    name: "ignores the e-mail when there is a number",
    caughtBy: ["number-with-wrong-email"],
    wrap: asking((query) => (query.orderNumber === undefined ? query : { orderNumber: query.orderNumber })),
  },
  {
    name: "ignores the number when there is an e-mail",
    caughtBy: ["number-with-wrong-email"],
    wrap: asking((query) => (query.email === undefined ? query : { email: query.email })),
  },
  {
    name: "finds guests never",
    caughtBy: ["guest-order-by-number-and-email", "order-number-as-people-write-it", "two-orders-same-email"],
    wrap: finding((find) => async (query, context) => {
      const found = await find(query, context);
      return { ...found, orders: found.orders.filter((order) => order.customer !== null) };
    }),
  },
  {
    name: "takes the number letter by letter",
    caughtBy: ["order-number-as-people-write-it"],
    wrap: finding(
      (find) => async (query, context) => (/^[#\s]|\s$/.test(query.orderNumber ?? "") ? { orders: [], gaps: [] } : find(query, context)),
    ),
  },
  {
    name: "lists the oldest order first",
    caughtBy: ["two-orders-same-email"],
    wrap: finding((find) => async (query, context) => {
      const found = await find(query, context);
      return { ...found, orders: found.orders.toReversed() };
    }),
  },
  {
    name: "looks for a part of the e-mail or number",
    caughtBy: ["search-is-exact"],
    wrap: finding((_find, adapter) => async (query, context) => ({
      gaps: [],
      orders: await wholeShop(
        adapter,
        context,
        (order) =>
          order.number.includes((query.orderNumber ?? "").slice(0, 3)) && (order.email ?? "").includes((query.email ?? "").slice(1, 4)),
      ),
    })),
  },
  {
    name: "understands a star as everything",
    caughtBy: ["search-cannot-be-injected"],
    wrap: finding((find, adapter) => async (query, context) => {
      if (!/[*%]/.test(`${query.orderNumber}${query.email}`)) return find(query, context);
      return { gaps: [], orders: (await wholeShop(adapter, context, () => true)).slice(0, 20) };
    }),
  },
  {
    name: "lists the shop for an empty search",
    caughtBy: ["empty-search-finds-nothing"],
    wrap: finding((find, adapter) => async (query, context) => {
      if (Object.values(query).some((value) => value.trim() !== "" && value !== "#")) return find(query, context);
      return { gaps: [], orders: (await wholeShop(adapter, context, () => true)).slice(0, 20) };
    }),
  },
  {
    name: "drops the phone it cannot search for and answers with everybody",
    caughtBy: ["order-by-phone"],
    wrap: finding((find, adapter) => async (query, context) => {
      if (query.phone === undefined) return find(query, context);
      return { gaps: [], orders: (await wholeShop(adapter, context, () => true)).slice(0, 20) };
    }),
  },
  {
    name: "finds no phone and does not say why",
    caughtBy: ["order-by-phone"],
    wrap: finding((find) => async (query, context) => (query.phone === undefined ? find(query, context) : { orders: [], gaps: [] })),
  },
  {
    name: "takes a failed search for an empty one",
    caughtBy: ["failed-search-is-not-empty", "wrong-credentials-are-refused", "http-401"],
    wrap: finding((find) => async (query, context) => {
      try {
        return await find(query, context);
      } catch (error) {
        if (AskonceError.is(error)) return { orders: [], gaps: [] };
        throw error;
      }
    }),
  },
  {
    name: "gives found orders other references",
    caughtBy: ["references-round-trip"],
    wrap: finding((find) => async (query, context) => {
      const found = await find(query, context);
      return { ...found, orders: found.orders.map((order) => ({ ...order, ref: `${order.ref}-found` })) };
    }),
  },
];
