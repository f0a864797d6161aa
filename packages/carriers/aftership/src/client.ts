import { createHttp, createRateBudget, errorForFailure, errorForStatus, readJson, withRetry } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError, type JsonValue } from "@askonce/spec";
import type { AftershipSettings } from "./options.ts";

/** AfterShip's trackings, as the rest of the adapter sees them. Every error is an AskonceError without URL, key or vendor text. */
export interface AftershipClient {
  get(query: Readonly<Record<string, string>>, context: AdapterContext): Promise<JsonValue>;
  /** Repeated like a read: AfterShip refuses a second registration of one number by its code 4003. */
  post(body: JsonValue, context: AdapterContext): Promise<JsonValue>;
}

export function createAftershipClient(
  settings: Pick<AftershipSettings, "apiKey" | "baseUrl" | "timeoutMs" | "ratePerSecond">,
): AftershipClient {
  const { apiKey, baseUrl, timeoutMs, ratePerSecond } = settings;
  const budget = createRateBudget({ capacity: Math.max(1, ratePerSecond * 2), restorePerSecond: ratePerSecond });

  const once = async (request: { searchParams: Record<string, string> } | { json: JsonValue }, context: AdapterContext) => {
    await budget.spend(1, context);
    try {
      const http = createHttp({ baseUrl, timeoutMs, headers: { "as-api-key": apiKey } }, context);
      const response = await http("trackings", { method: "json" in request ? "POST" : "GET", ...request });
      if (response.ok) return await readJson(response);
      const error = await errorForResponse(response, context.clock.now());
      if (error.code === "ADAPTER_RATE_LIMITED") budget.correct(0, context.clock.now());
      throw error;
    } catch (error) {
      context.signal.throwIfAborted();
      throw errorForFailure(error);
    }
  };

  return {
    get: (query, context) => withRetry(() => once({ searchParams: { ...query } }, context), context, { attempts: 3 }),
    post: (body, context) => withRetry(() => once({ json: body }, context), context, { attempts: 3 }),
  };
}

/** AfterShip's number for a refusal, for example 4003 (already registered). */
export function vendorCodeOf(error: unknown): number | null {
  const code = AskonceError.is(error) ? error.details.vendorCode : null;
  return typeof code === "number" ? code : null;
}

/** By status, with the code of the body's `meta`; a rate limit names its end in a header of its own. */
async function errorForResponse(response: Response, now: number): Promise<AskonceError> {
  const code = codeIn(await readJson(response).catch(() => null));
  const details = code === null ? {} : { vendorCode: code };
  const error = errorForStatus(response.status, response.headers, now, details);
  const resetsAt = Number(response.headers.get("x-ratelimit-reset") ?? Number.NaN) * 1000;
  if (error.code !== "ADAPTER_RATE_LIMITED" || error.retryAfterMs !== null || Number.isNaN(resetsAt)) return error;
  return new AskonceError(error.code, { details: error.details, retryAfterMs: Math.max(0, resetsAt - now) });
}

function codeIn(body: JsonValue): number | null {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return null;
  const meta = body.meta;
  if (typeof meta !== "object" || meta === null || Array.isArray(meta)) return null;
  return typeof meta.code === "number" ? meta.code : null;
}
