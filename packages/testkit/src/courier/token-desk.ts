import type { Clock } from "@askonce/spec";

/** Gives out tokens that end by the clock. */
export interface TokenDesk {
  issue(): { token: string; expiresMs: number };
  accepts(token: string | null): boolean;
  /** Forgets all of them, as a courier does at a restart. */
  expire(): void;
}

/** @param prefix of the tokens, so that a test can look for them in logs */
export function createTokenDesk(clock: Clock, lifetimeMs: number, prefix: string): TokenDesk {
  const valid = new Map<string, number>();
  let issued = 0;
  return {
    issue: () => {
      const token = `${prefix}-${++issued}`;
      const expiresMs = clock.now() + lifetimeMs;
      valid.set(token, expiresMs);
      return { token, expiresMs };
    },
    accepts: (token) => token !== null && (valid.get(token) ?? Number.NEGATIVE_INFINITY) > clock.now(),
    expire: () => valid.clear(),
  };
}
