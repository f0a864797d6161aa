import { type ClaimedJob, defaultJobRetryDelayMs, defaultJobRetryLimit, longestJobRetryDelayMs, type NewJob } from "@askonce/spec/storage";
import type { JobInsert } from "pg-boss";

/** What a job of ours carries in pg-boss, whose own columns for pauses hold whole seconds. */
export interface BossData {
  name: string;
  data: Readonly<Record<string, unknown>>;
  retryLimit: number;
  retryDelayMs: number;
  /** How many of its claims were given back without being counted. */
  released?: number;
}

/** pg-boss orders by priority. The later a job is due, the smaller is its, down to the second; fits its 32 bits until 2094. */
export const priorityBase = 1_800_000_000;

/** With `#` in front it is a job without a key, which the queue's policy would otherwise take for one with the same key as all the others. */
const noKeyPrefix = "#";
const keyPrefix = "=";

export function toBossJob(job: NewJob, id: string, now: number): JobInsert<BossData> {
  const delayMs = Math.max(0, Math.round(job.delayMs ?? 0));
  const retryLimit = job.retryLimit ?? defaultJobRetryLimit;
  const retryDelayMs = Math.round(job.retryDelayMs ?? defaultJobRetryDelayMs);
  return {
    id,
    data: { name: job.name, data: job.data, retryLimit, retryDelayMs },
    priority: priorityBase - Math.floor((now + delayMs) / 1000),
    retryLimit,
    // Replaced by ours after each failure, to the millisecond; these are what pg-boss goes by where it fails a job by itself.
    retryDelay: Math.ceil(retryDelayMs / 1000),
    retryBackoff: true,
    retryDelayMax: longestJobRetryDelayMs / 1000,
    singletonKey: job.singletonKey === undefined ? `${noKeyPrefix}${id}` : `${keyPrefix}${job.singletonKey}`,
    // Names the running jobs in an index of theirs, without which finding them would mean reading all jobs of the lane.
    group: { id: job.name },
    // An interval is counted from the database's clock.
    ...(delayMs > 0 ? { startAfter: `${delayMs} milliseconds` } : {}),
  };
}

export function singletonKeyOf(key: string | null): { singletonKey?: string } {
  return key?.startsWith(keyPrefix) ? { singletonKey: key.slice(keyPrefix.length) } : {};
}

/** pg-boss counts the claims after the first; each release was one that does not count, and has raised the limit by one. */
export function attemptOf(data: BossData, retryCount: number): number {
  return retryCount + 1 - (data.released ?? 0);
}

export function toClaimed(job: { id: string; data: BossData; retryCount: number; retryLimit: number }): ClaimedJob {
  const { id, data, retryCount, retryLimit } = job;
  return {
    id,
    claim: String(retryCount),
    name: data.name,
    data: data.data,
    attempt: attemptOf(data, retryCount),
    lastAttempt: retryCount >= retryLimit,
  };
}

/** As pg-boss wants to know which claim of a job is meant. */
export function toBossAttempt(job: ClaimedJob): { id: string; retryCount: number } {
  return { id: job.id, retryCount: Number(job.claim) };
}
