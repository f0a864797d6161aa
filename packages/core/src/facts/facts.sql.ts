import type { Assurance, Fact, FactKey, FactSource } from "@askonce/spec";
import type { Selectable } from "kysely";
import { toInstant, toInstantOrNull } from "../platform/instants.ts";
import type { Platform } from "../platform/platform.ts";
import { cutAt, wellFormed } from "../platform/well-formed.ts";
import type { Store, UnitOfWork } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";
import { freshUntil } from "./freshness.ts";
import { isSingleValued } from "./single-valued.ts";

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
      value: cutAt(wellFormed(fact.value), 2000),
      value_normalized: cutAt(wellFormed(fact.normalized), 2000),
      source_kind: fact.source.kind,
      source_ref: fact.source.ref,
      source_excerpt: fact.source.excerpt === null ? null : cutAt(wellFormed(fact.source.excerpt), 200),
      at: fact.at,
      assurance: fact.assurance,
      fresh_until: freshUntil(fact.key, fact.at),
      superseded_by_id: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  if (fact.ticketId !== null) await supersedeOlder(unit, store.shopId, row);
  unit.emit("fact.recorded", fact.ticketId ? { kind: "ticket", id: fact.ticketId } : { kind: "customer", id: fact.customerId ?? row.id }, {
    factId: row.id,
    ticketId: fact.ticketId,
    customerId: fact.customerId,
    key: fact.key,
  });
  return toFact(row);
}

/**
 * What the same kind of source said before is replaced and stays readable; what another one says stands beside it. Of what a matter can have
 * several, only the same one said again is replaced, so that it is as fresh as it was said last.
 */
async function supersedeOlder(unit: UnitOfWork, shopId: string, row: Selectable<Tables["facts"]>): Promise<void> {
  let older = unit.database
    .updateTable("facts")
    .set({ superseded_by_id: row.id })
    .where("shop_id", "=", shopId)
    .where("ticket_id", "=", row.ticket_id)
    .where("key", "=", row.key)
    .where("source_kind", "=", row.source_kind)
    .where("id", "<>", row.id)
    .where("at", "<=", row.at)
    .where("superseded_by_id", "is", null);
  if (!isSingleValued(row.key as FactKey)) older = older.where("value_normalized", "=", row.value_normalized);
  await older.execute();
}

/** Where two tickets became one, the newest of each kind of source stands, as if all of it had been said on one. */
export async function supersedeWithin(unit: UnitOfWork, shopId: string, ticketId: string): Promise<void> {
  const standing = await unit.database
    .selectFrom("facts")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("ticket_id", "=", ticketId)
    .where("superseded_by_id", "is", null)
    .execute();
  const newest = new Map<string, Selectable<Tables["facts"]>>();
  const replaced = new Set<string>();
  for (const row of standing.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))) {
    const value = isSingleValued(row.key as FactKey) ? [] : [row.value_normalized];
    const name = JSON.stringify([row.key, row.source_kind, ...value]);
    if (newest.has(name)) replaced.add(name);
    newest.set(name, row);
  }
  for (const name of replaced) {
    const row = newest.get(name);
    if (row) await supersedeOlder(unit, shopId, row);
  }
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
