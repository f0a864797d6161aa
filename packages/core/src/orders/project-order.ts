import {
  normalizeEmail,
  normalizeOrderNumber,
  normalizePhone,
  normalizePostcode,
  normalizeTrackingNumber,
  type OmittedField,
  type Order,
  type OrderSnapshot,
  type Parcel,
  parseSourceRef,
  type SourceRef,
} from "@askonce/spec";
import type { Selectable } from "kysely";
import { firstCheckAt } from "../parcels/check-order.ts";
import { reportedParcel } from "../parcels/delivery-rows.ts";
import { fromInstant, toInstant } from "../platform/instants.ts";
import type { Platform } from "../platform/platform.ts";
import type { Store, UnitOfWork } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";
import { endOfOrder } from "./order-state.ts";

export type Via = "webhook" | "backfill" | "reconcile" | "live";
export type ProjectionResult = "created" | "changed" | "unchanged" | "stale";

/**
 * Puts what a storefront says about an order into the projection, by version: an older snapshot never overwrites a newer state, whichever
 * came first. What a snapshot leaves out stays as it was known.
 */
export async function projectOrder(
  unit: UnitOfWork,
  store: Store,
  platform: Platform,
  given: OrderSnapshot,
  via: Via,
): Promise<ProjectionResult> {
  const snapshot = withUnreadPartsOmitted(given);
  const { database } = unit;
  const { shopId } = store;
  const version = fromInstant(snapshot.order.updatedAt);
  const known = await database
    .selectFrom("orders")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("ref", "=", snapshot.order.ref)
    .executeTakeFirst();
  if (known && (known.version > version || (known.deleted_at !== null && known.version >= version))) return "stale";

  const parcelRows = known ? await readParcels(unit, shopId, snapshot.order.ref) : [];
  // What others said of them is folded in when the order is looked at.
  const knownParcels = parcelRows.filter((row) => row.by_hand === 0).map(reportedParcel);
  const order = known ? fillOmitted(snapshot, known, knownParcels) : withGapsForOmitted(snapshot);
  const { parcels, ...withoutParcels } = order;
  const now = platform.clock.now();
  const body = JSON.stringify(withoutParcels);
  const parcelsChanged = JSON.stringify(parcels) !== JSON.stringify(knownParcels);
  const checkAt = !known || known.body !== body || parcelsChanged ? firstCheckAt(order, store.agreedNow()) : null;
  const row = {
    adapter_id: parseSourceRef(order.ref)?.adapterId ?? "",
    number: order.number,
    number_normalized: normalizeOrderNumber(order.number) ?? order.number,
    ...contactColumns(order),
    status: order.status,
    ended_at: endOfOrder(order),
    placed_at: fromInstant(order.placedAt),
    version,
    total_minor: order.total.shop.amountMinor,
    refunded_minor: order.refundedTotal.shop.amountMinor,
    currency: order.total.shop.currency,
    body,
    fetched_at: now,
    detail_fetched_at: snapshot.omitted.length === 0 ? now : (known?.detail_fetched_at ?? null),
    deleted_at: null,
    ...(checkAt === null ? {} : { check_at: checkAt }),
  };
  if (known) await database.updateTable("orders").set(row).where("shop_id", "=", shopId).where("ref", "=", order.ref).execute();
  else
    await database
      .insertInto("orders")
      .values({ shop_id: shopId, ref: order.ref, ...row })
      .execute();

  if (parcelsChanged) await replaceParcels(unit, shopId, order.ref, parcels, parcelRows);
  if (!known) await countOrder(unit, shopId, row.adapter_id);
  if (known && known.body === body && !parcelsChanged && known.deleted_at === null) return "unchanged";
  unit.emit("order.updated", { kind: "order", id: order.ref }, { orderRef: order.ref, version: toInstant(version), via });
  return known ? "changed" : "created";
}

/** Marks an order as gone at its source. It stays readable for tickets that are about it. */
export async function projectDeletion(unit: UnitOfWork, store: Store, platform: Platform, ref: SourceRef): Promise<boolean> {
  const result = await unit.database
    .updateTable("orders")
    .set({ deleted_at: platform.clock.now() })
    .where("shop_id", "=", store.shopId)
    .where("ref", "=", ref)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  if (Number(result.numUpdatedRows) === 0) return false;
  unit.emit("order.deleted", { kind: "order", id: ref }, { orderRef: ref });
  return true;
}

const omittable: readonly OmittedField[] = ["notes", "refunds", "returns", "parcels", "customer"];

