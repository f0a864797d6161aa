import type { Clock } from "@askonce/spec";
import type { JobsPort, SqlExecutor, StorageV1 } from "@askonce/spec/storage";
import { systemClock } from "../../platform/clock.ts";
import { createPlatform, type Platform } from "../../platform/platform.ts";
import { silentLogger } from "../../platform/silent-logger.ts";
import { createStore, type Store } from "../../storage/store.ts";
import { createBuiltInJobs } from "../built-in-jobs.ts";
import { sqlExecutorOf } from "../sql-executor.ts";

export interface JobStore {
  store: Store;
  platform: Platform;
  /** The storage's own jobs, or the built-in ones. */
  jobs: JobsPort;
  transaction(work: (executor: SqlExecutor) => Promise<void>): Promise<void>;
}

/** A migrated store with jobs, as one process of an instance has it. */
export async function jobStore(storage: StorageV1, shopId = "shop", clock: Clock = systemClock): Promise<JobStore> {
  const platform = createPlatform(clock, silentLogger, fetch);
  const shop = { id: shopId, name: "Shop", timeZone: "Europe/Bucharest", language: "ro" };
  const store = createStore(storage, shop, platform, () => {});
  await store.ready();
  const held = clock === systemClock ? undefined : clock.now;
  return {
    store,
    platform,
    jobs: storage.jobs ?? createBuiltInJobs({ store, createId: () => platform.createId("job"), now: held }),
    transaction: (work) => store.write((transaction) => work(sqlExecutorOf(transaction))),
  };
}
