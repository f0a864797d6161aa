import type { Actor, AskonceEvent, EventType } from "@askonce/spec";
import type { Selectable, Transaction } from "kysely";
import { toInstant } from "../platform/instants.ts";
import type { Platform } from "../platform/platform.ts";
import { takeNumbers } from "../storage/counters.ts";
import type { Database, PendingEvent } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";

const rowsAtOnce = 500;

/** Writes events into the shop's sequence, in the transaction of the change that caused them. */
export async function appendEvents(
  transaction: Transaction<Tables>,
  shopId: string,
  actor: Actor,
  pending: readonly PendingEvent[],
  platform: Platform,
): Promise<AskonceEvent[]> {
  if (pending.length === 0) return [];
  const first = await takeNumbers(transaction, shopId, "event_sequence", pending.length);
  const rows = pending.map((event, index) => ({
    shop_id: shopId,
    sequence: first + index,
    id: platform.createId("evt"),
    type: event.type,
    version: 1,
    occurred_at: platform.clock.now(),
    actor_kind: actor.kind,
    actor_id: actor.id,
    subject_kind: event.subject.kind,
    subject_id: event.subject.id,
    data: JSON.stringify(event.data),
  }));
  // A statement takes a limited number of values (32,766 in SQLite), and a page of a back-fill may cause thousands of events.
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await transaction
      .insertInto("events")
      .values(rows.slice(start, start + rowsAtOnce))
      .execute();
  }
  return rows.map(toEvent);
}

/** The events after `sequence`, oldest first. */
export async function readEventsAfter(database: Database, shopId: string, sequence: number, limit: number): Promise<AskonceEvent[]> {
  const rows = await database
    .selectFrom("events")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("sequence", ">", sequence)
    .orderBy("sequence")
    .limit(limit)
    .execute();
  return rows.map(toEvent);
}

/** The events about one subject after `sequence`, oldest first. */
export async function readSubjectEvents(
  database: Database,
  shopId: string,
  subject: { kind: string; id: string },
  sequence: number,
  limit: number,
): Promise<AskonceEvent[]> {
  const rows = await database
    .selectFrom("events")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("subject_kind", "=", subject.kind)
    .where("subject_id", "=", subject.id)
    .where("sequence", ">", sequence)
    .orderBy("sequence")
    .limit(limit)
    .execute();
  return rows.map(toEvent);
}

/** The last sequence number given; 0 when nothing happened yet. */
export async function lastSequence(database: Database, shopId: string): Promise<number> {
  const row = await database
    .selectFrom("shop_counters")
    .select("value")
    .where("shop_id", "=", shopId)
    .where("name", "=", "event_sequence")
    .executeTakeFirst();
  return row?.value ?? 0;
}

function toEvent(row: Selectable<Tables["events"]>): AskonceEvent {
  return {
    id: row.id,
    sequence: row.sequence,
    shopId: row.shop_id,
    type: row.type as EventType,
    version: 1,
    occurredAt: toInstant(row.occurred_at),
    actor: { kind: row.actor_kind, id: row.actor_id },
    subject: { kind: row.subject_kind, id: row.subject_id },
    data: JSON.parse(row.data),
  } as AskonceEvent;
}
