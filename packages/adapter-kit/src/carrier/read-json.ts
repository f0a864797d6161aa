import { type AdapterContext, AskonceError, type JsonValue, parseJson } from "@askonce/spec";
import { errorForFailure, errorForStatus } from "../http.ts";

export interface ReadJsonOptions {
  /** Whether an empty body is an answer, given as `null`. Default no: it is a failure. */
  emptyIsNull?: boolean;
  /** Most bytes. Default 16 MiB. */
  maxBytes?: number;
}

/**
 * Reads an answer as JSON. A web page with status 200 (a challenge of a firewall, maintenance) or nothing at all is a failure that is
 * worth trying again, and is never quoted. Integers beyond 2^53 come as texts.
 *
 * @throws AskonceError `ADAPTER_UNAVAILABLE` (`details.reason` is `not_json`), `ADAPTER_BAD_RESPONSE` when it is too large or too deep
 */
export async function readJson(response: Response, options: ReadJsonOptions = {}): Promise<JsonValue> {
  const text = await response.text();
  if (options.emptyIsNull === true && text.trim() === "") return null;
  try {
    return parseJson(text, { maxBytes: options.maxBytes ?? 16 * 1024 * 1024 });
  } catch (error) {
    if (AskonceError.is(error, "BODY_TOO_LARGE", "BODY_TOO_DEEP")) {
      throw new AskonceError("ADAPTER_BAD_RESPONSE", { details: { status: response.status, reason: error.code } });
    }
    throw new AskonceError("ADAPTER_UNAVAILABLE", {
      message: "The vendor answered with something else than JSON",
      details: { status: response.status, reason: "not_json" },
    });
  }
}

export interface RequestJsonOptions extends ReadJsonOptions {
  /** Statuses that mean "there is no such thing", given as `null`. Default none. */
  nullOn?: readonly number[];
  /** For the whole try, body included, in milliseconds on the context's clock. Default none but the HTTP client's own. */
  timeoutMs?: number;
  /** The error for a status without success, from a body that nobody has read yet. Default by status and `retry-after`. */
  errorForResponse?: (response: Response, now: number) => Promise<AskonceError>;
}

/**
 * One try of a request for JSON, every failure as an `AskonceError` without URL, keys or the vendor's words. Repeating is `withRetry`'s.
 *
 * @throws AskonceError `ADAPTER_…`; the signal's reason when it is aborted
 */
export async function requestJson(
  send: () => Promise<Response>,
  context: Pick<AdapterContext, "clock" | "signal">,
  options: RequestJsonOptions = {},
): Promise<JsonValue> {
  context.signal.throwIfAborted();
  const attempt = async () => {
    const response = await send();
    if (response.ok) return await readJson(response, options);
    if (options.nullOn?.includes(response.status)) {
      // Read and dropped, so that the connection can be used again.
      await response.text();
      return null;
    }
    throw await (options.errorForResponse ?? errorForResponse)(response, context.clock.now());
  };
  try {
    return options.timeoutMs === undefined ? await attempt() : await inTime(attempt(), options.timeoutMs, context);
  } catch (error) {
    context.signal.throwIfAborted();
    throw errorForFailure(error);
  }
}

/** By its status; the body is read and dropped, so that the connection can be used again. */
export async function errorForResponse(response: Response, now: number): Promise<AskonceError> {
  await response.text();
  return errorForStatus(response.status, response.headers, now);
}

/** A client's own timeout ends with the headers; a body may never end. */
async function inTime<Result>(attempt: Promise<Result>, timeoutMs: number, { clock, signal }: Pick<AdapterContext, "clock" | "signal">) {
  const done = new AbortController();
  const timer = clock.sleep(timeoutMs, AbortSignal.any([signal, done.signal])).then(() => {
    throw new AskonceError("ADAPTER_TIMEOUT", { details: { timeoutMs } });
  });
  try {
    return await Promise.race([attempt, timer]);
  } finally {
    done.abort();
    // Both go on after the race; their failures are nobody's.
    attempt.catch(() => {});
    timer.catch(() => {});
  }
}
