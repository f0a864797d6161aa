import { longestJobRetryDelayMs } from "@askonce/spec/storage";
import { priorityBase } from "./boss-job.ts";

/**
 * What pg-boss has no call for, on its own tables. They are those of the version that the package pins; its `job_now()` is the one clock that
 * everything in them goes by. `heartbeat_on` holds the end of a lease: pg-boss itself looks at it only where a job has `heartbeat_seconds`,
 * which cannot be below ten seconds, and ours have none.
 */
export interface BossStatements {
  /** `$1` queue. What was abandoned waits again; returns what it was in the last attempt of, and whether anything is due. */
  look: string;
  /** `$1` queue, `$2` ids, `$3` milliseconds: of jobs that this transaction has just claimed. */
  lease: string;
  /** `$1` queue, `$2` ids, `$3` `id:retry_count`, `$4` milliseconds. */
  extend: string;
  /** `$1` queue, `$2` id, `$3` milliseconds or null for its own pause times `$4`: of a job that pg-boss has just failed. */
  pause: WithKey;
  /** `$1` queue, `$2` id, `$3` retry_count, `$4` milliseconds. */
  release: WithKey;
  /** `$1` queue, `$2` dead queue. */
  counts: string;
  /** `$1` dead queue, `$2` limit. */
  dead: string;
  /** `$1` dead queue, `$2` id of the job that died. */
  takeDead: string;
  /** `$1` limit. */
  dueQueues: string;
  /** `$1` queue. */
  unfinished: string;
}

/** Makes a job wait: with its singleton key if that is free, which fails when somebody else is about to take it, or without. */
export interface WithKey {
  withKey: string;
  withoutKey: string;
}

export function bossStatements(schema: string): BossStatements {
  const table = `${schema}.job_common`;
  const now = `${schema}.job_now()`;
  const after = (parameter: string) => `${now} + ${parameter}::float8 * interval '1 millisecond'`;
  const priorityAt = (time: string) => `${priorityBase} - floor(extract(epoch from ${time}))::int`;
  // The conditions are those of pg-boss's partial indexes, for waiting and for running jobs.
  const waiting = "state < 'active' and not blocked";
  const running = "state = 'active' and group_id is not null";
  const pauseMs = `coalesce($3::float8, least(${longestJobRetryDelayMs}, (data->>'retryDelayMs')::float8 * $4::float8))`;
  const nextTry = `${now} + ${pauseMs} * interval '1 millisecond'`;
  // The queue's policy lets one job of a key be `created`; what is to be tried again is outside of it, and waits all the same.
  const keyIsTaken = `exists (
      select 1 from ${table} other
      where other.name = job.name and coalesce(other.singleton_key, '') = coalesce(job.singleton_key, '')
        and other.state = 'created' and other.policy = 'short')`;
  const bothWays = (statement: (state: string) => string): WithKey => ({
    withKey: statement(`case when ${keyIsTaken} then 'retry' else 'created' end::${schema}.job_state`),
    withoutKey: statement("'retry'"),
  });
  return {
    look: `with lapsed as materialized (
        select id, retry_count < retry_limit as again, retry_count from ${table}
        where name = $1 and ${running} and heartbeat_on < ${now} limit 100 for update skip locked),
      again as (
        update ${table} set state = 'retry', heartbeat_on = null, start_after = ${now}
        where name = $1 and id in (select id from lapsed where again) returning 1)
      select (select count(*)::int from again) as again,
        (select coalesce(json_agg(json_build_object('id', id, 'retryCount', retry_count)), '[]') from lapsed where not again) as exhausted,
        exists (select 1 from ${table} where name = $1 and ${waiting} and start_after <= ${now}) as due`,
    lease: `update ${table} set heartbeat_on = ${after("$3")} where name = $1 and id = any($2::uuid[]) and state = 'active'`,
    extend: `update ${table} set heartbeat_on = ${after("$4")}
      where name = $1 and id = any($2::uuid[]) and state = 'active' and id::text || ':' || retry_count::text = any($3::text[])
      returning id`,
    pause: bothWays(
      (state) => `update ${table} job set state = ${state}, start_after = ${nextTry}, priority = ${priorityAt(nextTry)}
      where name = $1 and id = $2::uuid and state = 'retry'`,
    ),
    release: bothWays(
      (state) => `update ${table} job set state = ${state}, heartbeat_on = null, start_after = ${after("$4")},
        retry_limit = retry_limit + 1, priority = case when $4::float8 > 0 then ${priorityAt(after("$4"))} else priority end,
        data = data || jsonb_build_object('released', coalesce((data->>'released')::int, 0) + 1)
      where name = $1 and id = $2::uuid and state = 'active' and retry_count = $3::int`,
    ),
    counts: `select
      (select count(*)::int from ${table} where name = $1 and ${waiting}) as waiting,
      (select count(*)::int from ${table} where name = $1 and ${running}) as active,
      (select count(*)::int from ${table} where name = $2 and ${waiting}) as dead,
      (select (extract(epoch from ${now} - min(start_after)) * 1000)::float8 from ${table}
        where name = $1 and ${waiting} and start_after <= ${now}) as "oldestDueMs"`,
    dead: `select source_root_id as id, data, source_output->>'problem' as problem, source_retry_count as "retryCount", created_on as "failedAt"
      from ${table} where name = $1 and ${waiting} order by created_on desc, id desc limit $2`,
    takeDead: `delete from ${table} where name = $1 and source_root_id = $2::uuid and ${waiting}
      returning data, singleton_key as "singletonKey"`,
    dueQueues: `select queue.name from ${schema}.queue cross join lateral (
        select coalesce(
          (select start_after from ${table} where name = queue.name and ${waiting} and start_after <= ${now}
            order by priority desc, created_on limit 1),
          (select min(heartbeat_on) from ${table} where name = queue.name and ${running} and heartbeat_on < ${now})) as due_at offset 0) due
      where queue.dead_letter is not null and due_at is not null order by due_at, queue.name limit $1`,
    unfinished: `select data, state::text, singleton_key as "singletonKey",
        greatest(0, extract(epoch from start_after - ${now}) * 1000)::float8 as "delayMs"
      from ${table} where name = $1 and (${waiting} or ${running}) order by priority desc, created_on, id`,
  };
}
