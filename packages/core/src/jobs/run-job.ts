import { AskonceError } from "@askonce/spec";
import type { ClaimedJob, JobsPort } from "@askonce/spec/storage";
import { codeOf } from "../orders/live-reads.ts";
import type { Platform } from "../platform/platform.ts";
import type { Store, UnitOfWork } from "../storage/store.ts";
import type { HeldJob } from "./held-jobs.ts";
import { nextRun, type Registration } from "./job-handlers.ts";
import { sqlExecutorOf } from "./sql-executor.ts";

export interface JobsAccess {
  port: JobsPort;
  store: Pick<Store, "shopId" | "write">;
  platform: Pick<Platform, "logger"> & Partial<Pick<Platform, "telemetry">>;
}

/** Does one job that is held, and ends its claim in one way or another. Never rejects. */
export async function runJob(access: JobsAccess, held: HeldJob, { handler, everyMs, limit }: Registration): Promise<void> {
  const { job, signal } = held;
  let completed = false;
  const complete = async (unit: Pick<UnitOfWork, "database">) => {
    held.ending = true;
    await completeIn(access, unit, held, everyMs);
    completed = true;
  };
  try {
    await limit(async () => {
      if (held.isLost()) return;
      const run = () => handler(job, { signal, complete });
      await (access.platform.telemetry ? access.platform.telemetry.job(job, run) : run());
    });
    if (completed || held.isLost()) return;
    if (everyMs === null) await access.port.complete(access.store.shopId, job);
    else await access.store.write((database) => complete({ database }));
  } catch (error) {
    await endFailedTry(access, held, everyMs, error);
  }
}

async function completeIn(
  { port, store }: JobsAccess,
  unit: Pick<UnitOfWork, "database">,
  held: HeldJob,
  everyMs: number | null,
): Promise<void> {
  const executor = sqlExecutorOf(unit.database);
  if (held.isLost() || !(await port.complete(store.shopId, held.job, executor))) {
    held.lose();
    throw new AskonceError("VERSION_CONFLICT", { message: "The job was taken over by another process", details: { reason: "JOB_LOST" } });
  }
  if (everyMs !== null) await port.enqueue(store.shopId, [nextRun(held.job.name, everyMs, everyMs)], executor);
}

async function endFailedTry(access: JobsAccess, held: HeldJob, everyMs: number | null, error: unknown): Promise<void> {
  const { port, store, platform } = access;
  const { job } = held;
  const fields = { job: job.name, jobId: job.id, attempt: job.attempt, code: codeOf(error) };
  if (held.isLost()) return platform.logger.warn("A job was taken over by another process", fields);
  try {
    if (job.lastAttempt && everyMs !== null) {
      // What comes back anyway is not buried: its next run is its next try.
      await store.write((database) => completeIn(access, { database }, held, everyMs));
    } else {
      const retryAfterMs = AskonceError.is(error) ? (error.retryAfterMs ?? undefined) : undefined;
      await port.fail(store.shopId, job, { problem: codeOf(error), retryAfterMs });
    }
    if (job.lastAttempt) platform.logger.error("A job was given up", fields);
    else platform.logger.warn("A job failed and will be tried again", fields);
  } catch (failure) {
    // Its lease ends, and it is tried again then.
    platform.logger.error("A failed job could not be put back", { ...fields, storageCode: codeOf(failure) });
  }
}

/** What only a newer version knows is left for it. */
export async function leaveUnknown({ port, store }: JobsAccess, job: ClaimedJob, delayMs: number): Promise<void> {
  await port.release(store.shopId, job, { delayMs }).catch(() => {});
}
