import ky, { isHTTPError, isNetworkError, isTimeoutError, type Options } from "ky";
import { AskonceApiError } from "./api-error.ts";
import { networkFailed } from "./event-stream.ts";
import { errorFromProblem, unreadable } from "./problem.ts";

export interface HttpOptions {
  /** Sends the requests. Default: the global `fetch`. */
  fetch?: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Milliseconds that one attempt may take. An event stream only has to begin within it. Default: 15,000. */
  timeoutMs?: number;
  retry?: {
    /**
     * How often a read (GET) is sent at most, with pauses of 0.3, 0.6, 1.2, ... s. Only the statuses 408, 429, 500, 502, 503, 504 and an
     * unreachable server are tried again. Writes are never repeated: an unanswered one may have happened. Default: 3.
     */
    attempts?: number;
    /** The longest that a server's `Retry-After` is waited for. Default: 10,000. */
    maxRetryAfterMs?: number;
  };
}

export interface HttpRequest {
  url: string;
  method: string;
  headers: Headers;
  body: string | undefined;
  signal: AbortSignal | undefined;
}

export interface Http {
  /** The whole body, read within the time limit. */
  text(request: HttpRequest): Promise<{ text: string; status: number }>;
  /** The response as soon as it begins. */
  open(request: HttpRequest): Promise<Response>;
}

export function createHttp({ fetch, timeoutMs = 15_000, retry = {} }: HttpOptions): Http {
  const { attempts = 3, maxRetryAfterMs = 10_000 } = retry;
  const http = ky.create({
    ...(fetch ? { fetch } : {}),
    timeout: timeoutMs,
    retry: {
      limit: Math.max(0, attempts - 1),
      methods: ["get"],
      statusCodes: [408, 429, 500, 502, 503, 504],
      afterStatusCodes: [429, 503],
      maxRetryAfter: maxRetryAfterMs,
    },
  });
  const toInit = ({ method, headers, body, signal }: HttpRequest): Options => ({
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    ...(signal ? { signal } : {}),
  });

  return {
    async text(request) {
      return translateErrors(request.signal, async () => {
        const pending = http(request.url, toInit(request));
        const [text, response] = await Promise.all([pending.text(), pending]);
        return { text, status: response.status };
      });
    },
    async open(request) {
      // The one who follows a stream decides about the next attempt, so that there is one backoff and not two.
      return translateErrors(request.signal, () => http(request.url, { ...toInit(request), retry: 0 }));
    },
  };
}

async function translateErrors<Result>(signal: AbortSignal | undefined, attempt: () => Promise<Result>): Promise<Result> {
  try {
    return await attempt();
  } catch (error) {
    signal?.throwIfAborted();
    throw translate(error);
  }
}

function translate(error: unknown): unknown {
  if (isHTTPError(error)) {
    const { status, headers } = error.response;
    const seconds = Number(headers.get("retry-after") ?? Number.NaN);
    const retryAfterMs = Number.isFinite(seconds) ? seconds * 1000 : null;
    return errorFromProblem(error.data, status) ?? unreadable(status, { retryAfterMs });
  }
  if (isTimeoutError(error)) {
    return new AskonceApiError("TIMED_OUT", { message: "The server did not answer in time", retryable: true, cause: error });
  }
  // A body that breaks off is a TypeError of fetch, which ky only recognizes before the response.
  if (isNetworkError(error) || error instanceof TypeError) return networkFailed(error);
  return error;
}
