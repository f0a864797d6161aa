import { setTimeout as delay } from "node:timers/promises";

/** Gives turns at a steady rate to whoever asks; what was missed while nobody could go is not made up for. */
export interface Pace {
  turn(): Promise<void>;
}

/** @param begin nobody gets a turn before it resolves */
export function createPace(perSecond: number, begin: Promise<unknown>): Pace {
  const everyMs = 1000 / perSecond;
  let next = performance.now();
  return {
    async turn() {
      await begin;
      const now = performance.now();
      next = Math.max(next + everyMs, now - 5 * everyMs);
      if (next > now) await delay(next - now);
    },
  };
}
