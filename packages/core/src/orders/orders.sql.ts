import type { ContextOrder, Order, Parcel, SourceRef } from "@askonce/spec";
import { type RawBuilder, sql } from "kysely";
import type { DeliverySettings } from "../parcels/delivery-settings.ts";
import { toInstant } from "../platform/instants.ts";
import type { SqlDialect } from "../storage/dialects/dialect.ts";
import { jsonArray, jsonObject } from "../storage/json-text.ts";
import type { Tables } from "../storage/tables.ts";
import { orderDelivery, type StoredDelivery } from "./order-delivery.ts";

const promiseColumns: readonly (keyof Tables["promises"])[] = [
  "id",
  "order_ref",
  "parcel_id",
  "ticket_id",
  "kind",
  "source",
  "made_by",
  "made_at",
  "due_at",
  "due_date",
  "zone",
  "shown_to_buyer",
  "state",
  "settled_at",
];
const incidentColumns: readonly (keyof Tables["incidents"])[] = [
  "id",
  "kind",
  "state",
  "severity",
  "order_ref",
  "order_number",
  "parcel_id",
  "carrier",
  "tracking_number",
  "evidence",
  "owner_id",
  "group_id",
  "opened_at",
  "closed_at",
  "closed_because",
  "version",
];
const groupColumns: readonly (keyof Tables["incident_groups"])[] = [
  "id",
  "kind",
  "cause",
  "cause_name",
  "state",
  "incident_count",
  "expected_count",
  "false_alarms_per_year",
  "began_at",
  "last_incident_at",
];
const parcelsOf = sql`parcels p where p.shop_id = o.shop_id and p.order_ref = o.ref order by p.position`;

/** An order as JSON text, its parcels inside, from the table alias `o`. */
export function orderJson(dialect: SqlDialect, extra: Readonly<Record<string, RawBuilder<unknown>>> = {}): RawBuilder<string> {
  const object = (alias: string, columns: readonly string[], more: Record<string, RawBuilder<unknown>> = {}) =>
    jsonObject({ ...Object.fromEntries(columns.map((column) => [column, dialect.jsonScalar(sql.ref(`${alias}.${column}`))])), ...more });
  return jsonObject({
    ref: dialect.jsonScalar(sql`o.ref`),
    fetchedAt: dialect.jsonScalar(sql`o.fetched_at`),
    detailFetchedAt: dialect.jsonScalar(sql`o.detail_fetched_at`),
    deletedAt: dialect.jsonScalar(sql`o.deleted_at`),
    body: sql`o.body`,
    parcels: jsonArray(sql`select p.body as row_json from ${parcelsOf}`),
    deliveries: jsonArray(sql`select coalesce(p.delivery, 'null') as row_json from ${parcelsOf}`),
    polls: jsonArray(
      sql`select ${dialect.jsonScalar(
        sql`(select min(x.next_poll_at) from trackings x where x.shop_id = p.shop_id and x.tracking_normalized = p.tracking_normalized and x.state = 'active')`,
      )} as row_json from ${parcelsOf}`,
    ),
    promises: jsonArray(
      sql`select ${object("m", promiseColumns)} as row_json from promises m where m.shop_id = o.shop_id and m.order_ref = o.ref order by m.made_at, m.id`,
    ),
    incidents: jsonArray(
      sql`select ${object("i", incidentColumns, {
        tickets: jsonArray(
          sql`select ${dialect.jsonScalar(sql`l.ticket_id`)} as row_json from incident_tickets l where l.shop_id = i.shop_id and l.incident_id = i.id order by l.at`,
        ),
      })} as row_json from incidents i where i.shop_id = o.shop_id and i.order_ref = o.ref order by i.opened_at, i.id`,
    ),
    storms: jsonArray(
      sql`select ${object("g", groupColumns)} as row_json from incident_groups g where g.shop_id = o.shop_id and g.id in (
        select i.group_id from incidents i where i.shop_id = o.shop_id and i.order_ref = o.ref) order by g.began_at`,
    ),
    ...extra,
  });
}

/** What {@link orderJson} reads back as. */
export interface StoredOrder extends StoredDelivery {
  ref: SourceRef;
  fetchedAt: number;
  detailFetchedAt: number | null;
  deletedAt: number | null;
  body: Omit<Order, "parcels">;
  parcels: Parcel[];
}

/** What an order is read with. */
export interface OrderReading {
  /** Milliseconds since the epoch. */
  now: number;
  freshForMs: number;
  settings: DeliverySettings;
}

/** When a stored order counts as old, and when it was never read whole. */
function isStale(stored: Pick<StoredOrder, "fetchedAt" | "detailFetchedAt" | "deletedAt">, now: number, freshForMs: number): boolean {
  if (stored.deletedAt !== null) return false;
  return stored.detailFetchedAt === null || now - stored.fetchedAt > freshForMs;
}

export function toContextOrder(
  stored: StoredOrder,
  { now, freshForMs, settings }: OrderReading,
): Omit<ContextOrder, "evidence" | "belongsToCustomer"> {
  const order = { ...stored.body, parcels: stored.parcels };
  const source = stored.ref.slice(0, stored.ref.indexOf(":"));
  return {
    order,
    delivery: orderDelivery(order, stored, { adapterId: source, fetchedAt: stored.fetchedAt }, settings, now),
    provenance: {
      source,
      fetchedAt: toInstant(stored.fetchedAt),
      ageMs: Math.max(0, now - stored.fetchedAt),
      stale: isStale(stored, now, freshForMs),
    },
  };
}
