export interface CoalesceOptions {
  /** Milliseconds to gather calls before the first run, and to rest between two. */
  delayMs: number;
  setTimer?: (run: () => void, ms: number) => unknown;
  clearTimer?: (timer: unknown) => void;
}

export interface Coalesced {
  /** Asks for a run soon. Any number of requests before it begins make one run; requests during it make one more. */
  request(): void;
  cancel(): void;
}

/** Keeps a burst of events from becoming a burst of requests: one run at a time, and none is lost. */
export function coalesce(task: () => Promise<void>, options: CoalesceOptions): Coalesced {
  const {
    delayMs,
    setTimer = (run, ms) => setTimeout(run, ms),
    clearTimer = (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  } = options;
  let timer: unknown = null;
  let running = false;
  let wanted = false;
  let cancelled = false;

  const schedule = () => {
    timer = setTimer(async () => {
      timer = null;
      wanted = false;
      running = true;
      await task().catch(() => undefined);
      running = false;
      if (wanted && !cancelled) schedule();
    }, delayMs);
  };

  return {
    request() {
      wanted = true;
      if (!cancelled && !running && timer === null) schedule();
    },
    cancel() {
      cancelled = true;
      if (timer !== null) clearTimer(timer);
      timer = null;
    },
  };
}
