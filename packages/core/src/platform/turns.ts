import { AskonceError } from "@askonce/spec";

/** One after the other. */
export interface Turns {
  /**
   * Runs `work` when everything that came before has ended.
   *
   * @throws AskonceError `STORAGE_FAILED` when its turn has not come in time
   */
  take<Result>(work: () => Promise<Result>): Promise<Result>;
}

export function createTurns(patienceMs: number): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return {
    take(work) {
      const cameAt = performance.now();
      const mine = last.then(() => {
        if (performance.now() - cameAt > patienceMs) {
          throw new AskonceError("STORAGE_FAILED", {
            message: "Too many changes of this shop are waiting",
            details: { reason: "NO_TURN_IN_TIME" },
            retryAfterMs: 1000,
          });
        }
        return work();
      });
      last = mine.catch(() => {});
      return mine;
    },
  };
}
