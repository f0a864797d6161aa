import { type AskonceClient, type FollowState, followEvents } from "@askonce/client";
import type { AskonceEvent } from "@askonce/spec";

/** `null` instead of an event: something may have been missed, read again what you show. */
export type LiveListener = (event: AskonceEvent | null) => void;
export type LiveState = FollowState | { state: "stopped" };

export interface Live {
  subscribe(listener: LiveListener): () => void;
  /** For React's `useSyncExternalStore`. */
  onStateChange(listener: () => void): () => void;
  state(): LiveState;
  /** Opens the stream; the answer closes it. */
  start(): () => void;
}

/** One event stream for the whole desk. A listener that throws harms nobody. */
export function createLive(client: Pick<AskonceClient, "events">): Live {
  const listeners = new Set<LiveListener>();
  const stateListeners = new Set<() => void>();
  let state: LiveState = { state: "connecting" };

  const emit = (event: AskonceEvent | null) => {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        reportError(error);
      }
    }
  };
  const setState = (next: LiveState) => {
    state = next;
    for (const listener of stateListeners) listener();
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onStateChange(listener) {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    state: () => state,
    start() {
      const controller = new AbortController();
      const { signal } = controller;
      followEvents(client, {
        signal,
        onEvent: emit,
        onState(next) {
          setState(next);
          if (next.state === "live" && !next.complete) emit(null);
        },
      }).catch(() => setState({ state: "stopped" }));
      return () => controller.abort();
    },
  };
}
