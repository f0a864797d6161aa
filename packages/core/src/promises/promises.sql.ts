import type { CustomerPromise } from "@askonce/spec";
import type { Insertable, Selectable } from "kysely";
import { fromInstant, toInstant, toInstantOrNull } from "../platform/instants.ts";
import type { Tables } from "../storage/tables.ts";

type Row = Selectable<Tables["promises"]>;

export function toPromise(row: Omit<Row, "shop_id">): CustomerPromise {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    orderRef: row.order_ref,
    parcelId: row.parcel_id,
    kind: row.kind,
    source: row.source,
    madeBy: row.made_by,
    madeAt: toInstant(row.made_at),
    dueAt: toInstant(row.due_at),
    dueDate: row.due_date,
    zone: row.zone,
    shownToBuyer: row.shown_to_buyer === 1,
    state: row.state,
    settledAt: toInstantOrNull(row.settled_at),
  };
}

export function fromPromise(shopId: string, promise: CustomerPromise): Insertable<Tables["promises"]> {
  return {
    shop_id: shopId,
    id: promise.id,
    ticket_id: promise.ticketId,
    order_ref: promise.orderRef,
    parcel_id: promise.parcelId,
    kind: promise.kind,
    source: promise.source,
    made_by: promise.madeBy,
    made_at: fromInstant(promise.madeAt),
    due_at: fromInstant(promise.dueAt),
    due_date: promise.dueDate,
    zone: promise.zone,
    shown_to_buyer: promise.shownToBuyer ? 1 : 0,
    state: promise.state,
    settled_at: promise.settledAt === null ? null : fromInstant(promise.settledAt),
  };
}
