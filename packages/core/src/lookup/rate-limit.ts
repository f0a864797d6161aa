import type { Clock } from "@askonce/spec";

/** Counts tries by key in a sliding window, in bounded memory. */
export interface RateLimit {
  /** Milliseconds until the key may try again; 0 when this try is allowed (and counted). */
  take(key: string): number;
}

export function createRateLimit(clock: Clock, options: { tries: number; windowMs: number; mostKeys?: number }): RateLimit {
  const tries = new Map<string, number[]>();
  const mostKeys = options.mostKeys ?? 20_000;
  return {
    take(key) {
      const now = clock.now();
      const recent = (tries.get(key) ?? []).filter((at) => at > now - options.windowMs);
      const oldest = recent[0];
      // Re-inserted, so that the map's order is the order of use and the least used go first when it is full.
      tries.delete(key);
      if (recent.length >= options.tries && oldest !== undefined) {
        tries.set(key, recent);
        return oldest + options.windowMs - now;
      }
      recent.push(now);
      tries.set(key, recent);
      while (tries.size > mostKeys) tries.delete(tries.keys().next().value ?? "");
      return 0;
    },
  };
}
