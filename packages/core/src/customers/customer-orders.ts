import { type ContextOrder, normalizeOrderNumber } from "@askonce/spec";
import { sql } from "kysely";
import { type Caller, requireRole } from "../caller.ts";
import { orderJson, type StoredOrder, toContextOrder } from "../orders/orders.sql.ts";
import type { DeliverySettings } from "../parcels/delivery-settings.ts";
import type { Platform } from "../platform/platform.ts";
import { decodeCursor, encodeCursor } from "../storage/cursor.ts";
import type { Store } from "../storage/store.ts";
import type { Storefronts } from "../storefronts/storefronts.ts";
import { customerRow } from "./customers.sql.ts";
import { orderRefsOf } from "./order-refs.sql.ts";

export interface CustomerOrders {
  /** The orders of a customer's contact points, newest first. @throws AskonceError `CUSTOMER_NOT_FOUND` */
  list(
    customerId: string,
    request: { cursor?: string | undefined; limit: number },
    caller: Caller,
  ): Promise<{ items: ContextOrder[]; nextCursor: string | null }>;
  /** A customer's own order by its number, among the newest 200; `null` when none of theirs has it. */
  findOwn(number: string, caller: Extract<Caller, { kind: "customer" }>): Promise<ContextOrder | null>;
}

export function createCustomerOrders(
  store: Store,
  platform: Platform,
  storefronts: Storefronts,
  settings: DeliverySettings,
): CustomerOrders {
  const services: CustomerOrders = {
    async list(customerId, request, caller) {
      // A customer sees their own; for everybody else it takes an agent.
      if (!(caller.kind === "customer" && caller.customerId === customerId)) requireRole(caller, "agent");
      const database = await store.ready();
      await customerRow(database, store.shopId, customerId);
      // A customer is shown what a verified or signed-in address vouches for, not what somebody once claimed.
      const assurance = caller.kind === "customer" ? sql`and c.assurance in ('signedIn', 'otpVerified')` : sql``;
      const after = request.cursor === undefined ? null : decodeCursor(request.cursor, ["number", "string"]);
      const page = after ? sql`and (o.placed_at < ${after[0]} or (o.placed_at = ${after[0]} and o.ref < ${after[1]}))` : sql``;
      const refs = orderRefsOf(store.shopId, sql`${customerId}`, assurance);
      const { rows } = await sql<{ stored: string }>`select ${orderJson(store.dialect)} as stored
        from (${refs}) r cross join orders o where o.shop_id = ${store.shopId} and o.ref = r.ref ${page}
        order by o.placed_at desc, o.ref desc limit ${request.limit + 1}`.execute(database);
      const now = platform.clock.now();
      const items = rows.slice(0, request.limit).map((row) => {
        const stored = JSON.parse(row.stored) as StoredOrder;
        return {
          ...toContextOrder(stored, { now, freshForMs: storefronts.freshForMs(stored.ref), settings }),
          evidence: [],
          belongsToCustomer: true,
        };
      });
      const last = items.at(-1);
      const hasMore = rows.length > request.limit && last !== undefined;
      return { items, nextCursor: hasMore ? encodeCursor([Date.parse(last.order.placedAt), last.order.ref]) : null };
    },

    async findOwn(number, caller) {
      const wanted = normalizeOrderNumber(number);
      let cursor: string | undefined;
      for (let page = 0; wanted !== null && page < 4; page++) {
        const { items, nextCursor } = await services.list(caller.customerId, { limit: 50, cursor }, caller);
        const found = items.find((item) => normalizeOrderNumber(item.order.number) === wanted);
        if (found) return found;
        if (nextCursor === null) break;
        cursor = nextCursor;
      }
      return null;
    },
  };
  return services;
}
