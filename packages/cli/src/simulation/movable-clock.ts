import { setTimeout } from "node:timers/promises";
import type { Clock } from "@askonce/spec";

/** The machine's time, moved on at will. It never goes back. */
export interface MovableClock extends Clock {
  /** Moves it on by so many milliseconds. */
  advance(durationMs: number): void;
  /** How far it is ahead of where it would be without `advance`, in milliseconds. */
  aheadMs(): number;
}

export interface MovableClockOptions {
  /** How far ahead it begins, in milliseconds. Default 0. */
  aheadMs?: number;
  /** How many seconds of it pass in one of the machine's. Default 1. */
  speed?: number;
}

export function createMovableClock({ aheadMs: initialMs = 0, speed = 1 }: MovableClockOptions = {}): MovableClock {
  const startedAt = Date.now();
  let aheadMs = initialMs;
  return {
    now: () => Math.round(startedAt + (Date.now() - startedAt) * speed + aheadMs),
    // Whoever sleeps waits for something real: time that is skipped wakes nobody.
    sleep: async (durationMs, signal) => {
      await setTimeout(durationMs / speed, undefined, signal === undefined ? {} : { signal }).catch((error: unknown) => {
        throw signal?.aborted ? signal.reason : error;
      });
    },
    advance(durationMs) {
      aheadMs += Math.max(0, durationMs);
    },
    aheadMs: () => aheadMs,
  };
}
