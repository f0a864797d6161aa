/** A piece of work to be done after the transaction that asks for it, once or as often as it takes. */
export interface NewJob {
  /** What is to be done, `noun.verb`: `webhook.deliver`. */
  name: string;
  /** What the handler needs to find its subject: ids, no texts or addresses. JSON. */
  data: Readonly<Record<string, unknown>>;
  /**
   * Not before this many milliseconds have passed. Default 0. A duration and no instant, because the port measures it on one clock, its own:
   * processes whose clocks differ agree on when a job is due.
   */
  delayMs?: number | undefined;
  /**
   * While one of this key waits, asking for another changes nothing. One that runs already does not count: what it has read may be older.
   * A job that failed takes its key back for its next try unless another one waits under it by then; both are done then.
   */
  singletonKey?: string | undefined;
  /** How often it is tried again after a failure. Default 5. */
  retryLimit?: number | undefined;
  /** Milliseconds before the first new try; doubled with each, up to 15 minutes. Default 1000. */
  retryDelayMs?: number | undefined;
}

/** A job somebody works on. */
export interface ClaimedJob {
  id: string;
  /** Tells this claim from every other one of the same job. The port's own words. */
  claim: string;
  name: string;
  data: Readonly<Record<string, unknown>>;
  /** 1 for the first try. */
  attempt: number;
  /** Whether a failure now is the last one. */
  lastAttempt: boolean;
}

/** A job that was given up after its last try. */
export interface DeadJob {
  id: string;
  name: string;
  data: Readonly<Record<string, unknown>>;
  attempts: number;
  /** A code, no text of a vendor. {@link lostLeaseProblem} when its last holder died. */
  problem: string;
  /** Milliseconds since the epoch. */
  failedAt: number;
}

export interface JobCounts {
  /** Due now or later, retries included. */
  waiting: number;
  /** Held by somebody, or abandoned and not claimed again yet. */
  active: number;
  dead: number;
  /** For how long the oldest due job has waited, in milliseconds; `null` when nothing is due. */
  oldestDueMs: number | null;
}

/** Runs one statement in the transaction it was made from. Placeholders are `$1`, `$2`, …. */
export interface SqlExecutor {
  executeSql(text: string, values: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

/**
 * Durable jobs. Each shop has a lane of its own; a lane's jobs are claimed by whoever works on the shop, by any number of processes at once.
 *
 * A claimed job is held for `leaseMs` from its claim or its last `extend`, on the database's clock. Whoever holds it and dies loses it then,
 * and it is claimed again, at once and as a new attempt; lost in its last attempt, it is dead. A lease that has run out is still held as long
 * as nobody else has claimed the job. Work can therefore happen twice; to make its effect happen once, `complete` in the transaction of the
 * effect.
 *
 * Only `prepare` creates or changes tables.
 */
export interface JobsPort {
  /** `pg-boss`, for people who look for the jobs. */
  readonly kind: string;
  /** Makes a lane ready. Called once before its first use by each process, outside any transaction; repeating it does no harm. */
  prepare(lane: string): Promise<void>;
  /** Adds jobs in the caller's transaction: they exist if and only if it commits. */
  enqueue(lane: string, jobs: readonly NewJob[], executor: SqlExecutor): Promise<void>;
  /** Takes up to `limit` due jobs, the longest due first. */
  claim(lane: string, options: { limit: number; leaseMs: number }): Promise<ClaimedJob[]>;
  /** Goes on holding jobs. @returns the ids of those that are still held; the others were lost to somebody else, or are done */
  extend(lane: string, jobs: readonly ClaimedJob[], options: { leaseMs: number }): Promise<string[]>;
  /**
   * Ends a job, in the caller's transaction if one is given.
   *
   * @returns `false` when it was not held any more: the transaction has to be given up, somebody else does the work
   */
  complete(lane: string, job: ClaimedJob, executor?: SqlExecutor): Promise<boolean>;
  /**
   * Ends a try that failed: tried again later, or given up after the last one. `retryAfterMs` replaces the usual pause. Nothing happens when
   * the job is not held any more.
   */
  fail(lane: string, job: ClaimedJob, failure: { problem: string; retryAfterMs?: number | undefined }): Promise<void>;
  /** Lets go of a job without counting the try, for a process that stops. `delayMs`: not to be claimed before. Default 0. */
  release(lane: string, job: ClaimedJob, options?: { delayMs?: number | undefined }): Promise<void>;
  counts(lane: string): Promise<JobCounts>;
  /** Given up last first. */
  dead(lane: string, options: { limit: number }): Promise<DeadJob[]>;
  /** Has a dead job tried anew, from the first attempt and possibly under another id. @returns whether there was one */
  revive(lane: string, id: string): Promise<boolean>;
  /** Lanes with due or abandoned jobs, the longest due first, for a process that serves many shops. */
  dueLanes(limit: number): Promise<string[]>;
  /** What is not done yet, running ones included and dead ones not, to be carried to another database with the shop. */
  unfinished(lane: string): Promise<NewJob[]>;
  /** Removes a lane with everything in it, the dead included. */
  drop(lane: string): Promise<void>;
}

export const defaultJobRetryLimit = 5;
export const defaultJobRetryDelayMs = 1000;
/** The longest pause between two tries. */
export const longestJobRetryDelayMs = 15 * 60_000;
/** The problem of a job whose holder was lost in the last attempt. */
export const lostLeaseProblem = "LEASE_LOST";

/** Milliseconds between a failed try and the next one. `attempt` is the one that failed, 1 for the first. */
export function jobRetryPauseMs(retryDelayMs: number, attempt: number): number {
  return Math.min(longestJobRetryDelayMs, retryDelayMs * 2 ** Math.min(attempt - 1, 30));
}
