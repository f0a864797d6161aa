import type { AdapterContext, Clock, Logger } from "@askonce/spec";

export interface LogLine {
  level: string;
  message: string;
  fields: Readonly<Record<string, unknown>> | undefined;
}

export interface TestContext extends AdapterContext {
  lines: LogLine[];
  clock: TestClock;
}

/** A clock that stands still; `sleep` ends at once and moves it, unless its duration is a time limit (10 s and more), which never ends. */
export interface TestClock extends Clock {
  slept: number[];
}

export function testClock(startMs = Date.parse("2026-11-21T18:00:00Z")): TestClock {
  let now = startMs;
  const slept: number[] = [];
  return {
    now: () => now,
    slept,
    sleep: async (durationMs, signal) => {
      signal?.throwIfAborted();
      if (durationMs >= 10_000) await new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
      slept.push(durationMs);
      now += durationMs;
    },
  };
}

export function testContext(fetch: typeof globalThis.fetch, overrides: Partial<AdapterContext> & { clock?: TestClock } = {}): TestContext {
  const lines: LogLine[] = [];
  const log = (level: string) => (message: string, fields?: Readonly<Record<string, unknown>>) => {
    lines.push({ level, message, fields });
  };
  const logger: Logger = { debug: log("debug"), info: log("info"), warn: log("warn"), error: log("error") };
  return {
    signal: new AbortController().signal,
    logger,
    clock: testClock(),
    fetch,
    idempotencyKey: "test",
    priority: "agent",
    ...overrides,
    lines,
  };
}

/** A fetch that reaches the fake and nothing else. */
export function fetchFrom(fake: { handle(request: Request): Promise<Response> }): typeof globalThis.fetch {
  return (input, init) => fake.handle(new Request(input, init));
}
