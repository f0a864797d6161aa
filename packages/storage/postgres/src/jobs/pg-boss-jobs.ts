import { AskonceError } from "@askonce/spec";
import {
  type ClaimedJob,
  type DeadJob,
  type JobCounts,
  type JobsPort,
  lostLeaseProblem,
  type NewJob,
  type SqlExecutor,
} from "@askonce/spec/storage";
import type { ConnectionOptions, PgBoss } from "pg-boss";
import type { ConnectionPool } from "../pool.ts";
import { createBoss } from "./boss.ts";
import { attemptOf, type BossData, singletonKeyOf, toBossAttempt, toBossJob, toClaimed } from "./boss-job.ts";
import { bossStatements, type WithKey } from "./boss-statements.ts";
import { deadQueueOf, laneOf, queueOf } from "./lane-names.ts";
import { createTimeOrderedUuid } from "./time-ordered-uuid.ts";

type BossDatabase = NonNullable<ConnectionOptions["db"]>;

export interface PgBossJobs {
  readonly port: JobsPort;
  /** Ends its timers. The connections are the storage's. */
  close(): Promise<void>;
}

export interface PgBossJobsOptions {
  pool: ConnectionPool;
  /** Where pg-boss keeps its tables. Default `askonce_jobs`. */
  schema?: string;
  /** How often a process that does jobs offers to do the upkeep, in milliseconds. Default 60000. */
  maintainEveryMs?: number;
}

const daySeconds = 86_400;

/** Of the queues of a lane. Our leases are shorter than anything pg-boss could do by itself; its own limit is the longest it allows. */
const queueOptions = {
  policy: "short",
  expireInSeconds: daySeconds,
  // A job that waits is never thrown away: a year is the longest that pg-boss waits.
  retentionSeconds: 365 * daySeconds,
  // What is done is kept for a moment, for people who look.
  deleteAfterSeconds: 900,
} as const;

/**
 * Durable jobs on pg-boss, in a schema of its own beside the storage's tables. A lane is a queue and a dead letter queue.
 *
 * pg-boss does the storing, claiming, retrying, burying and tidying. Its heartbeats begin at ten seconds and are looked at every minute; our
 * leases are shorter, so who looks for work also takes back what was abandoned.
 */
