/** Structured logging; a message is a sentence without data, the data goes into `fields` without personal data or secrets. */
export interface Logger {
  debug(message: string, fields?: Readonly<Record<string, unknown>>): void;
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** Time as something that can be handed in, so that a test can hold it. */
export interface Clock {
  /** Milliseconds since the epoch, UTC. */
  now(): number;
  /** Resolves after `durationMs`; rejects with the signal's reason when it is aborted first. */
  sleep(durationMs: number, signal?: AbortSignal): Promise<void>;
}

/**
 * What waits for the answer. An adapter with a rate budget serves `agent` first and lets `background` use only what is left over.
 */
export type CallPriority = "agent" | "webhook" | "background";

/** Comes last in every call. An adapter never uses `Date.now()`, the global `fetch` or `console`. */
export interface AdapterContext {
  signal: AbortSignal;
  logger: Logger;
  clock: Clock;
  fetch: typeof globalThis.fetch;
  /** Stable over retries of one action; handed down to the vendor where it supports that. */
  idempotencyKey: string;
  priority: CallPriority;
}
