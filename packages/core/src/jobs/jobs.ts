import type { JobsPort, NewJob } from "@askonce/spec/storage";
import type { Wake } from "../events/wake.ts";
import { codeOf } from "../orders/live-reads.ts";
import type { Platform } from "../platform/platform.ts";
import type { Store, UnitOfWork } from "../storage/store.ts";
import { createHeldJobs } from "./held-jobs.ts";
import { createLimit, type JobHandler, nextRun, type Registration } from "./job-handlers.ts";
import { leaveUnknown, runJob } from "./run-job.ts";
import { sqlExecutorOf } from "./sql-executor.ts";

/** Durable jobs of one shop. */
export interface Jobs {
  /** Makes them ready: once, when the storage is opened and before the first transaction that asks for a job. */
  prepare(): Promise<void>;
  /** Says who does the jobs of a name. `concurrency`: how many of them at a time in this process; default: as many as there is room for. */
  handle(name: string, handler: JobHandler, options?: { concurrency?: number }): void;
  /**
   * Has something done again and again: the next run is asked for in the transaction that ends the one before, so that the schedule survives
   * every end of a process and many processes keep one. The first run is due when the loop starts; a run that fails for good is followed by
   * the next one.
   */
  every(name: string, everyMs: number, handler: JobHandler): void;
  /** Asks for jobs in the transaction of the change that causes them. */
  enqueueIn(unit: Pick<UnitOfWork, "database">, ...jobs: NewJob[]): Promise<void>;
  /** Asks for jobs in a transaction of their own. */
  enqueue(...jobs: NewJob[]): Promise<void>;
  /** Does what is due, once. @returns whether there may be more */
  runDue(signal: AbortSignal): Promise<boolean>;
  /** Does what is due until the signal: then waits for what is under way, up to the grace period, and leaves the rest to others. */
  loop(signal: AbortSignal): Promise<void>;
}

export interface JobsOptions {
  port: JobsPort;
  store: Pick<Store, "shopId" | "write">;
  platform: Pick<Platform, "logger"> & Partial<Pick<Platform, "telemetry">>;
  /** Notified when there may be something to do. Looking once a second is the guarantee. */
  wake: Wake;
  /** How long others wait for a process that was killed, in milliseconds. Default 6000: its jobs are under way again within ten seconds. */
  leaseMs?: number;
  /** How many jobs run at a time in this process. Default 10. */
  concurrency?: number;
  /** How long stopping waits for what is under way, in milliseconds. Default 10000. */
  graceMs?: number;
}

const pollMs = 1000;
const unknownDelayMs = 30_000;
/** A schedule whose process was killed in its last try is begun anew after at most this time. */
const scheduleAgainMs = 5 * 60_000;

export function createJobs(options: JobsOptions): Jobs {
  const { port, store, platform, wake, leaseMs = 6000, concurrency = 10, graceMs = 10_000 } = options;
  const lane = store.shopId;
  const registrations = new Map<string, Registration>();
  const unknown = new Set<string>();
  const running = new Set<Promise<void>>();
  const held = createHeldJobs(port, lane, leaseMs, platform.logger);
  let preparing: Promise<void> | null = null;
  let scheduledAt: number | null = null;
  let moreIsDue = false;

  const prepare = () => {
    preparing ??= port.prepare(lane).catch((error: unknown) => {
      preparing = null;
      throw error;
    });
    return preparing;
  };
  const enqueue = async (jobs: readonly NewJob[]) => {
    await store.write((transaction) => port.enqueue(lane, jobs, sqlExecutorOf(transaction)));
    wake.notify();
  };
  const schedule = async () => {
    const isFirst = scheduledAt === null;
    if (scheduledAt !== null && performance.now() - scheduledAt < scheduleAgainMs) return;
    const runs = [...registrations].flatMap(([name, { everyMs }]) =>
      everyMs === null ? [] : [nextRun(name, everyMs, isFirst ? 0 : everyMs)],
    );
    if (runs.length > 0) await store.write((transaction) => port.enqueue(lane, runs, sqlExecutorOf(transaction)));
    scheduledAt = performance.now();
  };
  /** Claims what there is room for and begins with it. @returns how many */
  const begin = async (): Promise<number> => {
    await prepare();
    await schedule();
    const room = concurrency - running.size;
    if (room <= 0) return 0;
    const claimed = await port.claim(lane, { limit: room, leaseMs });
    moreIsDue = claimed.length === room;
    for (const job of claimed) {
      const registration = registrations.get(job.name);
      if (!registration && !unknown.has(job.name)) {
        unknown.add(job.name);
        platform.logger.warn("Nobody here does the jobs of a name; they are left for a newer version", { job: job.name });
      }
      const entry = held.hold(job);
      const work = registration
        ? runJob({ port, store, platform }, entry, registration)
        : leaveUnknown({ port, store, platform }, job, unknownDelayMs);
      const ended = work.finally(() => {
        held.letGo(entry);
        running.delete(ended);
        if (moreIsDue) wake.notify();
      });
      running.add(ended);
    }
    return claimed.length;
  };
  const allEnded = async () => {
    while (running.size > 0) await Promise.all(running);
  };
  const settle = async (signal: AbortSignal) => {
    const ended = allEnded();
    await Promise.race([ended, aborted(signal)]);
    if (!signal.aborted) return;
    const isOver = await Promise.race([ended.then(() => true), after(graceMs).then(() => false)]);
    if (!isOver) await held.abandon();
  };

  return {
    prepare,
    handle(name, handler, { concurrency: most = concurrency } = {}) {
      registrations.set(name, { handler, limit: createLimit(most), everyMs: null });
    },
    every(name, everyMs, handler) {
      registrations.set(name, { handler, limit: createLimit(1), everyMs });
      scheduledAt = null;
    },
    async enqueueIn(unit, ...jobs) {
      await port.enqueue(lane, jobs, sqlExecutorOf(unit.database));
    },
    enqueue: async (...jobs) => {
      await prepare();
      await enqueue(jobs);
    },
    async runDue(signal) {
      if (signal.aborted) return false;
      const count = await begin();
      await settle(signal);
      return count > 0;
    },
    async loop(signal) {
      while (!signal.aborted) {
        try {
          const count = await begin();
          if (count > 0 && running.size < concurrency) continue;
        } catch (error) {
          if (!signal.aborted) platform.logger.error("Jobs could not be looked for", { code: codeOf(error) });
        }
        await wake.wait(pollMs, signal);
      }
      await settle(signal);
    },
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

function after(durationMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, durationMs).unref();
  });
}
