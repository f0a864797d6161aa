import type { AdapterContext, Logger } from "@askonce/spec";

interface TestContext extends AdapterContext {
  /** Everything that was logged, as text. */
  logged(): string;
  /** How long was slept, in milliseconds. */
  slept: number[];
}

export const testNow = Date.parse("2026-11-21T18:00:00Z");

/** The clock stands still until somebody sleeps, which ends at once and moves it. */
export function testContext(fetch: typeof globalThis.fetch, overrides: Partial<AdapterContext> = {}): TestContext {
  const lines: unknown[] = [];
  const slept: number[] = [];
  let now = testNow;
  const log = (message: string, fields?: unknown) => void lines.push([message, fields]);
  const logger: Logger = { debug: log, info: log, warn: log, error: log };
  return {
    signal: new AbortController().signal,
    logger,
    clock: {
      now: () => now,
      sleep: async (durationMs, signal) => {
        signal?.throwIfAborted();
        slept.push(durationMs);
        now += durationMs;
      },
    },
    fetch,
    idempotencyKey: "test",
    priority: "agent",
    ...overrides,
    logged: () => JSON.stringify(lines),
    slept,
  };
}

/** What was asked of a fake. */
export interface Asked {
  method: string;
  /** Path and query. */
  address: string;
  headers: Headers;
  body: unknown;
}

/** A fetch that answers in the given order, the last one for ever, and remembers what it was asked. */
export function answering(...answers: (() => Response | Promise<Response>)[]): { fetch: typeof globalThis.fetch; asked: Asked[] } {
  const asked: Asked[] = [];
  return {
    asked,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const url = new URL(request.url);
      const text = await request.text();
      asked.push({
        method: request.method,
        address: url.pathname + url.search,
        headers: request.headers,
        body: text === "" ? null : JSON.parse(text),
      });
      const answer = answers[Math.min(asked.length, answers.length) - 1];
      if (answer === undefined) throw new Error("not used");
      return answer();
    },
  };
}

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): (() => Response) =>
  () =>
    Response.json(body, { status, headers });

/** The same result under every zone of the process. */
export function underEveryZone<Result>(read: () => Result): Result[] {
  const before = process.env.TZ;
  try {
    return ["UTC", "America/New_York", "Europe/Bucharest", "Pacific/Kiritimati"].map((zone) => {
      process.env.TZ = zone;
      return read();
    });
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}
