import { type ClaimedJob, lostLeaseProblem } from "@askonce/spec/storage";
import { type RawBuilder, sql, type Transaction } from "kysely";
import type { Tables } from "../storage/tables.ts";
import { dueNow, type JobsAccess, leaseNow, leaseUntil } from "./built-in-access.ts";

/** How far ahead of this clock the one of a process may be whose jobs without a delay are found at once. */
const clockToleranceMs = 3_600_000;

/** What may be claimed now. The first condition bounds how much of the index is read, the second decides. */
export function isDue(access: JobsAccess): RawBuilder<boolean> {
  const now = dueNow(access);
  return sql<boolean>`state = 'waiting' and due_at <= ${now} + ${sql.raw(String(clockToleranceMs))} and not_before <= ${now}`;
}

/** Held by somebody who has not been heard of for too long. */
export function isAbandoned(access: JobsAccess): RawBuilder<boolean> {
  return sql<boolean>`state = 'active' and lease_until < ${leaseNow(access)}`;
}

export async function claimJobs(
  access: JobsAccess,
  lane: string,
  { limit, leaseMs }: { limit: number; leaseMs: number },
): Promise<ClaimedJob[]> {
  // Most looks find nothing: they stay outside of transactions.
  const database = await access.store.ready();
  const { rows } = await sql<{ due: number | null; abandoned: number | null }>`select
    (select 1 from jobs where shop_id = ${lane} and ${isDue(access)} limit 1) as due,
    (select 1 from jobs where shop_id = ${lane} and ${isAbandoned(access)} limit 1) as abandoned`.execute(database);
  const found = rows[0];
  if (!found || (found.due === null && found.abandoned === null)) return [];
  return access.store.write(async (transaction) => {
    const claimed: ClaimedRow[] = [];
    if (found.abandoned !== null) {
      await buryAbandoned(transaction, access, lane);
      claimed.push(...(await claimWhere(transaction, access, lane, isAbandoned(access), limit, leaseMs)));
    }
    if (claimed.length < limit) {
      claimed.push(...(await claimWhere(transaction, access, lane, isDue(access), limit - claimed.length, leaseMs)));
    }
    // An update gives its rows back in any order.
    return claimed.sort((one, other) => one.due_at - other.due_at || (one.id < other.id ? -1 : 1)).map(toClaimed);
  });
}

interface ClaimedRow {
  id: string;
  claim: string;
  name: string;
  data: string;
  due_at: number;
  attempt: number;
  retry_limit: number;
}

async function claimWhere(
  transaction: Transaction<Tables>,
  access: JobsAccess,
  lane: string,
  condition: RawBuilder<boolean>,
  limit: number,
  leaseMs: number,
): Promise<ClaimedRow[]> {
  // Only a flavor that locks its schema locks rows. Those that another process is claiming are passed over rather than waited for.
  const skipLocked = access.store.dialect.lockSchema === null ? sql`` : sql`for no key update skip locked`;
  const { rows } = await sql<ClaimedRow>`with due as materialized (
      select id from jobs where shop_id = ${lane} and ${condition} order by due_at, id limit ${sql.raw(String(Math.trunc(limit)))} ${skipLocked})
    update jobs set state = 'active', attempt = attempt + 1, waiting_key = null, claim = ${access.createId()},
      lease_until = ${leaseUntil(access, leaseMs)}
    where shop_id = ${lane} and id in (select id from due)
    returning id, claim, name, data, due_at, attempt, retry_limit`.execute(transaction);
  return rows;
}

/** What was abandoned in its last attempt is not tried again: it may be what ends the processes that try it. */
async function buryAbandoned(transaction: Transaction<Tables>, access: JobsAccess, lane: string): Promise<void> {
  await sql`update jobs set state = 'dead', claim = null, lease_until = null, problem = ${lostLeaseProblem}, failed_at = ${dueNow(access)}
    where shop_id = ${lane} and ${isAbandoned(access)} and attempt > retry_limit`.execute(transaction);
}

function toClaimed(row: ClaimedRow): ClaimedJob {
  return {
    id: row.id,
    claim: row.claim,
    name: row.name,
    data: JSON.parse(row.data) as ClaimedJob["data"],
    attempt: row.attempt,
    lastAttempt: row.attempt > row.retry_limit,
  };
}
