import type { AskonceEvent, EventType } from "@askonce/spec";
import { EventEmitter } from "eventemitter3";

export type Observer<Type extends EventType> = (event: AskonceEvent<Type>) => void | Promise<void>;

/** In-process listeners: best effort, after the commit, in the order of the events. */
export interface Observers {
  /** Calls `observer` for every event of a type, or of all with `*`. Returns how to stop. */
  on<Type extends EventType>(type: Type | "*", observer: Observer<Type>): () => void;
  /** Hears of observers that threw. */
  onError(observer: (error: unknown, event: AskonceEvent) => void): () => void;
  dispatch(events: readonly AskonceEvent[]): void;
}

/**
 * eventemitter3 stops at the first listener that throws and lets a rejected promise end the process; every observer is therefore called on
 * its own, and what it throws goes to `onError`.
 */
export function createObservers(onUnheard: (error: unknown) => void): Observers {
  const emitter = new EventEmitter<Record<string, [event: AskonceEvent]>>();
  const errorObservers = new Set<(error: unknown, event: AskonceEvent) => void>();

  const report = (error: unknown, event: AskonceEvent) => {
    if (errorObservers.size === 0) return onUnheard(error);
    for (const observer of errorObservers) {
      try {
        observer(error, event);
      } catch (second) {
        onUnheard(second);
      }
    }
  };

  return {
    on(type, observer) {
      const guarded = (event: AskonceEvent) => {
        try {
          const result = (observer as Observer<EventType>)(event);
          if (result) Promise.resolve(result).catch((error: unknown) => report(error, event));
        } catch (error) {
          report(error, event);
        }
      };
      emitter.on(type, guarded);
      return () => emitter.off(type, guarded);
    },
    onError(observer) {
      errorObservers.add(observer);
      return () => errorObservers.delete(observer);
    },
    dispatch(events) {
      for (const event of events) {
        emitter.emit(event.type, event);
        emitter.emit("*", event);
      }
    },
  };
}
