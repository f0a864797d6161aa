import type { Clock } from "@askonce/spec";

/** A clock that jumps instead of waiting. */
export interface ConformanceClock extends Clock {
  /** Moves the time forward, waking whoever sleeps until then. */
  advance(durationMs: number): void;
  /** While held the clock does not jump: something is under way that is not a sleep. Ends by itself after {@link longestHoldMs}. */
  hold(): () => void;
  /** Wakes nobody any more. */
  stop(): void;
}

/** In real milliseconds. A request that takes longer than this counts as hanging, so that a time limit can run out. */
const longestHoldMs = 2_000;
/** In real milliseconds: how long nothing may happen before the clock jumps. */
const quietMs = 4;

interface Sleeper {
  until: number;
  wake: () => void;
}

/** @param startMs milliseconds since the epoch, UTC */
export function conformanceClock(startMs: number): ConformanceClock {
  let nowMs = startMs;
  let activity = 0;
  let isPumping = false;
  let isStopped = false;
  const sleepers = new Set<Sleeper>();
  const holds = new Set<symbol>();

  function advance(durationMs: number): void {
    nowMs += durationMs;
    for (const sleeper of [...sleepers].sort((a, b) => a.until - b.until)) if (sleeper.until <= nowMs) sleeper.wake();
  }

  async function pump(): Promise<void> {
    isPumping = true;
    while (sleepers.size > 0 && !isStopped) {
      const before = activity;
      await quiet();
      if (activity !== before || holds.size > 0 || sleepers.size === 0) continue;
      advance(Math.max(0, Math.min(...[...sleepers].map((sleeper) => sleeper.until)) - nowMs));
    }
    isPumping = false;
  }

  return {
    now: () => nowMs,
    advance,
    sleep: (durationMs, signal) =>
      new Promise((resolve, reject) => {
        activity++;
        if (signal?.aborted) return reject(signal.reason);
        const finish = (): void => {
          activity++;
          sleepers.delete(sleeper);
          signal?.removeEventListener("abort", cancel);
        };
        const cancel = (): void => {
          finish();
          reject(signal?.reason);
        };
        const sleeper: Sleeper = {
          until: nowMs + Math.max(0, durationMs),
          wake: () => {
            finish();
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", cancel);
        if (!isPumping && !isStopped) void pump();
      }),
    hold: () => {
      activity++;
      const key = Symbol("hold");
      holds.add(key);
      const release = (): void => {
        activity++;
        clearTimeout(expiry);
        holds.delete(key);
      };
      const expiry = setTimeout(release, longestHoldMs);
      return release;
    },
    stop: () => {
      isStopped = true;
      sleepers.clear();
    },
  };
}

/** A timer alone can fire before answers that came in while the event loop was busy; the two turns let those go first. */
async function quiet(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, quietMs));
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
}
