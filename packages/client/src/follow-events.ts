import type { AskonceEvent, Clock } from "@askonce/spec";
import { AskonceApiError } from "./api-error.ts";
import type { AskonceClient } from "./askonce-client.ts";

/** How the line to the server is. */
export type FollowState =
  | { state: "connecting" }
  /** `complete` is `false` when something may have happened unseen before this moment: read again what you show. */
  | { state: "live"; complete: boolean }
  | { state: "waiting"; retryInMs: number; error: AskonceApiError | null };

export interface FollowOptions {
  /** Called for every event, in order and once. A promise is awaited before the next one. What it throws ends the following. */
  onEvent(event: AskonceEvent): void | Promise<void>;
  /** Called whenever the line changes, for showing it. */
  onState?(state: FollowState): void;
  /** Ends the following; the promise then resolves. */
  signal: AbortSignal;
  /** The last event's sequence that was already handled. */
  lastEventId?: string | number;
  /** Time and chance, for tests. Default: the real ones. */
  clock?: Clock;
  random?: () => number;
}

const firstPauseMs = 500;
const longestPauseMs = 30_000;
/** A line that held this long was a good one: the next break starts with the short pause again. */
const provenAfterMs = 10_000;

/**
 * Follows the shop's events and reconnects after the last one seen, with growing, jittered pauses (0.5 to 30 s).
 *
 * Resolves when `signal` is aborted.
 * @throws AskonceApiError when trying again cannot help, for example `UNAUTHENTICATED`
 */
export async function followEvents(client: Pick<AskonceClient, "events">, options: FollowOptions): Promise<void> {
  const { onEvent, onState, signal, clock = systemClock, random = Math.random } = options;
  let lastEventId = options.lastEventId;
  let failures = 0;
  let connectedBefore = false;
  // The handler may fail with an error of this very client; that is not a reason to reconnect and would lose the event.
  let handlerFailure: { cause: unknown } | null = null;

  while (!signal.aborted) {
    let error: AskonceApiError | null = null;
    let openedAt: number | null = null;
    onState?.({ state: "connecting" });
    try {
      const resumes = lastEventId !== undefined;
      const events = await client.events.stream(undefined, { signal, ...(lastEventId === undefined ? {} : { lastEventId }) });
      openedAt = clock.now();
      onState?.({ state: "live", complete: resumes || !connectedBefore });
      connectedBefore = true;
      for await (const event of events) {
        // A server may repeat the event it resumes after.
        if (lastEventId !== undefined && event.sequence <= Number(lastEventId)) continue;
        lastEventId = event.sequence;
        failures = 0;
        try {
          await onEvent(event);
        } catch (cause) {
          handlerFailure = { cause };
          throw cause;
        }
      }
    } catch (thrown) {
      if (handlerFailure) throw thrown;
      if (signal.aborted) return;
      if (!AskonceApiError.is(thrown) || !thrown.retryable) throw thrown;
      error = thrown;
    }
    if (signal.aborted) return;
    if (openedAt !== null && clock.now() - openedAt >= provenAfterMs) failures = 0;
    const retryInMs = error?.retryAfterMs ?? pauseMs(failures, random());
    failures += 1;
    onState?.({ state: "waiting", retryInMs, error });
    await clock.sleep(retryInMs, signal).catch(() => undefined);
  }
}

/** Between half of the step and the whole of it, so that the agents of a shop do not come back in one moment. */
function pauseMs(failures: number, chance: number): number {
  const step = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures, 16));
  return Math.round(step / 2 + (step / 2) * chance);
}

const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (durationMs, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const onAbort = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", onAbort);
        resolve();
      }, durationMs);
      signal?.addEventListener("abort", onAbort, { once: true });
    }),
};
