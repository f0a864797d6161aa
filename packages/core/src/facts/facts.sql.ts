import type { Assurance, Fact, FactKey, FactSource } from "@askonce/spec";
import type { Selectable } from "kysely";
import { toInstant, toInstantOrNull } from "../platform/instants.ts";
import type { Platform } from "../platform/platform.ts";
import type { Store, UnitOfWork } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";
import { freshUntil } from "./freshness.ts";
import { isSingleValued } from "./standing.ts";

export interface NewFact {
  ticketId: string | null;
  customerId: string | null;
  key: FactKey;
  value: string;
  normalized: string;
  source: FactSource;
  at: number;
  assurance: Assurance;
}

export async function insertFact(unit: UnitOfWork, store: Store, platform: Platform, fact: NewFact): Promise<Fact> {
  const row = await unit.database
    .insertInto("facts")
    .values({
      shop_id: store.shopId,
      id: platform.createId("fct"),
      ticket_id: fact.ticketId,
      customer_id: fact.customerId,
      key: fact.key,
      value: fact.value.slice(0, 2000),
      value_normalized: fact.normalized.slice(0, 2000),
      source_kind: fact.source.kind,
      source_ref: fact.source.ref,
      source_excerpt: fact.source.excerpt,
      at: fact.at,
      assurance: fact.assurance,
      fresh_until: freshUntil(fact.key, fact.at),
      superseded_by_id: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  if (fact.ticketId !== null && isSingleValued(fact.key)) await supersedeOlder(unit, store.shopId, row);
  unit.emit("fact.recorded", fact.ticketId ? { kind: "ticket", id: fact.ticketId } : { kind: "customer", id: fact.customerId ?? row.id }, {
    factId: row.id,
    ticketId: fact.ticketId,
    customerId: fact.customerId,
    key: fact.key,
  });
  return toFact(row);
}

/** What the same kind of source said before is replaced and stays readable; what another one says stands beside it. */
async function supersedeOlder(unit: UnitOfWork, shopId: string, row: Selectable<Tables["facts"]>): Promise<void> {
  await unit.database
    .updateTable("facts")
    .set({ superseded_by_id: row.id })
    .where("shop_id", "=", shopId)
    .where("ticket_id", "=", row.ticket_id)
    .where("key", "=", row.key)
    .where("source_kind", "=", row.source_kind)
    .where("id", "<>", row.id)
    .where("at", "<=", row.at)
    .where("superseded_by_id", "is", null)
    .execute();
}

export function toFact(row: Selectable<Tables["facts"]>): Fact {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    customerId: row.customer_id,
    key: row.key as FactKey,
    value: row.value,
    source: { kind: row.source_kind as FactSource["kind"], ref: row.source_ref, excerpt: row.source_excerpt },
    at: toInstant(row.at),
    assurance: row.assurance,
    freshUntil: toInstantOrNull(row.fresh_until),
    supersededById: row.superseded_by_id,
  };
}
