import type { StorageV1 } from "@askonce/spec/storage";
import { createWake, type Wake } from "./wake.ts";

/** A wake that the other processes on the same storage hear too, where the storage can tell them. */
export interface SharedWake extends Wake {
  /** Begins to hear the others; returns how to stop. Without it this process polls. */
  listen(): Promise<() => Promise<void>>;
}

export function createSharedWake(storage: StorageV1, channel: string): SharedWake {
  const local = createWake();
  return {
    wait: local.wait,
    notify() {
      local.notify();
      // A hint that does not arrive costs one polling interval, so nobody waits for it or hears of its failure.
      storage.wake?.notify(channel).catch(() => {});
    },
    async listen() {
      return (await storage.wake?.listen(channel, local.notify)) ?? (async () => {});
    },
  };
}
