import { createHttp, createRateBudget, encodeBase64, errorForFailure, errorForStatus, readJson, withRetry } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError, type JsonValue } from "@askonce/spec";
import type { EasypostSettings } from "./options.ts";

/** EasyPost's API v2, as the rest of the adapter sees it. Every error is an AskonceError without URL, key or vendor text. */
export interface EasypostClient {
  get(path: string, query: Readonly<Record<string, string>>, context: AdapterContext): Promise<JsonValue>;
  /** Repeated like a read: EasyPost answers a second request for a tracker with the first one. */
  createTracker(tracker: Readonly<Record<string, string>>, context: AdapterContext): Promise<JsonValue>;
}

export function createEasypostClient(
  settings: Pick<EasypostSettings, "apiKey" | "baseUrl" | "timeoutMs" | "ratePerSecond">,
): EasypostClient {
  const { apiKey, baseUrl, timeoutMs, ratePerSecond } = settings;
  const authorization = `Basic ${encodeBase64(new TextEncoder().encode(`${apiKey}:`))}`;
  const budget = createRateBudget({ capacity: Math.max(1, ratePerSecond * 2), restorePerSecond: ratePerSecond });

  const once = async (
    path: string,
    request: { searchParams: Record<string, string> } | { json: JsonValue },
    context: AdapterContext,
  ): Promise<JsonValue> => {
    await budget.spend(1, context);
    try {
      const http = createHttp({ baseUrl, timeoutMs, headers: { authorization } }, context);
      const response = await http(path, { method: "json" in request ? "POST" : "GET", ...request });
      if (response.ok) return await readJson(response);
      const code = codeIn(await readJson(response).catch(() => null));
      const error = errorForStatus(response.status, response.headers, context.clock.now(), code === null ? {} : { vendorCode: code });
      if (error.code === "ADAPTER_RATE_LIMITED") budget.correct(0, context.clock.now());
      throw error;
    } catch (error) {
      context.signal.throwIfAborted();
      throw errorForFailure(error);
    }
  };

  return {
    get: (path, query, context) => withRetry(() => once(path, { searchParams: { ...query } }, context), context, { attempts: 3 }),
    createTracker: (tracker, context) =>
      withRetry(() => once("trackers", { json: { tracker: { ...tracker } } }, context), context, { attempts: 3 }),
  };
}

/** Whether EasyPost understood the request and cannot follow such a number: it matches no courier, or not the one that was named. */
export function isUnprocessable(error: unknown): error is AskonceError {
  return AskonceError.is(error, "ADAPTER_REJECTED") && error.details.status === 422;
}

/** EasyPost's own word for a refusal. Only what looks like a code: the message beside it may quote the request. */
function codeIn(body: JsonValue): string | null {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return null;
  const error = body.error;
  if (typeof error !== "object" || error === null || Array.isArray(error)) return null;
  const code = error.code;
  return typeof code === "string" && /^[A-Z0-9_.]{1,80}$/.test(code) ? code : null;
}
