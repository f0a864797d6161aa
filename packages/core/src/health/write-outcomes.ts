import { AskonceError } from "@askonce/spec";

/** When a transaction of this process was last written, and when one last could not be. In real time, because it is about a machine. */
export interface WriteOutcomes {
  /** By `performance.now()`; `null` when nothing was written yet. */
  readonly succeededAt: number | null;
  /** Of what may have been the storage's fault. What failed in a change's own code cannot always be told from it. */
  readonly failedAt: number | null;
  succeeded(): void;
  track<Result>(work: Promise<Result>): Promise<Result>;
}

export function createWriteOutcomes(now: () => number = () => performance.now()): WriteOutcomes {
  let succeededAt: number | null = null;
  let failedAt: number | null = null;
  const succeeded = () => {
    succeededAt = now();
  };
  return {
    get succeededAt() {
      return succeededAt;
    },
    get failedAt() {
      return failedAt;
    },
    succeeded,
    track(work) {
      work.then(succeeded, (error: unknown) => {
        // A refusal says nothing about the storage.
        if (!AskonceError.is(error) || error.code === "STORAGE_FAILED") failedAt = now();
      });
      return work;
    },
  };
}
