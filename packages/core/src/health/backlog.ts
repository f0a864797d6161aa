import type { JobCounts, JobsPort } from "@askonce/spec/storage";
import { sql } from "kysely";
import { lastSequence } from "../events/event-log.ts";
import type { Database, Store } from "../storage/store.ts";

/** What waits to be done in the shop. */
export interface Backlog {
  inbox: {
    /** Counted up to 10000: more is no other news. */
    waiting: number;
    /** For how long the oldest due event has been due; `null` when none is. One that is replayed counts from when it first came. */
    oldestDueMs: number | null;
  };
  jobs: JobCounts;
  /** Events that each of this process's subscribers has not heard yet. */
  subscribers: { name: string; behind: number }[];
}

const mostCounted = 10_000;

/** Reads it with statements that an index answers, however much waits. */
export async function readBacklog(store: Store, jobs: Pick<JobsPort, "counts">, subscribers: readonly string[]): Promise<Backlog> {
  const database = await store.ready();
  const { shopId } = store;
  const now = store.now();
  const pending = sql`from inbox where shop_id = ${shopId} and state = 'pending'`;
  // New events are due at 0, in the order of their ids; those that are tried again are due at an instant.
  const { rows } = await sql<{ waiting: number; fresh_ms: number | null; retried_ms: number | null }>`select
    (select count(*) from (select 1 as one ${pending} limit ${sql.raw(String(mostCounted))}) counted) as waiting,
    (select ${now} - received_at ${pending} and next_attempt_at = 0 order by next_attempt_at, id limit 1) as fresh_ms,
    (select ${now} - next_attempt_at ${pending} and next_attempt_at > 0 and next_attempt_at <= ${now}
      order by next_attempt_at limit 1) as retried_ms`.execute(database);
  const { waiting = 0, fresh_ms: fresh = null, retried_ms: retried = null } = rows[0] ?? {};
  const isDue = fresh !== null || retried !== null;
  return {
    // The clock of the process that received it may be ahead.
    inbox: { waiting: Number(waiting), oldestDueMs: isDue ? Math.max(0, fresh ?? 0, retried ?? 0) : null },
    jobs: await jobs.counts(shopId),
    subscribers: await readLag(database, shopId, subscribers),
  };
}

async function readLag(database: Database, shopId: string, names: readonly string[]): Promise<Backlog["subscribers"]> {
  if (names.length === 0) return [];
  const last = await lastSequence(database, shopId);
  const rows = await database
    .selectFrom("subscribers")
    .select(["name", "last_sequence"])
    .where("shop_id", "=", shopId)
    .where("name", "in", names)
    .execute();
  const positions = new Map(rows.map((row) => [row.name, row.last_sequence]));
  return names.map((name) => ({ name, behind: Math.max(0, last - (positions.get(name) ?? 0)) }));
}
