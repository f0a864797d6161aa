import { type AdapterContext, AskonceError } from "@askonce/spec";
import ky, { type KyInstance } from "ky";
import { codeOf, describeCause } from "./redact.ts";
import { parseRetryAfter } from "./retry.ts";

export interface HttpOptions {
  /** Every path is below it. */
  baseUrl: string;
  /** For one try, in milliseconds. Default 10000. */
  timeoutMs?: number;
  headers?: Record<string, string>;
}

/**
 * A ky instance for one call's context: its `fetch`, its signal, no redirects (a login page is not an answer), no retry of its own, because
 * waiting belongs to `withRetry` and the injected clock.
 */
export function createHttp(options: HttpOptions, context: Pick<AdapterContext, "fetch" | "signal">): KyInstance {
  return ky.create({
    prefix: options.baseUrl,
    headers: options.headers ?? {},
    timeout: options.timeoutMs ?? 10_000,
    fetch: context.fetch,
    signal: context.signal,
    redirect: "manual",
    retry: 0,
    throwHttpErrors: false,
  });
}

/** The error for a vendor's refusal by status: 401, 403, 429, 408, 5xx, anything else. */
export function errorForStatus(status: number, headers: Headers, now: number, details: Record<string, unknown> = {}): AskonceError {
  const retryAfterMs = parseRetryAfter(headers.get("retry-after"), now);
  const options = { details: { status, ...details }, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  if (status === 401) return new AskonceError("ADAPTER_UNAUTHORIZED", options);
  if (status === 403) return new AskonceError("ADAPTER_FORBIDDEN", options);
  if (status === 429) return new AskonceError("ADAPTER_RATE_LIMITED", options);
  if (status === 408 || status === 504) return new AskonceError("ADAPTER_TIMEOUT", options);
  if (status >= 500) return new AskonceError("ADAPTER_UNAVAILABLE", options);
  return new AskonceError("ADAPTER_REJECTED", options);
}

/** Of Node's sockets, and of the HTTP client behind its `fetch`. */
const timeoutCodes: ReadonlySet<string> = new Set([
  "ETIMEDOUT",
  "ECONNABORTED",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
]);

/** The error for a request that got no answer. The cause's message is left out: it may hold a URL with keys in it. */
export function errorForFailure(cause: unknown): AskonceError {
  if (AskonceError.is(cause)) return cause;
  const name = cause instanceof Error ? cause.name : "";
  const code = codeOf(cause) ?? "";
  const details = { cause: describeCause(cause) };
  if (name === "TimeoutError" || timeoutCodes.has(code)) return new AskonceError("ADAPTER_TIMEOUT", { details });
  return new AskonceError("ADAPTER_UNREACHABLE", { details });
}
