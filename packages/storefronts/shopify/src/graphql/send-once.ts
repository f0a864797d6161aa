import { errorForFailure } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError } from "@askonce/spec";

/** The largest answer that is read, in bytes: a page of 50 orders with everything on them stays far below. */
const maxAnswerBytes = 32 * 1024 * 1024;

/**
 * One request, its body read to the end within the time limit. Redirects are not followed: a login page is not an answer, and the token
 * must not travel to another host.
 *
 * @throws AskonceError `ADAPTER_TIMEOUT`, `ADAPTER_UNREACHABLE`, `ADAPTER_BAD_RESPONSE`; the signal's reason when it was aborted
 */
export async function sendOnce(
  url: string,
  init: RequestInit,
  context: Pick<AdapterContext, "fetch" | "signal">,
  timeoutMs: number,
): Promise<Response> {
  context.signal.throwIfAborted();
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(new DOMException("The time limit ran out", "TimeoutError")), timeoutMs);
  try {
    const signal = AbortSignal.any([context.signal, timeout.signal]);
    const response = await context.fetch(url, { ...init, redirect: "manual", signal });
    const length = Number(response.headers.get("content-length") ?? 0);
    if (length > maxAnswerBytes) throw new AskonceError("ADAPTER_BAD_RESPONSE", { message: "The answer is too large" });
    const body = await response.text();
    const isEmpty = body === "" || response.status < 200 || response.status === 204 || response.status === 304;
    return new Response(isEmpty ? null : body, { status: Math.max(200, response.status), headers: response.headers });
  } catch (cause) {
    context.signal.throwIfAborted();
    throw errorForFailure(timeout.signal.aborted ? timeout.signal.reason : cause);
  } finally {
    clearTimeout(timer);
  }
}
