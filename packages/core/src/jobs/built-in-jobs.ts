import { defaultJobRetryDelayMs, defaultJobRetryLimit, type JobsPort, type NewJob, type SqlExecutor } from "@askonce/spec/storage";
import { type JobsAccess, leaseUntil } from "./built-in-access.ts";
import { claimJobs } from "./claim.sql.ts";
import { endTry, reviveJob } from "./end-try.sql.ts";
import { countJobs, deadJobs, dueLanes, unfinishedJobs } from "./read-jobs.sql.ts";

const rowsPerStatement = 200;

/**
 * Durable jobs on the core's own table, for a storage that brings none. They are written in the same database and by the same transactions as
 * everything else; a lane is a shop. What is done is deleted.
 */
export function createBuiltInJobs(access: JobsAccess): JobsPort {
  const { store } = access;
  return {
    kind: "built-in",
    async prepare() {
      await store.ready();
    },
    async enqueue(lane, jobs, executor) {
      const nowText = access.now ? String(Math.trunc(access.now())) : store.dialect.now.compile(await store.ready()).sql;
      for (let start = 0; start < jobs.length; start += rowsPerStatement) {
        await insertJobs(executor, nowText, lane, access.createId, jobs.slice(start, start + rowsPerStatement));
      }
    },
    claim: (lane, options) => claimJobs(access, lane, options),
    async extend(lane, jobs, { leaseMs }) {
      if (jobs.length === 0) return [];
      const rows = await store.write((transaction) =>
        transaction
          .updateTable("jobs")
          .set({ lease_until: leaseUntil(access, leaseMs) })
          .where("shop_id", "=", lane)
          .where(
            "id",
            "in",
            jobs.map((job) => job.id),
          )
          .where(
            "claim",
            "in",
            jobs.map((job) => job.claim),
          )
          .returning(["id", "claim"])
          .execute(),
      );
      const held = new Map(rows.map((row) => [row.id, row.claim]));
      return jobs.filter((job) => held.get(job.id) === job.claim).map((job) => job.id);
    },
    async complete(lane, job, executor) {
      const text = "delete from jobs where shop_id = $1 and id = $2 and claim = $3 returning id";
      const values = [lane, job.id, job.claim];
      if (executor) return (await executor.executeSql(text, values)).rows.length === 1;
      return store.write(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom("jobs")
          .where("shop_id", "=", lane)
          .where("id", "=", job.id)
          .where("claim", "=", job.claim)
          .executeTakeFirst();
        return numDeletedRows === 1n;
      });
    },
    fail: (lane, job, { problem, retryAfterMs }) => endTry(access, lane, job, { kind: "failed", problem, retryAfterMs }),
    release: (lane, job, options) => endTry(access, lane, job, { kind: "released", delayMs: options?.delayMs ?? 0 }),
    counts: (lane) => countJobs(access, lane),
    dead: (lane, { limit }) => deadJobs(access, lane, limit),
    revive: (lane, id) => reviveJob(access, lane, id),
    dueLanes: (limit) => dueLanes(access, limit),
    unfinished: (lane) => unfinishedJobs(access, lane),
    async drop(lane) {
      await store.write((transaction) => transaction.deleteFrom("jobs").where("shop_id", "=", lane).execute());
    },
  };
}

async function insertJobs(
  executor: SqlExecutor,
  nowText: string,
  lane: string,
  createId: () => string,
  jobs: readonly NewJob[],
): Promise<void> {
  const values: unknown[] = [];
  const value = (each: unknown) => `$${values.push(each)}`;
  const rows = jobs.map((job) => {
    const delayMs = job.delayMs ?? 0;
    const dueAt = `${nowText} + cast(${value(Math.round(delayMs))} as bigint)`;
    return `(${[
      value(lane),
      value(createId()),
      value(job.name),
      value(JSON.stringify(job.data)),
      "'waiting'",
      dueAt,
      delayMs > 0 ? dueAt : "0",
      "0",
      value(job.retryLimit ?? defaultJobRetryLimit),
      value(Math.round(job.retryDelayMs ?? defaultJobRetryDelayMs)),
      value(job.singletonKey ?? null),
      value(job.singletonKey ?? null),
    ].join(", ")})`;
  });
  await executor.executeSql(
    `insert into jobs (shop_id, id, name, data, state, due_at, not_before, attempt, retry_limit, retry_delay_ms, singleton_key, waiting_key)
    values ${rows.join(", ")} on conflict (shop_id, waiting_key) do nothing`,
    values,
  );
}
