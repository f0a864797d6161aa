import type { JobsPort } from "@askonce/spec/storage";
import type { Store } from "../storage/store.ts";
import { type Backlog, readBacklog } from "./backlog.ts";
import { createHealth, defaultLimitMs, type Health } from "./health.ts";
import type { LoopProgress } from "./loop-progress.ts";
import { createSharedRead } from "./shared-read.ts";
import { createStorageLook } from "./storage-look.ts";

export interface InstanceHealthAccess {
  version: string;
  store: Store;
  /** This process, as its leases name it. */
  processId: string;
  progress: LoopProgress;
  jobs: Pick<JobsPort, "counts">;
  subscribers: () => readonly string[];
  prepared: () => Promise<void>;
  /** In milliseconds, steady. Default `performance.now()`: it is about connections and threads, and no clock of the application's moves those. */
  now?: () => number;
  /** How long a look may take. Default 2500 ms. */
  limitMs?: number;
}

export interface InstanceHealth {
  health(): Promise<Health>;
  /** What waits, as it was at most `keptMs` ago. */
  backlog(keptMs: number): Promise<Backlog>;
}

/** How one instance is, put together from its parts. */
export function createInstanceHealth(access: InstanceHealthAccess): InstanceHealth {
  const { version, store, progress, prepared, limitMs = defaultLimitMs, now = () => performance.now() } = access;
  const readWhatWaits = async () => {
    await prepared();
    return readBacklog(store, access.jobs, access.subscribers());
  };
  const backlog = createSharedRead(readWhatWaits, { tooLongMs: limitMs, most: 2, now });
  const look = createStorageLook(store, prepared, access.processId, now);
  return {
    health: createHealth({ version, store, progress, look, backlog, now, limitMs }),
    backlog: (keptMs) => backlog.read(keptMs),
  };
}
