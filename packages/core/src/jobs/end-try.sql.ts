import { type ClaimedJob, jobRetryPauseMs } from "@askonce/spec/storage";
import { sql } from "kysely";
import { dueNow, type JobsAccess } from "./built-in-access.ts";

type End = { kind: "failed"; problem: string; retryAfterMs?: number | undefined } | { kind: "released"; delayMs: number };

/** Ends a try that did not finish its job. Nothing happens when the job is not held any more. */
export async function endTry(access: JobsAccess, lane: string, job: ClaimedJob, end: End): Promise<void> {
  await takingKey((withKey) =>
    access.store.write(async (transaction) => {
      const row = await transaction
        .selectFrom("jobs")
        .select(["attempt", "retry_limit", "retry_delay_ms"])
        .where("shop_id", "=", lane)
        .where("id", "=", job.id)
        .where("claim", "=", job.claim)
        .executeTakeFirst();
      if (!row) return;
      const held = sql`shop_id = ${lane} and id = ${job.id} and claim = ${job.claim}`;
      if (end.kind === "failed" && row.attempt > row.retry_limit) {
        await sql`update jobs set state = 'dead', claim = null, lease_until = null, problem = ${end.problem}, failed_at = ${dueNow(access)}
          where ${held}`.execute(transaction);
        return;
      }
      const failed = end.kind === "failed";
      const pauseMs = failed ? (end.retryAfterMs ?? jobRetryPauseMs(row.retry_delay_ms, row.attempt)) : end.delayMs;
      const dueAt = sql`${dueNow(access)} + cast(${Math.max(0, Math.round(pauseMs))} as bigint)`;
      // A job that is let go keeps its place in the line.
      await sql`update jobs set state = 'waiting', claim = null, lease_until = null, ${waitingKey(withKey)},
          due_at = ${pauseMs > 0 ? dueAt : sql`due_at`}, not_before = ${pauseMs > 0 ? dueAt : sql`0`},
          attempt = ${failed ? row.attempt : row.attempt - 1}, problem = ${failed ? end.problem : null}
        where ${held}`.execute(transaction);
    }),
  );
}

/** @returns whether there was such a dead job */
export async function reviveJob(access: JobsAccess, lane: string, id: string): Promise<boolean> {
  return takingKey((withKey) =>
    access.store.write(async (transaction) => {
      const { numAffectedRows } = await sql`update jobs set state = 'waiting', attempt = 0, problem = null, failed_at = null,
          due_at = ${dueNow(access)}, not_before = 0, ${waitingKey(withKey)}
        where shop_id = ${lane} and id = ${id} and state = 'dead'`.execute(transaction);
      return numAffectedRows === 1n;
    }),
  );
}

/** The key stands in the way of others again, unless another job has it by now. */
function waitingKey(withKey: boolean) {
  if (!withKey) return sql`waiting_key = null`;
  return sql`waiting_key = case when singleton_key is null or exists (
    select 1 from jobs other where other.shop_id = jobs.shop_id and other.waiting_key = jobs.singleton_key) then null else singleton_key end`;
}

/** Somebody may take the key in a transaction that cannot be seen yet. */
async function takingKey<Result>(attempt: (withKey: boolean) => Promise<Result>): Promise<Result> {
  try {
    return await attempt(true);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return attempt(false);
  }
}

/** SQLSTATE 23505. SQLite, with one writer at a time, does not come to it. */
function isUniqueViolation(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "23505";
}
