import { type AdapterContext, AskonceError } from "@askonce/spec";

export interface RetryOptions {
  /** Tries in all, the first included. Default 4. */
  attempts?: number;
  /** First wait when the vendor names none, in milliseconds; doubled each time, with up to a quarter of jitter. Default 500. */
  baseDelayMs?: number;
  /** No wait is longer than this, in milliseconds, whatever the vendor asks for; a longer one fails at once. Default 30000. */
  maxDelayMs?: number;
  /** Between 0 and 1, for the jitter. Default `Math.random`. */
  random?: () => number;
}

/**
 * Calls `attempt` until it succeeds, fails for good, or the tries are used up. Only errors marked `retryable` are tried again, after
 * `retryAfterMs` where the vendor said so. For reads and for calls with an idempotency key; never for a write that may have happened.
 *
 * @throws the last error
 */
export async function withRetry<Result>(
  attempt: (attemptNumber: number) => Promise<Result>,
  context: Pick<AdapterContext, "clock" | "signal">,
  options: RetryOptions = {},
): Promise<Result> {
  const { attempts = 4, baseDelayMs = 500, maxDelayMs = 30_000, random = Math.random } = options;
  for (let attemptNumber = 1; ; attemptNumber++) {
    context.signal.throwIfAborted();
    try {
      return await attempt(attemptNumber);
    } catch (error) {
      if (!AskonceError.is(error) || !error.retryable || attemptNumber >= attempts) throw error;
      const backoff = baseDelayMs * 2 ** (attemptNumber - 1) * (1 + random() / 4);
      const wait = error.retryAfterMs ?? Math.min(backoff, maxDelayMs);
      if (wait > maxDelayMs) throw error;
      await context.clock.sleep(wait, context.signal);
    }
  }
}

/**
 * Milliseconds of a `Retry-After` header: seconds (also `2.0`, as Shopify writes it) or an HTTP date. `undefined` when there is none or
 * when it is neither: `Date.parse` reads a date into almost any text, and "at once" is the wrong answer to nonsense.
 */
export function parseRetryAfter(header: string | null | undefined, now: number): number | undefined {
  if (!header) return undefined;
  if (/^\d+(\.\d+)?$/.test(header.trim())) return Math.ceil(Number(header) * 1000);
  const at = /^[a-z]{3,9},? .+ GMT$/i.test(header.trim()) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
