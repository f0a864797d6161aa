import { type AdapterContext, AskonceError } from "@askonce/spec";
import { recordingLogger } from "../storefront/recording-logger.ts";

/** What an adapter asked of its vendor. */
export interface AskedRequest {
  method: string;
  url: URL;
  /** Path and query. */
  address: string;
  headers: Headers;
  /** Read as JSON; the text itself when it is none, `null` when there is none. */
  body: unknown;
}

/** A `fetch` that answers in the given order, the last answer for ever, and remembers what it was asked. */
export function answering(...answers: (() => Response | Promise<Response>)[]): { fetch: typeof globalThis.fetch; asked: AskedRequest[] } {
  const asked: AskedRequest[] = [];
  return {
    asked,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const url = new URL(request.url);
      const body = readBody(await request.text());
      asked.push({ method: request.method, url, address: url.pathname + url.search, headers: request.headers, body });
      const answer = answers[Math.min(asked.length, answers.length) - 1];
      return answer === undefined ? Response.error() : answer();
    },
  };
}

function readBody(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return text;
  }
}

/** An answer for {@link answering}, made anew each time. */
export function jsonAnswer(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): () => Response {
  return () => Response.json(body, { status, headers: { ...headers } });
}

/** What a firewall answers with status 200 instead of the vendor. */
export function webPage(): Response {
  return new Response("<!doctype html><p>Just a moment", { headers: { "content-type": "text/html" } });
}

export interface TestContext extends AdapterContext {
  /** Everything that was logged, as text. */
  logged(): string;
  /** How long was slept, in milliseconds. */
  slept: number[];
}

/** Where the clock of {@link testContext} begins, in milliseconds since the epoch. */
export const testNow = Date.parse("2026-11-21T18:00:00Z");

/** A context for one call. Its clock stands still until somebody sleeps, which ends at once and moves it. */
export function testContext(fetch: typeof globalThis.fetch, overrides: Partial<AdapterContext> = {}): TestContext {
  const logger = recordingLogger();
  const slept: number[] = [];
  let now = testNow;
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
    logged: () => JSON.stringify(logger.entries),
    slept,
  };
}

/** The askonce error that a call fails with. */
export async function failureOf(call: Promise<unknown>): Promise<AskonceError> {
  const error: unknown = await call.then(
    () => new Error("It did not fail"),
    (cause: unknown) => cause,
  );
  if (!AskonceError.is(error)) throw error;
  return error;
}

/** What `read` gives in processes that stand in different zones: the same, when nothing depends on the process's own. */
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
