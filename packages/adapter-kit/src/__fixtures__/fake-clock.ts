import type { Clock } from "@askonce/spec";

/** A clock that stands still until it is told to go on. */
export interface FakeClock extends Clock {
  /** Goes on by `durationMs`, waking sleepers at their times and in their order. */
  advance(durationMs: number): Promise<void>;
  /** The durations that were slept for, in the order they were asked for. */
  readonly slept: number[];
}

/** Lets everything that is ready run before time goes on. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

export function createFakeClock(startAt = 0): FakeClock {
  let now = startAt;
  let sleepers: { at: number; wake: () => void }[] = [];
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep(durationMs, signal) {
      slept.push(durationMs);
      return new Promise((resolve, reject) => {
        const sleeper = { at: now + durationMs, wake: resolve };
        sleepers.push(sleeper);
        signal?.addEventListener("abort", () => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          reject(signal.reason);
        });
      });
    },
    async advance(durationMs) {
      const until = now + durationMs;
      for (;;) {
        await settle();
        const [next] = sleepers.filter((sleeper) => sleeper.at <= until).sort((one, other) => one.at - other.at);
        if (!next) break;
        now = next.at;
        sleepers = sleepers.filter((sleeper) => sleeper !== next);
        next.wake();
      }
      now = until;
      await settle();
    },
  };
}
