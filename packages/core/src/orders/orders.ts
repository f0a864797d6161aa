import {
  AskonceError,
  type ContextOrder,
  type Gap,
  normalizeEmail,
  normalizeOrderNumber,
  normalizePhone,
  normalizeTrackingNumber,
  type SourceRef,
} from "@askonce/spec";
import { sql } from "kysely";
import { type Caller, requireRole } from "../caller.ts";
import type { DeliverySettings } from "../parcels/delivery-settings.ts";
import type { Platform } from "../platform/platform.ts";
import type { Store } from "../storage/store.ts";
import type { Storefronts } from "../storefronts/storefronts.ts";
import type { LiveReads } from "./live-reads.ts";
import { orderJson, type StoredOrder, toContextOrder } from "./orders.sql.ts";

export interface OrderSearch {
  number?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
  trackingNumber?: string | undefined;
  /** Also ask the storefronts when nothing is stored. Default `false`. */
  live?: boolean | undefined;
}

export interface Orders {
  /** Everything given must match. At most 20, newest first. */
  search(search: OrderSearch, caller: Caller): Promise<{ items: ContextOrder[]; gaps: (Gap & { adapterId: string })[] }>;
  /** @throws AskonceError `ORDER_NOT_FOUND` */
  get(ref: SourceRef, caller: Caller): Promise<ContextOrder>;
  /** Reads it from its storefront first. @throws AskonceError `ORDER_NOT_FOUND`, `ADAPTER_…` */
  refresh(ref: SourceRef, caller: Caller): Promise<ContextOrder>;
}

export function createOrders(
  store: Store,
  platform: Platform,
  storefronts: Storefronts,
  live: LiveReads,
  countryCode: string | undefined,
  settings: DeliverySettings,
): Orders {
  const read = async (where: ReturnType<typeof sql>[], limit: number): Promise<ContextOrder[]> => {
    const database = await store.ready();
    const query = sql<{ stored: string }>`select ${orderJson(store.dialect)} as stored from orders o
      where o.shop_id = ${store.shopId} and ${sql.join(where, sql` and `)} order by o.placed_at desc limit ${limit}`;
    const { rows } = await query.execute(database);
    const now = platform.clock.now();
    return rows.map((row) => {
      const stored = JSON.parse(row.stored) as StoredOrder;
      return {
        ...toContextOrder(stored, { now, freshForMs: storefronts.freshForMs(stored.ref), settings }),
        evidence: [],
        belongsToCustomer: false,
      };
    });
  };

  const get = async (ref: SourceRef) => {
    const [order] = await read([sql`o.ref = ${ref}`], 1);
    if (!order) throw new AskonceError("ORDER_NOT_FOUND");
    return order;
  };

  return {
    async search(search, caller) {
      requireRole(caller, "agent");
      const conditions = [sql`o.deleted_at is null`];
      // A text that cannot be such a thing finds nothing, rather than being left out of the conditions.
      const unusable = sql`1 = 0`;
      if (search.number !== undefined) {
        const number = normalizeOrderNumber(search.number);
        conditions.push(number ? sql`o.number_normalized = ${number}` : unusable);
      }
      if (search.email !== undefined) {
        const email = normalizeEmail(search.email);
        conditions.push(email ? sql`o.email_normalized = ${email}` : unusable);
      }
      if (search.phone !== undefined) {
        const phone = normalizePhone(search.phone, countryCode);
        conditions.push(phone ? sql`o.phone_normalized = ${phone}` : unusable);
      }
      if (search.trackingNumber !== undefined) {
        const tracking = normalizeTrackingNumber(search.trackingNumber);
        conditions.push(
          tracking
            ? sql`o.ref in (select p.order_ref from parcels p where p.shop_id = ${store.shopId} and p.tracking_normalized = ${tracking})`
            : unusable,
        );
      }
      if (conditions.length === 1)
        throw new AskonceError("VALIDATION_FAILED", { message: "Give a number, an e-mail, a phone or a tracking number" });
      const stored = await read(conditions, 20);
      const { number, email, phone } = search;
      if (stored.length > 0 || !search.live || (number === undefined && email === undefined && phone === undefined))
        return { items: stored, gaps: [] };
      const found = await live.find(
        {
          ...(number === undefined ? {} : { orderNumber: number }),
          ...(email === undefined ? {} : { email }),
          ...(phone === undefined ? {} : { phone }),
        },
        "agent",
      );
      return { items: found.refs.length === 0 ? [] : await read([sql`o.ref in (${sql.join(found.refs)})`], 20), gaps: found.gaps };
    },

    async get(ref, caller) {
      requireRole(caller, "agent");
      return get(ref);
    },

    async refresh(ref, caller) {
      requireRole(caller, "agent");
      const order = await live.refresh(ref, "agent");
      if (!order && !storefronts.of(ref)) throw new AskonceError("ORDER_NOT_FOUND");
      return get(ref);
    },
  };
}
