import { AskonceError } from "@askonce/spec";
import type { Store } from "../storage/store.ts";
import type { Backlog } from "./backlog.ts";
import type { LoopProgress, LoopState } from "./loop-progress.ts";
import { createSharedRead, type SharedRead } from "./shared-read.ts";
import type { StorageLook } from "./storage-look.ts";
import { type InTime, withinTime } from "./within-time.ts";

/**
 * - `storage`: it answers
 * - `writes`: it can be written
 * - `worker`: the loops of this process give signs of life; only where it has the role
 * - `inbox`: nothing has been due for five minutes
 * - `jobs`: none has been due for five minutes, and none was given up
 */
export type HealthCheckId = "storage" | "writes" | "worker" | "inbox" | "jobs";

export interface HealthCheck {
  id: HealthCheckId;
  /** `warning`: it works, and somebody should look; also where nothing can be known at the moment. */
  state: "ok" | "warning" | "failed";
}

export interface Health {
  /** `failed`: the storage does not answer or cannot be written, so that nothing works; `degraded`: some check is not ok. */
  status: "ok" | "degraded" | "failed";
  version: string;
  checks: HealthCheck[];
  figures: {
    /** How long the storage took to answer, in milliseconds; `null` when it did not in time. */
    storageAnsweredMs: number | null;
    /** Since the last write of this process that succeeded, in milliseconds. */
    lastWriteMs: number | null;
    /** The loops of the worker, when this process has the role. */
    loops: LoopState[];
    /** What waits, at most five seconds ago; `null` when it could not be read. */
    backlog: Backlog | null;
  };
  /** What the storage failed with. */
  problem: AskonceError | null;
}

export interface HealthAccess {
  version: string;
  store: Store;
  progress: LoopProgress;
  look: () => Promise<StorageLook>;
  backlog: SharedRead<Backlog>;
  now: () => number;
  /** How long a look may take, in milliseconds. Default 2500: whoever asks over HTTP has an answer within three seconds. */
  limitMs?: number;
}

export const defaultLimitMs = 2500;
/** Looks that hang each hold a connection of the pool. */
const mostHanging = 3;
const backlogKeptMs = 5000;
const longestDueMs = 5 * 60_000;

/** How the instance is, truthfully in both directions and within {@link HealthAccess.limitMs}, even where the storage does not answer at all. */
export function createHealth(access: HealthAccess): () => Promise<Health> {
  const { version, store, progress, now, limitMs = defaultLimitMs } = access;
  const looks = createSharedRead(access.look, { tooLongMs: limitMs, most: mostHanging, now });

  return async () => {
    const askedAt = now();
    const [look, read] = await Promise.all([withinTime(looks.read(), limitMs), withinTime(access.backlog.read(backlogKeptMs), limitMs)]);
    // A look can hang on a connection that died, while others work: what was written meanwhile is the better witness.
    const isWitnessed = look.state !== "answered" && store.writes.succeededAt !== null && store.writes.succeededAt >= askedAt;
    const problem = isWitnessed ? null : problemOf(look);
    const loops = progress.states();
    const backlog = read.state === "answered" ? read.value : null;
    const checks: HealthCheck[] = [
      { id: "storage", state: look.state === "answered" || isWitnessed ? "ok" : "failed" },
      { id: "writes", state: isWitnessed ? "ok" : writesOf(look) },
      ...(loops.length > 0 ? [{ id: "worker" as const, state: worst(loops.map((loop) => loop.state)) }] : []),
      { id: "inbox", state: backlog && isInTime(backlog.inbox.oldestDueMs) ? "ok" : "warning" },
      { id: "jobs", state: backlog && isInTime(backlog.jobs.oldestDueMs) && backlog.jobs.dead === 0 ? "ok" : "warning" },
    ];
    return {
      status: problem ? "failed" : worst(checks.map((check) => check.state)) === "ok" ? "ok" : "degraded",
      version,
      checks,
      figures: {
        storageAnsweredMs: look.state === "answered" ? look.value.answeredMs : null,
        lastWriteMs: store.writes.succeededAt === null ? null : Math.round(now() - store.writes.succeededAt),
        loops,
        backlog,
      },
      problem,
    };
  };
}

function isInTime(dueMs: number | null): boolean {
  return dueMs === null || dueMs <= longestDueMs;
}

function writesOf(look: InTime<StorageLook>): HealthCheck["state"] {
  if (look.state !== "answered" || look.value.writes === "failed") return "failed";
  return look.value.writes === "moving" ? "warning" : "ok";
}

function worst(states: readonly HealthCheck["state"][]): HealthCheck["state"] {
  return states.includes("failed") ? "failed" : states.includes("warning") ? "warning" : "ok";
}

/** What a load balancer is told, so that it asks others. Which check it was is no secret; what the storage said is. */
function problemOf(look: InTime<StorageLook>): AskonceError | null {
  if (look.state === "late") return storageFailed("storage", undefined);
  if (look.state === "failed") return toProblem("storage", look.error);
  return look.value.writes === "failed" ? toProblem("writes", look.value.problem) : null;
}

function toProblem(check: HealthCheckId, cause: unknown): AskonceError {
  return AskonceError.is(cause) && cause.code !== "STORAGE_FAILED" ? cause : storageFailed(check, cause);
}

function storageFailed(check: HealthCheckId, cause: unknown): AskonceError {
  const message = check === "writes" ? "The storage cannot be written" : "The storage does not answer";
  return new AskonceError("STORAGE_FAILED", { message, details: { check }, retryAfterMs: 1000, cause });
}
