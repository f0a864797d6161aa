import type { Context } from "@askonce/spec";
import type { ContextSource, ContextSubscribe } from "./context-source.ts";

/** What the loader tells the panel. */
interface ContextLoaderView {
  loading(): void;
  loaded(context: Context): void;
  failed(error: unknown): void;
}

export interface ContextLoaderOptions {
  source: ContextSource;
  ticketId: string;
  subscribe: ContextSubscribe | null;
  view: ContextLoaderView;
  /** Calls back after a while and gives back how to cancel. Default: a timer. */
  after?: (delayMs: number, call: () => void) => () => void;
}

export interface ContextLoader {
  reload(): void;
  stop(): void;
}

/** A stale answer means that a live read is on its way: these are the waits before looking for its result. */
const rereadAfterMs = [2_000, 4_000, 8_000];

function timer(delayMs: number, call: () => void): () => void {
  const handle = setTimeout(call, delayMs);
  return () => clearTimeout(handle);
}

/** Loads a ticket's context once, again after every change (never two at a time), and a few times more while it is stale. */
export function startContextLoader({ source, ticketId, subscribe, view, after = timer }: ContextLoaderOptions): ContextLoader {
  const stopped = new AbortController();
  let running = false;
  let again = false;
  let rereads = 0;
  let cancelReread = () => {};

  async function run() {
    running = true;
    view.loading();
    do {
      again = false;
      cancelReread();
      try {
        const context = await source.load(ticketId, stopped.signal);
        if (stopped.signal.aborted) return;
        view.loaded(context);
        const delayMs = context.order?.provenance.stale ? rereadAfterMs[rereads] : undefined;
        if (delayMs !== undefined) {
          rereads += 1;
          cancelReread = after(delayMs, start);
        }
      } catch (error) {
        if (stopped.signal.aborted) return;
        view.failed(error);
      }
    } while (again);
    running = false;
  }
  function start() {
    if (running) again = true;
    else void run();
  }
  function reload() {
    rereads = 0;
    start();
  }

  reload();
  const unsubscribe = subscribe?.(ticketId, reload);
  return {
    reload,
    stop() {
      stopped.abort();
      cancelReread();
      unsubscribe?.();
    },
  };
}