/** A part that the order itself says was not asked for is left out like one that the snapshot names: its emptiness means nothing. */
function withUnreadPartsOmitted(snapshot: OrderSnapshot): OrderSnapshot {
  const unread = omittable.filter((field) => snapshot.order.gaps.some((gap) => gap.field === field && gap.reason === "not_fetched"));
  if (unread.length === 0) return snapshot;
  const gaps = snapshot.order.gaps.filter((gap) => !(gap.reason === "not_fetched" && unread.some((field) => field === gap.field)));
  return { order: { ...snapshot.order, gaps }, omitted: [...new Set([...snapshot.omitted, ...unread])] };
}

function readParcels(unit: UnitOfWork, shopId: string, ref: SourceRef): Promise<Selectable<Tables["parcels"]>[]> {
  return unit.database
    .selectFrom("parcels")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("order_ref", "=", ref)
    .orderBy("position")
    .execute();
}

function fillOmitted(snapshot: OrderSnapshot, known: Selectable<Tables["orders"]>, knownParcels: Parcel[]): Order {
  const before = JSON.parse(known.body) as Omit<Order, "parcels">;
  const order = { ...snapshot.order };
  for (const field of snapshot.omitted) {
    if (field === "parcels") order.parcels = knownParcels;
    else if (field === "notes") order.notes = before.notes;
    else if (field === "refunds") order.refunds = before.refunds;
    else if (field === "returns") order.returns = before.returns;
    else order.customer = before.customer;
  }
  // A gap about a part that was not asked for this time is what was known about it before.
  const omitted = new Set<string>(snapshot.omitted);
  order.gaps = [...snapshot.order.gaps.filter((gap) => !omitted.has(gap.field)), ...before.gaps.filter((gap) => omitted.has(gap.field))];
  return order;
}

function withGapsForOmitted(snapshot: OrderSnapshot): Order {
  const gaps = snapshot.omitted.map((field) => ({ field, reason: "not_fetched" as const, remedy: null }));
  return { ...snapshot.order, gaps: [...snapshot.order.gaps, ...gaps] };
}

function contactColumns(order: Order) {
  const country = order.shippingAddress?.countryCode ?? order.billingAddress?.countryCode ?? undefined;
  const email = order.email ?? order.customer?.email ?? null;
  const phone = order.phone ?? order.shippingAddress?.phone ?? order.billingAddress?.phone ?? null;
  const postcode = order.shippingAddress?.postcode ?? order.billingAddress?.postcode ?? null;
  return {
    email_normalized: email === null ? null : normalizeEmail(email),
    phone_normalized: phone === null ? null : normalizePhone(phone, country),
    postcode_normalized: postcode === null ? null : normalizePostcode(postcode),
    customer_ref: order.customer?.ref ?? null,
  };
}

/** A parcel that couriers or people said something about keeps what all of them said, until it is looked at again. */
async function replaceParcels(
  unit: UnitOfWork,
  shopId: string,
  ref: SourceRef,
  parcels: readonly Parcel[],
  before: readonly Selectable<Tables["parcels"]>[],
): Promise<void> {
  const reportedBefore = before.filter((row) => row.by_hand === 0);
  if (reportedBefore.length > 0) {
    await unit.database.deleteFrom("parcels").where("shop_id", "=", shopId).where("order_ref", "=", ref).where("by_hand", "=", 0).execute();
  }
  const rows = parcels.map((parcel, position) => {
    const known = reportedBefore.find((row) => row.id === parcel.id);
    const reported = JSON.stringify(parcel);
    const isFolded = known !== undefined && known.delivery !== null;
    return {
      shop_id: shopId,
      order_ref: ref,
      id: parcel.id,
      position,
      tracking_normalized: parcel.trackingNumber === null ? null : normalizeTrackingNumber(parcel.trackingNumber),
      status: isFolded ? known.status : parcel.status,
      body: isFolded ? known.body : reported,
      reported,
      delivery: isFolded ? known.delivery : null,
      by_hand: 0,
    };
  });
  if (rows.length > 0) await unit.database.insertInto("parcels").values(rows).execute();
  for (const row of rows) {
    if (row.delivery !== null || reportedBefore.find((other) => other.id === row.id)?.status === row.status) continue;
    unit.emit("parcel.updated", { kind: "order", id: ref }, { orderRef: ref, parcelId: row.id, status: row.status });
  }
}

/** Counted as it happens, so that nobody has to count a million rows to show a number. */
async function countOrder(unit: UnitOfWork, shopId: string, adapterId: string): Promise<void> {
  await unit.database
    .updateTable("storefront_states")
    .set((update) => ({ orders_count: update("orders_count", "+", 1) }))
    .where("shop_id", "=", shopId)
    .where("adapter_id", "=", adapterId)
    .execute();
}
