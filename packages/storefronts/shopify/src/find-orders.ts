import type { AdapterContext, FoundOrders, Gap, Order, OrderQuery } from "@askonce/spec";
import type { GrantedScopes } from "./access/granted-scopes.ts";
import { searchOrders } from "./documents/list-orders.ts";
import type { OrderAnswer } from "./documents/order-answer.ts";
import type { AdminApi } from "./graphql/admin-api.ts";
import { missingData } from "./graphql/graphql-error.ts";
import { type AfterSales, afterSalesNotFetched } from "./map/after-sales.ts";
import { gapsUnder } from "./map/gaps.ts";
import { fetchAfterSales } from "./read-order.ts";
import { orderSearches } from "./search/order-searches.ts";
import { readOrderQuery, verifyMatches, type WantedOrder } from "./search/verify-match.ts";

/** Refunds and returns are read for so many found orders; of more, the list has to do. */
const completeUpTo = 3;

export interface FindOrdersOptions {
  api: AdminApi;
  scopes: GrantedScopes;
  countryCode: string | undefined;
  map(answer: OrderAnswer, afterSales: AfterSales, gaps: Gap[]): Order;
}

interface Found {
  order: OrderAnswer;
  gaps: Gap[];
}

export async function findOrders(query: OrderQuery, options: FindOrdersOptions, context: AdapterContext): Promise<FoundOrders> {
  const wanted = readOrderQuery(query, options.countryCode);
  if (typeof wanted === "string") return { orders: [], gaps: unreadable(wanted) };
  const found = new Map<string, Found>();
  const { searches, gaps } = await orderSearches(options.api, wanted, context);
  for (const search of searches) {
    const page = await searchPage(options.api, search, context);
    if (page.hasMore) gaps.push({ field: "orders", reason: "truncated", remedy: null });
    const matches = new Set(
      verifyMatches(
        page.orders.map(({ order }) => order),
        wanted,
        options.countryCode,
      ),
    );
    for (const match of page.orders) if (matches.has(match.order)) found.set(match.order.id, match);
    if (found.size === 0) gaps.push(...unverifiable(page.orders, wanted));
  }
  if (found.size === 0 && (wanted.orderNumber ?? wanted.email ?? wanted.phone) !== null) {
    gaps.push(...(await tooOld(options.scopes, context)));
  }
  const isComplete = found.size <= completeUpTo;
  const orders = await Promise.all(
    [...found.values()].map(async ({ order, gaps: ofOrder }) =>
      options.map(order, isComplete ? await fetchAfterSales(options.api, order.id, context) : afterSalesNotFetched(), ofOrder),
    ),
  );
  orders.sort((one, other) => Date.parse(other.placedAt) - Date.parse(one.placedAt));
  return { orders: orders.slice(0, 20), gaps };
}

async function searchPage(api: AdminApi, query: string, context: AdapterContext): Promise<{ orders: Found[]; hasMore: boolean }> {
  const answer = await api.read(searchOrders, { query }, context);
  const page = answer.data.orders;
  if (!page) throw missingData(answer.denied);
  const orders = page.nodes.map((order, index) => ({
    order,
    gaps: gapsUnder(answer.denied, ["orders", "nodes", index]),
  }));
  return { orders, hasMore: page.pageInfo.hasNextPage };
}

/** Orders that Shopify found, but whose e-mail or phone it keeps back, cannot be compared: that is said instead of "there is none". */
function unverifiable(orders: readonly Found[], wanted: WantedOrder): Gap[] {
  const fields = [...(wanted.email === null ? [] : ["email"]), ...(wanted.phone === null ? [] : ["phone"])];
  const hidden = orders.flatMap((order) => order.gaps).filter((gap) => gap.reason !== "truncated");
  return fields.flatMap((field) => hidden.find((gap) => gap.field === field) ?? []);
}

/** Nothing found may mean "too old to be seen". */
async function tooOld(scopes: GrantedScopes, context: AdapterContext): Promise<Gap[]> {
  if ((await scopes.readsAllOrders(context)) !== false) return [];
  return [{ field: "orders", reason: "too_old", remedy: "read_all_orders" }];
}

function unreadable(part: "orderNumber" | "email" | "phone"): Gap[] {
  if (part !== "phone") return [];
  return [{ field: "phone", reason: "not_fetched", remedy: "the number with its country code, or the option countryCode" }];
}
