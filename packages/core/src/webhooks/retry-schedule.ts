const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/**
 * The pause before each attempt, counted from the one before: at once, 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h, which makes
 * ten attempts in 75 h 35 min 5 s. It is the example schedule of Standard Webhooks 1.0.0.
 */
export const retryDelaysMs: readonly number[] = [
  0,
  5 * secondMs,
  5 * minuteMs,
  30 * minuteMs,
  2 * hourMs,
  5 * hourMs,
  10 * hourMs,
  14 * hourMs,
  20 * hourMs,
  24 * hourMs,
];

/** A receiver can ask for a longer pause than the schedule's, but for no longer one than this. */
const maxRetryAfterMs = 24 * hourMs;

const jitter = 0.1;

/**
 * When to try next. Each pause is up to a tenth shorter or longer, so that the deliveries of one outage do not all come back in the same
 * second; one that the receiver asked for is only made longer.
 *
 * @param attemptsMade 0 before the first attempt
 * @param now milliseconds since the epoch, when the last attempt ended
 * @param random between 0 and 1, such as `Math.random`
 * @param retryAfterMs what the receiver asked for; a shorter pause than the schedule's is not taken
 * @returns milliseconds since the epoch, or `null` when the schedule is used up and the delivery has failed
 */
export function nextAttempt(attemptsMade: number, now: number, random: () => number, retryAfterMs: number | null): number | null {
  const delayMs = retryDelaysMs[attemptsMade];
  if (delayMs === undefined) return null;
  const share = random();
  const scheduledMs = delayMs * (1 + jitter * (2 * share - 1));
  const askedMs = Math.min(retryAfterMs ?? 0, maxRetryAfterMs) * (1 + jitter * share);
  return now + Math.round(Math.max(scheduledMs, askedMs));
}

/**
 * What an answer means: `delivered` (2xx), `gone` (410: the receiver wants nothing any more, so its endpoint is disabled at once), or
 * `failed`, which is tried again: redirects, every other status, and no answer at all.
 */
export type DeliveryOutcome = "delivered" | "gone" | "failed";

/** @param status the HTTP status, or `null` when there was no answer */
export function outcomeOf(status: number | null): DeliveryOutcome {
  if (status === 410) return "gone";
  return status !== null && status >= 200 && status <= 299 ? "delivered" : "failed";
}
