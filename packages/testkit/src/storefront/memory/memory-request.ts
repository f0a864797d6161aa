import { type AdapterContext, AskonceError } from "@askonce/spec";
import type { MemoryStorefrontSettings } from "./memory-options.ts";
import type { MemoryServer } from "./memory-server.ts";

/** Tries in all, the first included. */
const attempts = 4;
/** Milliseconds; doubled with each try when the vendor names no pause. */
const firstPauseMs = 500;
/** An agent does not wait longer than this, in milliseconds, whatever the vendor asks for. */
const longestPauseMs = 30_000;

export type MemoryRequest = (path: string, context: AdapterContext) => Promise<unknown>;

/**
 * Reads JSON from the memory shop; `null` for a 404. Everything is a read, so everything that can pass is tried again.
 *
 * @throws AskonceError with an `ADAPTER_…` code; the signal's reason when the call was aborted
 */
export function createMemoryRequest(server: MemoryServer, settings: MemoryStorefrontSettings): MemoryRequest {
  const headers = { authorization: `Bearer ${settings.presentedToken ?? settings.accessToken}`, accept: "application/json" };
  const send = async (path: string, context: AdapterContext): Promise<Response> => {
    const url = `https://memory.example.test${path}`;
    if (settings.transport === "direct") return server.handle(new Request(url, { headers }));
    return await fetchWithin(settings.timeoutMs, context, (signal) => context.fetch(url, { headers, signal }));
  };
  return async (path, context) => {
    for (let attempt = 1; ; attempt++) {
      context.signal.throwIfAborted();
      try {
        return await readJson(await send(path, context), context.clock.now());
      } catch (cause) {
        // What a failed request says may hold the URL or the vendor's words, so it does not become the error's cause.
        if (context.signal.aborted) throw context.signal.reason;
        const error = AskonceError.is(cause) ? cause : new AskonceError("ADAPTER_UNREACHABLE");
        const pauseMs = error.retryAfterMs ?? firstPauseMs * 2 ** (attempt - 1);
        if (!error.retryable || attempt === attempts || pauseMs > longestPauseMs) throw error;
        context.logger.info("The memory shop is asked again", { attempt, code: error.code, pauseMs });
        await context.clock.sleep(pauseMs, context.signal);
      }
    }
  };
}

async function fetchWithin(
  timeoutMs: number,
  context: AdapterContext,
  send: (signal: AbortSignal) => Promise<Response>,
): Promise<Response> {
  const answered = new AbortController();
  const timeLimit = new AbortController();
  context.clock.sleep(timeoutMs, answered.signal).then(
    () => timeLimit.abort(new AskonceError("ADAPTER_TIMEOUT")),
    // The answer came in time.
    () => {},
  );
  try {
    return await send(AbortSignal.any([context.signal, timeLimit.signal]));
  } finally {
    answered.abort();
  }
}

async function readJson(response: Response, nowMs: number): Promise<unknown> {
  const { status } = response;
  if (status === 404) return null;
  if (status === 401) throw new AskonceError("ADAPTER_UNAUTHORIZED", { details: { status } });
  if (status === 429) throw new AskonceError("ADAPTER_RATE_LIMITED", { details: { status }, ...retryAfter(response, nowMs) });
  if (status >= 500) throw new AskonceError("ADAPTER_UNAVAILABLE", { details: { status }, ...retryAfter(response, nowMs) });
  if (status !== 200) throw new AskonceError("ADAPTER_REJECTED", { details: { status } });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new AskonceError("ADAPTER_BAD_RESPONSE", { details: { status } });
  }
}

function retryAfter(response: Response, nowMs: number): { retryAfterMs?: number } {
  const header = response.headers.get("retry-after");
  if (header === null) return {};
  if (/^\d+$/.test(header)) return { retryAfterMs: Number(header) * 1_000 };
  const at = Date.parse(header);
  return Number.isNaN(at) ? {} : { retryAfterMs: Math.max(0, at - nowMs) };
}
