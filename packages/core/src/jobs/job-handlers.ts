import type { ClaimedJob, NewJob } from "@askonce/spec/storage";
import type { UnitOfWork } from "../storage/store.ts";

export interface JobContext {
  /** Aborted when the job was lost to another process or this one stops: what is not done by then, somebody else does. */
  signal: AbortSignal;
  /**
   * Ends the job in the transaction of its effect, so that the effect happens once, however often the job is tried. A job whose handler
   * returns without is ended afterwards.
   *
   * @throws AskonceError `VERSION_CONFLICT` when the job is not held any more; let it end the transaction
   */
  complete(unit: Pick<UnitOfWork, "database">): Promise<void>;
}

/**
 * Does a job, possibly more than once. A rejection is tried again after a pause that grows, or after its `retryAfterMs`; after the last try
 * the job is dead.
 */
export type JobHandler = (job: ClaimedJob, context: JobContext) => Promise<void>;

export interface Registration {
  handler: JobHandler;
  /** Runs one after the other beyond this number, in this process. */
  limit: ReturnType<typeof createLimit>;
  /** How often it comes back; `null` for a job that is done with being done. */
  everyMs: number | null;
}

/** The next run of a job that comes back. One of a name waits at a time, whoever asks for it; another interval is another schedule. */
export function nextRun(name: string, everyMs: number, delayMs: number): NewJob {
  return { name, data: {}, delayMs, singletonKey: `every:${name}:${everyMs}` };
}

/** Lets at most so many of what it is given run at a time. */
export function createLimit(most: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // Whoever waits takes over the place.
      if (next) next();
      else running--;
    }
  };
}
