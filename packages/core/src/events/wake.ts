/** A hint that there is something to do. Waiting ends with the hint, the time-out or the signal, whichever is first; polling is the guarantee. */
export interface Wake {
  notify(): void;
  wait(timeoutMs: number, signal: AbortSignal): Promise<void>;
}

export function createWake(): Wake {
  const waiting = new Set<() => void>();
  return {
    notify() {
      for (const wakeUp of [...waiting]) wakeUp();
    },
    wait(timeoutMs, signal) {
      return new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const done = () => {
          clearTimeout(timer);
          waiting.delete(done);
          signal.removeEventListener("abort", done);
          resolve();
        };
        // Real time on purpose: this paces the polling of a running process, not anything a person is told.
        const timer = setTimeout(done, timeoutMs);
        waiting.add(done);
        signal.addEventListener("abort", done, { once: true });
      });
    },
  };
}
