import { type AdapterContext, AskonceError } from "@askonce/spec";

/** Tries in all, the first included. */
const attempts = 3;
/** Milliseconds; doubled with each try when the courier names no pause. */
const firstPauseMs = 500;
/** Nobody waits longer than this, in milliseconds, whatever the courier asks for. */
const longestPauseMs = 30_000;

export interface MemoryRequestOptions {
  key: string;
  timeoutMs: number;
}

export type MemoryCourierRequest = (path: string, context: AdapterContext) => Promise<unknown>;

/**
 * Reads JSON from the memory courier, signing in first; `null` for a 404.
 *
 * @throws AskonceError with an `ADAPTER_…` code; the signal's reason when the call was aborted
 */
export function createMemoryCourierRequest(options: MemoryRequestOptions): MemoryCourierRequest {
  let signedIn: Promise<string> | null = null;

  async function signIn(context: AdapterContext): Promise<string> {
    const body = JSON.stringify({ key: options.key });
    const answer = (await send("/sign-in", { method: "POST", body }, context)) as { token: string };
    return answer.token;
  }

  async function token(context: AdapterContext): Promise<string> {
    signedIn ??= signIn(context);
    try {
      return await signedIn;
    } catch (error) {
      signedIn = null;
      throw error;
    }
  }

  async function send(path: string, init: RequestInit, context: AdapterContext): Promise<unknown> {
    const { now } = context.clock;
    const response = await fetchWithin(options.timeoutMs, context, (signal) =>
      context.fetch(`https://courier.example.test${path}`, { ...init, signal }),
    );
    return readJson(response, now());
  }

  async function once(path: string, context: AdapterContext): Promise<unknown> {
    try {
      return await send(path, { headers: { "x-token": await token(context) } }, context);
    } catch (error) {
      if (!AskonceError.is(error, "ADAPTER_UNAUTHORIZED") || signedIn === null) throw error;
      // The courier forgot the token: once more with another one.
      signedIn = null;
      return await send(path, { headers: { "x-token": await token(context) } }, context);
    }
  }

  return async (path, context) => {
    for (let attempt = 1; ; attempt++) {
      context.signal.throwIfAborted();
      try {
        return await once(path, context);
      } catch (cause) {
        // What a failed request says may hold the URL or the courier's words, so it does not become the error's cause.
        if (context.signal.aborted) throw context.signal.reason;
        const error = AskonceError.is(cause) ? cause : new AskonceError("ADAPTER_UNREACHABLE");
        const pauseMs = error.retryAfterMs ?? firstPauseMs * 2 ** (attempt - 1);
        if (!error.retryable || attempt === attempts || pauseMs > longestPauseMs) throw error;
        context.logger.info("The memory courier is asked again", { attempt, code: error.code, pauseMs });
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
  const details = { status };
  if (status === 404) return null;
  if (status === 401) throw new AskonceError("ADAPTER_UNAUTHORIZED", { details });
  if (status === 403) throw new AskonceError("ADAPTER_FORBIDDEN", { details });
  if (status === 429) throw new AskonceError("ADAPTER_RATE_LIMITED", { details, ...retryAfter(response, nowMs) });
  if (status >= 500) throw new AskonceError("ADAPTER_UNAVAILABLE", { details, ...retryAfter(response, nowMs) });
  if (status !== 200) throw new AskonceError("ADAPTER_REJECTED", { details });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new AskonceError("ADAPTER_UNAVAILABLE", { details: { ...details, reason: "not_json" } });
  }
}

function retryAfter(response: Response, nowMs: number): { retryAfterMs?: number } {
  const header = response.headers.get("retry-after");
  if (header === null) return {};
  if (/^\d+$/.test(header)) return { retryAfterMs: Number(header) * 1_000 };
  const at = Date.parse(header);
  return Number.isNaN(at) ? {} : { retryAfterMs: Math.max(0, at - nowMs) };
}
