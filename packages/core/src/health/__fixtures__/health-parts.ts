import type { StorageV1 } from "@askonce/spec/storage";
import { onTestFinished } from "vitest";
import { createBuiltInJobs } from "../../jobs/built-in-jobs.ts";
import { systemClock } from "../../platform/clock.ts";
import { createPlatform } from "../../platform/platform.ts";
import { silentLogger } from "../../platform/silent-logger.ts";
import { createStore, type Store } from "../../storage/store.ts";
import { testStorage } from "../../testing/test-storage.ts";
import { createInstanceHealth, type InstanceHealth } from "../instance-health.ts";
import { createLoopProgress, type LoopProgress } from "../loop-progress.ts";
import { type GatedStorage, gatedStorage } from "./gated-storage.ts";

export interface HealthParts extends InstanceHealth {
  store: Store;
  gate: GatedStorage;
  progress: LoopProgress;
  /** The steady time of `progress`, moved by hand. */
  time: { now: number };
}

/** The health of a migrated store whose storage can be stopped, with little patience. Closed with the test. */
export async function healthParts(storage: StorageV1 = testStorage(), limitMs = 1000): Promise<HealthParts> {
  const gate = gatedStorage(storage);
  const platform = createPlatform(systemClock, silentLogger, fetch);
  const shop = { id: "default", name: "Shop", timeZone: "UTC", language: "en" };
  const store = createStore(gate.storage, shop, platform, () => {});
  const time = { now: 1_000_000 };
  const progress = createLoopProgress(() => time.now);
  const parts = createInstanceHealth({
    version: "1.2.3",
    store,
    processId: "prc_1",
    progress,
    jobs: createBuiltInJobs({ store, createId: () => platform.createId("job") }),
    subscribers: () => [],
    prepared: async () => {
      await store.ready();
    },
    limitMs,
  });
  onTestFinished(async () => {
    gate.open();
    gate.release();
    await store.close();
  });
  await store.ready();
  return { ...parts, store, gate, progress, time };
}
