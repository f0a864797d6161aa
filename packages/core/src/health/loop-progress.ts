import type { JobsPort } from "@askonce/spec/storage";
import type { Leases } from "../work/leases.ts";

/**
 * For how long each loop of the worker may be silent. Each passes at least every five seconds when there is nothing to do; the times allow for
 * the slowest single step that is not a failure: a storefront that takes its 45 seconds, a database that takes its 31.
 */
const longestSilenceMs: Readonly<Record<string, number>> = {
  inbox: 180_000,
  subscribers: 60_000,
  jobs: 120_000,
  backfill: 300_000,
  reconcile: 300_000,
};
/** Those that take things away in large amounts, and whatever is not named above. */
const otherwiseMs = 600_000;

/** A loop may fail for this long before it is said: what fails once is tried again a second later. */
const longestFailureMs = 60_000;

export interface LoopState {
  name: string;
  /** Since its last sign of life, in milliseconds. */
  silentMs: number;
  /** For how long every pass of it has failed; `null` when the last one did not. */
  failingMs: number | null;
  state: "ok" | "warning" | "failed";
}

/** The signs of life of the worker's loops. A loop that waits for ever for something gives none. */
export interface LoopProgress {
  /** From here on the loop is expected to give signs. */
  begin(name: string): void;
  sign(name: string): void;
  succeeded(name: string): void;
  failed(name: string): void;
  /** Those that have begun. */
  states(): LoopState[];
}

export function createLoopProgress(now: () => number = () => performance.now()): LoopProgress {
  const loops = new Map<string, { signAt: number; failingSince: number | null }>();
  const update = (name: string, change: { failingSince?: number | null }) => {
    const loop = loops.get(name);
    if (loop) loops.set(name, { ...loop, ...change, signAt: now() });
  };
  return {
    begin(name) {
      loops.set(name, { signAt: now(), failingSince: null });
    },
    sign: (name) => update(name, {}),
    succeeded: (name) => update(name, { failingSince: null }),
    failed: (name) => update(name, { failingSince: loops.get(name)?.failingSince ?? now() }),
    states: () =>
      [...loops].map(([name, { signAt, failingSince }]) => {
        const silentMs = Math.round(now() - signAt);
        const failingMs = failingSince === null ? null : Math.round(now() - failingSince);
        const isLong = failingMs !== null && failingMs > longestFailureMs;
        const state = silentMs > (longestSilenceMs[name] ?? otherwiseMs) ? "failed" : isLong ? "warning" : "ok";
        return { name, silentMs, failingMs, state };
      }),
  };
}

const loopOfLease: Readonly<Record<string, string>> = { inbox: "inbox", backfill: "backfill", reconcile: "reconcile" };

/** Long work asks again and again whether it may go on: each time is a sign of its loop. */
export function watchLeases(leases: Leases, progress: LoopProgress): Leases {
  return {
    ...leases,
    hold(name) {
      const loop = loopOfLease[name.split(":")[0] ?? ""];
      if (loop) progress.sign(loop);
      return leases.hold(name);
    },
  };
}

/** The loop of the jobs claims new ones, and goes on holding those that are worked on. */
export function watchJobs(port: JobsPort, progress: LoopProgress): JobsPort {
  const watched: Pick<JobsPort, "claim" | "extend"> = {
    claim(lane, options) {
      progress.sign("jobs");
      return port.claim(lane, options);
    },
    extend(lane, jobs, options) {
      progress.sign("jobs");
      return port.extend(lane, jobs, options);
    },
  };
  return new Proxy({} as JobsPort, {
    get(_, key) {
      if (key === "claim" || key === "extend") return watched[key];
      const value: unknown = Reflect.get(port, key, port);
      return typeof value === "function" ? value.bind(port) : value;
    },
  });
}