export function createPgBossJobs({ pool, schema = "askonce_jobs", maintainEveryMs = 60_000 }: PgBossJobsOptions): PgBossJobs {
  const boss = createBoss(pool, schema, maintainEveryMs);
  const statements = bossStatements(schema);
  const createId = createTimeOrderedUuid();
  const preparing = new Map<string, Promise<void>>();

  const prepareLane = async (lane: string) => {
    const started = await boss.start();
    const queue = queueOf(lane);
    if (!(await started.getQueue(queue))) {
      await started.createQueue(deadQueueOf(lane), { ...queueOptions, policy: "standard" });
      await started.createQueue(queue, { ...queueOptions, deadLetter: deadQueueOf(lane) });
    }
    // Has pg-boss read what it remembers of a queue: within a transaction that asks for a job it would wait for a second connection.
    await started.findJobs(queue, { id: "00000000-0000-0000-0000-000000000000" });
  };
  const prepared = async (lane: string): Promise<PgBoss> => {
    let preparation = preparing.get(lane);
    if (!preparation) {
      preparation = prepareLane(lane);
      preparing.set(lane, preparation);
      preparation.catch(() => preparing.delete(lane));
    }
    await preparation;
    return boss.start();
  };
  const insert = async (started: PgBoss, lane: string, jobs: readonly NewJob[], db: BossDatabase) => {
    const now = Date.now();
    const entries = jobs.map((job) => toBossJob(job, createId(), now));
    const inserted = new Set(await started.insert(queueOf(lane), entries, { db, returnId: true }));
    // A job with a key may have been left out. One without was only if the queue is gone, which pg-boss does not mention.
    if (jobs.some((job, index) => job.singletonKey === undefined && !inserted.has(entries[index]?.id ?? ""))) {
      throw new AskonceError("STORAGE_FAILED", { message: "The lane's queue is not there", details: { reason: "JOBS_LANE_MISSING" } });
    }
  };
  const claimDue = (started: PgBoss, lane: string, { limit, leaseMs }: { limit: number; leaseMs: number }) =>
    pool.transaction(async (execute) => {
      const fetched = await started.fetch<BossData>(queueOf(lane), {
        batchSize: limit,
        includeMetadata: true,
        db: { executeSql: execute },
      });
      if (fetched.length === 0) return [];
      await execute(statements.lease, [queueOf(lane), fetched.map((job) => job.id), leaseMs]);
      // An update gives its rows back in any order.
      return fetched
        .sort((one, other) => other.priority - one.priority || +one.createdOn - +other.createdOn || (one.id < other.id ? -1 : 1))
        .map(toClaimed);
    });
  const fail = (started: PgBoss, lane: string, job: ClaimedJob, failure: { problem: string; retryAfterMs?: number | undefined }) => {
    const { problem, retryAfterMs = null } = failure;
    return takingKey(statements.pause, (pause) =>
      pool.transaction(async (execute) => {
        const db = { executeSql: execute };
        const { settled } = countOf(await started.fail(queueOf(lane), toBossAttempt(job), { problem }, { db }));
        if (settled > 0) await execute(pause, [queueOf(lane), job.id, retryAfterMs, 2 ** Math.min(job.attempt - 1, 30)]);
      }),
    );
  };

  const port: JobsPort = {
    kind: "pg-boss",
    async prepare(lane) {
      await prepared(lane);
    },
    async enqueue(lane, jobs, executor) {
      const started = boss.started();
      if (!started || !preparing.has(lane)) {
        throw new AskonceError("INTERNAL", { message: "A lane of jobs is prepared before the first transaction that asks for one" });
      }
      if (jobs.length === 0) return;
      await insert(started, lane, jobs, databaseOf(executor));
    },
    async claim(lane, options) {
      const started = await prepared(lane);
      boss.maintain();
      const { rows } = await pool.execute(statements.look, [queueOf(lane)]);
      const found: { again: number; exhausted: { id: string; retryCount: number }[]; due: boolean } = rows[0];
      if (found.exhausted.length > 0) await started.fail(queueOf(lane), found.exhausted, { problem: lostLeaseProblem });
      return found.due || found.again > 0 ? claimDue(started, lane, options) : [];
    },
    async extend(lane, jobs, { leaseMs }) {
      if (jobs.length === 0) return [];
      const ids = jobs.map((job) => job.id);
      const { rows } = await pool.execute(statements.extend, [queueOf(lane), ids, jobs.map((job) => `${job.id}:${job.claim}`), leaseMs]);
      const held = new Set(rows.map((row) => row.id));
      return ids.filter((id) => held.has(id));
    },
    async complete(lane, job, executor) {
      const started = await prepared(lane);
      const answer = await started.complete(queueOf(lane), toBossAttempt(job), undefined, executor ? { db: databaseOf(executor) } : {});
      return countOf(answer).settled === 1;
    },
    async fail(lane, job, failure) {
      await fail(await prepared(lane), lane, job, failure);
    },
    async release(lane, job, { delayMs = 0 } = {}) {
      await takingKey(statements.release, (release) =>
        pool.execute(release, [queueOf(lane), job.id, Number(job.claim), Math.max(0, delayMs)]),
      );
    },
    async counts(lane): Promise<JobCounts> {
      await prepared(lane);
      const { rows } = await pool.execute(statements.counts, [queueOf(lane), deadQueueOf(lane)]);
      return rows[0];
    },
    async dead(lane, { limit }): Promise<DeadJob[]> {
      await prepared(lane);
      const { rows } = await pool.execute(statements.dead, [deadQueueOf(lane), limit]);
      return rows.map(({ id, data, problem, retryCount, failedAt }) => ({
        id,
        name: data.name,
        data: data.data,
        attempts: attemptOf(data, retryCount),
        problem: problem ?? lostLeaseProblem,
        failedAt: +failedAt,
      }));
    },
    async revive(lane, id) {
      if (!/^[0-9a-f-]{36}$/.test(id)) return false;
      const started = await prepared(lane);
      return pool.transaction(async (execute) => {
        const { rows } = await execute(statements.takeDead, [deadQueueOf(lane), id]);
        const dead: { data: BossData; singletonKey: string | null } | undefined = rows[0];
        if (dead) await insert(started, lane, [toNewJob(dead)], { executeSql: execute });
        return dead !== undefined;
      });
    },
    async dueLanes(limit) {
      await boss.start();
      const { rows } = await pool.execute(statements.dueQueues, [limit]);
      return rows.map((row) => laneOf(row.name));
    },
    async unfinished(lane) {
      await prepared(lane);
      const { rows } = await pool.execute(statements.unfinished, [queueOf(lane)]);
      return rows.map(({ state, delayMs, ...job }) => ({ ...toNewJob(job), ...(state !== "active" && delayMs > 0 ? { delayMs } : {}) }));
    },
    async drop(lane) {
      const started = await prepared(lane);
      preparing.delete(lane);
      await started.deleteQueue(queueOf(lane));
      await started.deleteQueue(deadQueueOf(lane));
    },
  };
  return { port, close: () => boss.close() };
}

function databaseOf(executor: SqlExecutor): BossDatabase {
  return { executeSql: (text, values = []) => executor.executeSql(text, values) };
}

function toNewJob({ data, singletonKey }: { data: BossData; singletonKey: string | null }): NewJob {
  const { name, data: carried, retryLimit, retryDelayMs } = data;
  return { name, data: carried, retryLimit, retryDelayMs, ...singletonKeyOf(singletonKey) };
}

/** The types say that nothing is told; the documentation and the code say otherwise. */
function countOf(answer: object): { settled: number } {
  return { settled: "affected" in answer && typeof answer.affected === "number" ? answer.affected : 0 };
}

/** Somebody may take the key in a transaction that cannot be seen yet: SQLSTATE 23505. */
async function takingKey<Result>({ withKey, withoutKey }: WithKey, attempt: (statement: string) => Promise<Result>): Promise<Result> {
  try {
    return await attempt(withKey);
  } catch (error) {
    if (typeof error === "object" && error !== null && "code" in error && error.code === "23505") return attempt(withoutKey);
    throw error;
  }
}
