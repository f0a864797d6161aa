import type { Incident, Order, Parcel, TrackedParcel } from "@askonce/spec";
import type { Selectable } from "kysely";
import { toIncident } from "../incidents/incidents.sql.ts";
import { toInstant, toInstantOrNull } from "../platform/instants.ts";
import { toPromise } from "../promises/promises.sql.ts";
import type { Database, UnitOfWork } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";
import type { ParcelClaim } from "./exception-facts.ts";
import type { ParcelReport } from "./parcel-reports.ts";

export type ParcelRow = Selectable<Tables["parcels"]>;

/** Everything that is stored about the delivery of an order. */
export interface DeliveryRows {
  ref: string;
  adapterId: string;
  fetchedAt: number;
  deletedAt: number | null;
  checkAt: number | null;
  order: Omit<Order, "parcels">;
  parcels: ParcelRow[];
  /** By normalized tracking number. */
  trackings: ReadonlyMap<string, Selectable<Tables["trackings"]>[]>;
  claims: (ParcelClaim & { parcelId: string | null })[];
  promises: ReturnType<typeof toPromise>[];
  incidents: Incident[];
}

type Reader = Pick<Database | UnitOfWork["database"], "selectFrom">;

/** A handful of statements, however many orders. Unknown references are left out. */
export async function readDeliveryRows(database: Reader, shopId: string, refs: readonly string[]): Promise<DeliveryRows[]> {
  if (refs.length === 0) return [];
  const orders = await database
    .selectFrom("orders")
    .select(["ref", "adapter_id", "body", "fetched_at", "deleted_at", "check_at"])
    .where("shop_id", "=", shopId)
    .where("ref", "in", refs)
    .execute();
  const parcels = await database
    .selectFrom("parcels")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("order_ref", "in", refs)
    .orderBy("position")
    .execute();
  const numbers = [...new Set(parcels.flatMap((row) => row.tracking_normalized ?? []))];
  const trackings = await readTrackings(database, shopId, numbers);
  const reports = await database
    .selectFrom("problem_reports")
    .select(["order_ref", "parcel_id", "kind", "by", "created_at", "cleared_at"])
    .where("shop_id", "=", shopId)
    .where("order_ref", "in", refs)
    .execute();
  const promises = await database.selectFrom("promises").selectAll().where("shop_id", "=", shopId).where("order_ref", "in", refs).execute();
  promises.sort((one, other) => one.made_at - other.made_at || (one.id < other.id ? -1 : 1));
  const incidents = await readIncidents(database, shopId, refs);
  return orders.map((row) => ({
    ref: row.ref,
    adapterId: row.adapter_id,
    fetchedAt: row.fetched_at,
    deletedAt: row.deleted_at,
    checkAt: row.check_at,
    order: JSON.parse(row.body) as Omit<Order, "parcels">,
    parcels: parcels.filter((parcel) => parcel.order_ref === row.ref),
    trackings,
    claims: reports
      .filter((report) => report.order_ref === row.ref)
      .map((report) => ({
        parcelId: report.parcel_id,
        kind: report.kind as ParcelClaim["kind"],
        by: report.by,
        at: toInstant(report.created_at),
        clearedAt: toInstantOrNull(report.cleared_at),
      })),
    promises: promises.filter((promise) => promise.order_ref === row.ref).map(toPromise),
    incidents: incidents.filter((incident) => incident.orderRef === row.ref),
  }));
}

async function readTrackings(database: Reader, shopId: string, numbers: readonly string[]) {
  const found = new Map<string, Selectable<Tables["trackings"]>[]>();
  if (numbers.length === 0) return found;
  const rows = await database
    .selectFrom("trackings")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("tracking_normalized", "in", numbers)
    .execute();
  for (const row of rows) found.set(row.tracking_normalized, [...(found.get(row.tracking_normalized) ?? []), row]);
  return found;
}

async function readIncidents(database: Reader, shopId: string, refs: readonly string[]): Promise<Incident[]> {
  const rows = await database.selectFrom("incidents").selectAll().where("shop_id", "=", shopId).where("order_ref", "in", refs).execute();
  if (rows.length === 0) return [];
  // Sorted here: asked for an order, SQLite would walk along the times of all incidents of the shop.
  rows.sort((one, other) => one.opened_at - other.opened_at || (one.id < other.id ? -1 : 1));
  const links = await database
    .selectFrom("incident_tickets")
    .select(["incident_id", "ticket_id"])
    .where("shop_id", "=", shopId)
    .where(
      "incident_id",
      "in",
      rows.map((row) => row.id),
    )
    .orderBy("at")
    .execute();
  return rows.map((row) =>
    toIncident(
      row,
      links.filter((link) => link.incident_id === row.id).map((link) => link.ticket_id),
    ),
  );
}

/** What the storefront, or the agent who wrote it down, says of a parcel. */
export function reportedParcel(row: Pick<ParcelRow, "reported" | "body">): Parcel {
  return JSON.parse(row.reported ?? row.body) as Parcel;
}

/** What couriers said of a parcel's number. */
export function reportsOf(row: Pick<ParcelRow, "tracking_normalized">, trackings: DeliveryRows["trackings"]): ParcelReport[] {
  const known = row.tracking_normalized === null ? [] : (trackings.get(row.tracking_normalized) ?? []);
  return known.map((tracking) => ({
    source: tracking.carrier_id,
    by: "carrier" as const,
    tracked: tracking.body === null ? null : (JSON.parse(tracking.body) as TrackedParcel),
    fetchedAt: toInstant(tracking.fetched_at ?? tracking.began_at),
    problem: tracking.problem,
  }));
}
