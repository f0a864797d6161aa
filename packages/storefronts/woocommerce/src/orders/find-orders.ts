import {
  type AdapterContext,
  type FoundOrders,
  type Gap,
  normalizeEmail,
  normalizeOrderNumber,
  normalizePhone,
  type OrderQuery,
} from "@askonce/spec";
import type { WooClient } from "../client/woo-client.ts";
import type { MapContext } from "../map/map-context.ts";
import { wooCustomerSchema } from "../schemas/woo-customer.ts";
import type { WooOrder } from "../schemas/woo-order.ts";
import { fetchOrder } from "./get-order.ts";
import { orderMatcher, type SearchTerms } from "./match-query.ts";
import { orderSnapshot } from "./order-snapshot.ts";
import { readGoodRows } from "./read-rows.ts";
import { type Candidates, searchOrders } from "./search-orders.ts";
import { sideRead } from "./side-read.ts";

const mostOrders = 20;

/**
 * WooCommerce's search looks for parts of texts in many fields, so it only brings candidates: each is compared again with everything that
 * was asked for.
 */
export async function findOrders(
  client: WooClient,
  query: OrderQuery,
  map: MapContext & { countryCode: string | null },
  context: AdapterContext,
): Promise<FoundOrders> {
  const terms = readTerms(query, map.countryCode);
  if (terms === null) return { orders: [], gaps: unusablePhone(query, map.countryCode) };
  const gaps: Gap[] = [];
  const accounts = terms.number === null && terms.email !== null ? await accountsOf(client, terms.email, context) : null;
  if (accounts) gaps.push(...accounts.gaps);
  const customerIds = new Set(accounts?.value ?? []);
  const matches = orderMatcher(terms, customerIds, map.countryCode);

  const direct = await directHit(client, terms, context);
  if (direct !== null && matches(direct)) return { orders: [orderSnapshot(direct, map).order], gaps };

  const { orders, isTruncated, hasUnreadable } = await candidatesFor(client, query, terms, customerIds, context);
  const found = new Map(orders.filter(matches).map((order) => [order.id, order]));
  const newestFirst = [...found.values()].sort(
    (a, b) => b.date_created_gmt.localeCompare(a.date_created_gmt) || Number(b.id) - Number(a.id),
  );
  if (isTruncated || newestFirst.length > mostOrders) gaps.push({ field: "orders", reason: "truncated", remedy: null });
  if (hasUnreadable) gaps.push({ field: "orders", reason: "failed", remedy: null });
  const mapped = newestFirst.slice(0, mostOrders).flatMap((order) => {
    try {
      return [orderSnapshot(order, map).order];
    } catch {
      gaps.push({ field: "orders", reason: "failed", remedy: null });
      return [];
    }
  });
  return { orders: mapped, gaps };
}

/** `null` when nothing is asked for, or something that can match nothing. */
function readTerms(query: OrderQuery, countryCode: string | null): SearchTerms | null {
  const number = query.orderNumber === undefined ? undefined : normalizeOrderNumber(query.orderNumber);
  const email = query.email === undefined ? undefined : normalizeEmail(query.email);
  const phone = query.phone === undefined ? undefined : normalizePhone(query.phone, countryCode ?? undefined);
  if (number === null || email === null || phone === null) return null;
  if (number === undefined && email === undefined && phone === undefined) return null;
  return { number: number ?? null, email: email ?? null, phone: phone ?? null };
}

function unusablePhone(query: OrderQuery, countryCode: string | null): Gap[] {
  if (query.phone === undefined || normalizePhone(query.phone, countryCode ?? undefined) !== null) return [];
  return [{ field: "phone", reason: "not_fetched", remedy: "Give the whole number with its country, for example +40722123456" }];
}

/** Without a plugin for order numbers, the number is the id. */
async function directHit(client: WooClient, { number }: SearchTerms, context: AdapterContext): Promise<WooOrder | null> {
  return number !== null && /^[1-9]\d{0,18}$/.test(number) ? fetchOrder(client, number, context) : null;
}

async function candidatesFor(
  client: WooClient,
  query: OrderQuery,
  terms: SearchTerms,
  customerIds: ReadonlySet<string>,
  context: AdapterContext,
): Promise<Candidates> {
  // One term is enough to search by, best first; the others are compared.
  const searches =
    terms.number !== null
      ? [{ search: terms.number }]
      : terms.email !== null
        ? [{ search: terms.email }, ...[...customerIds].map((customer) => ({ customer }))]
        : phoneSearches(query.phone ?? "", terms.phone ?? "");
  const results = await Promise.all(searches.map((search) => searchOrders(client, search, context)));
  return {
    orders: results.flatMap(({ orders }) => orders),
    isTruncated: results.some(({ isTruncated }) => isTruncated),
    hasUnreadable: results.some(({ hasUnreadable }) => hasUnreadable),
  };
}

/** Phones are stored as they were typed: the last digits find `+40722123456` and `0722123456`, the text itself finds its own spelling. */
function phoneSearches(written: string, normalized: string): { search: string }[] {
  return [...new Set([normalized.slice(-8), written.trim()])].filter((text) => text !== "").map((search) => ({ search }));
}

/** An account's orders may have another billing address; `role=all`, because a shop's own people buy too. */
async function accountsOf(client: WooClient, email: string, context: AdapterContext) {
  return sideRead<string[]>(
    "customers",
    [],
    "Give the key's user the right to list users",
    async () => {
      const { body } = await client.get("customers", { email, role: "all", per_page: 10 }, context);
      const customers = readGoodRows(wooCustomerSchema, body, "customers");
      return customers.filter((customer) => customer.email !== null && normalizeEmail(customer.email) === email).map(({ id }) => id);
    },
    context,
  );
}
