import { type AdapterContext, AskonceError, type ChangesPage, type ChangesRequest, type Gap, type Order } from "@askonce/spec";
import { type GrantedScopes, orderWindowMs } from "./access/granted-scopes.ts";
import { listChangedOrders } from "./documents/list-orders.ts";
import type { OrderAnswer } from "./documents/order-answer.ts";
import type { AdminApi } from "./graphql/admin-api.ts";
import { missingData } from "./graphql/graphql-error.ts";
import { type AfterSales, afterSalesNotFetched } from "./map/after-sales.ts";
import { gapsUnder } from "./map/gaps.ts";
import { updatedSince } from "./search/search-term.ts";

/** Shopify's search index lags behind the orders by seconds, and by minutes on a bad day. */
export const changesOverlapMs = 10 * 60_000;

export interface ListChangesOptions {
  api: AdminApi;
  scopes: GrantedScopes;
  pageSize: number;
  map(answer: OrderAnswer, afterSales: AfterSales, gaps: Gap[]): Order;
}

/**
 * A page of orders by their last change. An order that changes during the run moves to its end and comes again; none is missed. The
 * cursor holds the instant the run began from, so that the rest of the run asks the same question.
 */
export async function listChanges(request: ChangesRequest, options: ListChangesOptions, context: AdapterContext): Promise<ChangesPage> {
  const { since, after } = request.cursor === null ? { since: request.since, after: null } : readCursor(request.cursor);
  const query = since === null ? null : updatedSince(since);
  const answer = await readPage(options, { query, after }, context);
  const page = answer.data.orders;
  if (!page) throw missingData(answer.denied);
  const { endCursor, hasNextPage } = page.pageInfo;
  const count = answer.data.ordersCount;
  const isExact = count?.precision !== "AT_LEAST";
  return {
    snapshots: page.nodes.map((order, index) => ({
      order: options.map(order, afterSalesNotFetched(), gapsUnder(answer.denied, ["orders", "nodes", index])),
      omitted: ["refunds", "returns", "notes"],
    })),
    // A deleted order is in no list: only its webhook tells.
    deleted: [],
    nextCursor: hasNextPage && endCursor ? writeCursor(since, endCursor) : null,
    total: isExact ? (count?.count ?? null) : null,
    gaps: await windowGaps(since, options.scopes, context),
  };
}

/** What a page costs grows with its size in a way only Shopify knows: one that is too expensive is asked for again with half of it. */
async function readPage(options: ListChangesOptions, variables: { query: string | null; after: string | null }, context: AdapterContext) {
  for (let first = options.pageSize; ; first = Math.floor(first / 2)) {
    try {
      const cost = Math.ceil((listChangedOrders.cost * (first + 20)) / 45);
      return await options.api.read(listChangedOrders, { ...variables, first }, context, { cost });
    } catch (error) {
      if (first < 2 || !isTooExpensive(error)) throw error;
    }
  }
}

function isTooExpensive(error: unknown): boolean {
  return AskonceError.is(error) && Array.isArray(error.details.codes) && error.details.codes.includes("MAX_COST_EXCEEDED");
}

async function windowGaps(since: string | null, scopes: GrantedScopes, context: AdapterContext): Promise<Gap[]> {
  const isWithinWindow = since !== null && Date.parse(since) >= context.clock.now() - orderWindowMs;
  if (isWithinWindow || (await scopes.readsAllOrders(context)) !== false) return [];
  return [{ field: "orders", reason: "too_old", remedy: "read_all_orders" }];
}

function writeCursor(since: string | null, after: string): string {
  return `${since ?? ""}|${after}`;
}

function readCursor(cursor: string): { since: string | null; after: string } {
  const bar = cursor.indexOf("|");
  if (bar < 0) throw new AskonceError("VALIDATION_FAILED", { message: "The cursor is not one of this adapter" });
  return { since: cursor.slice(0, bar) || null, after: cursor.slice(bar + 1) };
}
