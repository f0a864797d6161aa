import type { PromiseKind, PromiseSource, PromiseState } from "@askonce/spec";

export interface PromisesTable {
  shop_id: string;
  id: string;
  order_ref: string | null;
  parcel_id: string | null;
  ticket_id: string | null;
  kind: PromiseKind;
  source: PromiseSource;
  made_by: string;
  made_at: number;
  due_at: number;
  due_date: string | null;
  zone: string | null;
  shown_to_buyer: number;
  state: PromiseState;
  settled_at: number | null;
}

export const promisesStatements = [
  `create table promises (
    shop_id {text} not null, id {text} not null, order_ref {text}, parcel_id {text}, ticket_id {text}, kind {text} not null,
    source {text} not null, made_by {text} not null, made_at {bigint} not null, due_at {bigint} not null, due_date {text}, zone {text},
    shown_to_buyer integer not null, state {text} not null, settled_at {bigint},
    primary key (shop_id, id))`,
  `create index promises_by_order on promises (shop_id, order_ref, made_at)`,
  `create index promises_by_ticket on promises (shop_id, ticket_id, made_at)`,
  `create index promises_open on promises (shop_id, due_at, id) where state = 'open'`,
];
