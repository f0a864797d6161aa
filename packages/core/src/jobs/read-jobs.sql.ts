import type { DeadJob, JobCounts, NewJob } from "@askonce/spec/storage";
import { sql } from "kysely";
import { dueNow, type JobsAccess } from "./built-in-access.ts";
import { isAbandoned, isDue } from "./claim.sql.ts";

export async function countJobs(access: JobsAccess, lane: string): Promise<JobCounts> {
  const database = await access.store.ready();
  const ofState = (state: string) =>
    sql<number>`(select count(*) from jobs where shop_id = ${lane} and state = ${sql.lit(state)}) as ${sql.ref(state)}`;
  const { rows } = await sql<{ waiting: number; active: number; dead: number; oldest_due_ms: number | null }>`select
    ${ofState("waiting")}, ${ofState("active")}, ${ofState("dead")},
    (select ${dueNow(access)} - due_at from jobs where shop_id = ${lane} and ${isDue(access)} order by due_at limit 1) as oldest_due_ms`.execute(
    database,
  );
  const { waiting = 0, active = 0, dead = 0, oldest_due_ms: oldest = null } = rows[0] ?? {};
  return { waiting, active, dead, oldestDueMs: oldest === null ? null : Math.max(0, oldest) };
}

export async function deadJobs({ store }: JobsAccess, lane: string, limit: number): Promise<DeadJob[]> {
  const rows = await (await store.ready())
    .selectFrom("jobs")
    .select(["id", "name", "data", "attempt", "problem", "failed_at"])
    .where("shop_id", "=", lane)
    .where("state", "=", "dead")
    .orderBy("failed_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ data, attempt, problem, failed_at, ...row }) => ({
    ...row,
    data: JSON.parse(data) as DeadJob["data"],
    attempts: attempt,
    problem: problem ?? "",
    failedAt: failed_at ?? 0,
  }));
}

/** Goes from shop to shop in the primary key instead of through all jobs. */
export async function dueLanes(access: JobsAccess, limit: number): Promise<string[]> {
  const database = await access.store.ready();
  const { rows } = await sql<{ shop_id: string }>`with recursive lanes (shop_id) as (
      select min(shop_id) from jobs
      union all
      select (select min(shop_id) from jobs where jobs.shop_id > lanes.shop_id) from lanes where lanes.shop_id is not null),
    since as (select shop_id, coalesce(
        (select min(due_at) from jobs where jobs.shop_id = lanes.shop_id and ${isDue(access)}),
        (select min(due_at) from jobs where jobs.shop_id = lanes.shop_id and ${isAbandoned(access)})) as due_at
      from lanes where shop_id is not null)
    select shop_id from since where due_at is not null order by due_at, shop_id limit ${sql.raw(String(Math.trunc(limit)))}`.execute(
    database,
  );
  return rows.map((row) => row.shop_id);
}

export async function unfinishedJobs(access: JobsAccess, lane: string): Promise<NewJob[]> {
  const rows = await (await access.store.ready())
    .selectFrom("jobs")
    .select(["name", "data", "state", "retry_limit", "retry_delay_ms", "singleton_key"])
    .select(sql<number>`case when not_before = 0 then 0 else not_before - ${dueNow(access)} end`.as("delay_ms"))
    .where("shop_id", "=", lane)
    .where("state", "in", ["waiting", "active"])
    .orderBy("due_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    name: row.name,
    data: JSON.parse(row.data) as NewJob["data"],
    retryLimit: row.retry_limit,
    retryDelayMs: row.retry_delay_ms,
    ...(row.state === "waiting" && row.delay_ms > 0 ? { delayMs: row.delay_ms } : {}),
    ...(row.singleton_key === null ? {} : { singletonKey: row.singleton_key }),
  }));
}
