import type { ContextOrder, Order, Parcel, SourceRef } from "@askonce/spec";
import { type RawBuilder, sql } from "kysely";
import { toInstant } from "../platform/instants.ts";
import type { SqlDialect } from "../storage/dialects/dialect.ts";
import { jsonArray, jsonObject } from "../storage/json-text.ts";

/** An order as JSON text, its parcels inside, from the table alias `o`. */
export function orderJson(dialect: SqlDialect, extra: Readonly<Record<string, RawBuilder<unknown>>> = {}): RawBuilder<string> {
  return jsonObject({
    ref: dialect.jsonScalar(sql`o.ref`),
    fetchedAt: dialect.jsonScalar(sql`o.fetched_at`),
    detailFetchedAt: dialect.jsonScalar(sql`o.detail_fetched_at`),
    deletedAt: dialect.jsonScalar(sql`o.deleted_at`),
    body: sql`o.body`,
    parcels: jsonArray(
      sql`select p.body as row_json from parcels p where p.shop_id = o.shop_id and p.order_ref = o.ref order by p.position`,
    ),
    ...extra,
  });
}

/** What {@link orderJson} reads back as. */
export interface StoredOrder {
  ref: SourceRef;
  fetchedAt: number;
  detailFetchedAt: number | null;
  deletedAt: number | null;
  body: Omit<Order, "parcels">;
  parcels: Parcel[];
}

/** When a stored order counts as old, and when it was never read whole. */
function isStale(stored: Pick<StoredOrder, "fetchedAt" | "detailFetchedAt" | "deletedAt">, now: number, freshForMs: number): boolean {
  if (stored.deletedAt !== null) return false;
  return stored.detailFetchedAt === null || now - stored.fetchedAt > freshForMs;
}

export function toContextOrder(stored: StoredOrder, now: number, freshForMs: number): Omit<ContextOrder, "evidence" | "belongsToCustomer"> {
  return {
    order: { ...stored.body, parcels: stored.parcels },
    provenance: {
      source: stored.ref.slice(0, stored.ref.indexOf(":")),
      fetchedAt: toInstant(stored.fetchedAt),
      ageMs: Math.max(0, now - stored.fetchedAt),
      stale: isStale(stored, now, freshForMs),
    },
  };
}
