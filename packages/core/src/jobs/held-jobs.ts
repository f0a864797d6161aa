import type { Logger } from "@askonce/spec";
import type { ClaimedJob, JobsPort } from "@askonce/spec/storage";
import { codeOf } from "../orders/live-reads.ts";

/** A job that this process works on. */
export interface HeldJob {
  readonly job: ClaimedJob;
  /** Aborted when the job was lost or has to be given up: somebody else will do it. */
  readonly signal: AbortSignal;
  /** Whether somebody else has it, or may have it by now. */
  isLost(): boolean;
  /** It turned out that somebody else has it. */
  lose(): void;
  /** Its completion is under way in a transaction: until that ends, nothing can be said about who holds it. */
  ending: boolean;
}

/** Goes on holding the jobs that are worked on here, three times in each lease. */
export interface HeldJobs {
  hold(job: ClaimedJob): HeldJob;
  /** It has ended. */
  letGo(held: HeldJob): void;
  /** Gives all of them up, for others to do. */
  abandon(): Promise<void>;
  readonly size: number;
}

export function createHeldJobs(port: JobsPort, lane: string, leaseMs: number, logger: Logger): HeldJobs {
  interface Entry extends HeldJob {
    /** When it was surely held last, in real time. */
    heldAt: number;
  }
  const entries = new Set<Entry>();
  let timer: ReturnType<typeof setInterval> | null = null;
  let extending = false;

  const extend = async () => {
    const asked = [...entries].filter((entry) => !entry.ending);
    if (extending || asked.length === 0) return;
    extending = true;
    const askedAt = performance.now();
    try {
      const ids = new Set(
        await port.extend(
          lane,
          asked.map((entry) => entry.job),
          { leaseMs },
        ),
      );
      for (const entry of asked) {
        if (ids.has(entry.job.id)) entry.heldAt = askedAt;
        else if (entries.has(entry) && !entry.ending) entry.lose();
      }
    } catch (error) {
      logger.warn("The leases of jobs could not be extended", { jobs: asked.length, code: codeOf(error) });
    } finally {
      extending = false;
    }
  };
  /** Whoever cannot reach the database does not hear that a job was lost: what was not extended in time may be somebody else's. */
  const giveUpOverdue = () => {
    for (const entry of entries) if (!entry.ending && performance.now() - entry.heldAt > leaseMs) entry.lose();
  };
  const tick = () => {
    // A process that stood still may find that it is not too late; one whose question is not answered may not wait for that.
    if (extending) giveUpOverdue();
    else void extend().then(giveUpOverdue);
  };
  const letGo = (held: HeldJob) => {
    for (const entry of entries) if (entry === held) entries.delete(entry);
    if (entries.size === 0 && timer) {
      clearInterval(timer);
      timer = null;
    }
  };

  return {
    hold(job) {
      const controller = new AbortController();
      const entry: Entry = {
        job,
        signal: controller.signal,
        ending: false,
        heldAt: performance.now(),
        isLost: () => controller.signal.aborted,
        lose: () => controller.abort(),
      };
      entries.add(entry);
      timer ??= setInterval(tick, leaseMs / 3);
      return entry;
    },
    letGo,
    async abandon() {
      const abandoned = [...entries];
      for (const entry of abandoned) {
        entry.lose();
        letGo(entry);
      }
      const releases = await Promise.allSettled(abandoned.map((entry) => port.release(lane, entry.job)));
      // Whoever cannot even let go loses them when their leases end.
      const failed = releases.filter((release) => release.status === "rejected").length;
      if (abandoned.length > 0) logger.warn("Jobs were left to others", { jobs: abandoned.length, failed });
    },
    get size() {
      return entries.size;
    },
  };
}
