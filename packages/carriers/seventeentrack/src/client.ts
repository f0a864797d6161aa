import { createHttp, createRateBudget, errorForFailure, errorForStatus, readJson, withRetry } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError, type JsonValue } from "@askonce/spec";
import { errorForCode } from "./error-for-code.ts";
import type { SeventeentrackSettings } from "./options.ts";

/** 17TRACK's API, as the rest of the adapter sees it. Every error is an AskonceError without URL, key or vendor text. */
export interface SeventeentrackClient {
  /** The `data` of an answer. Repeated where that can help: a second registration is refused by its code and costs nothing. */
  post(path: "gettrackinfo" | "register" | "getquota", body: JsonValue, context: AdapterContext): Promise<JsonValue>;
}

export function createSeventeentrackClient(
  settings: Pick<SeventeentrackSettings, "apiKey" | "baseUrl" | "timeoutMs" | "ratePerSecond">,
): SeventeentrackClient {
  const { apiKey, baseUrl, timeoutMs, ratePerSecond } = settings;
  const budget = createRateBudget({ capacity: Math.max(1, ratePerSecond * 2), restorePerSecond: ratePerSecond });

  const once = async (path: string, body: JsonValue, context: AdapterContext): Promise<JsonValue> => {
    await budget.spend(1, context);
    try {
      const http = createHttp({ baseUrl, timeoutMs, headers: { "17token": apiKey } }, context);
      return await readAnswer(await http(path, { method: "POST", json: body }), context.clock.now());
    } catch (error) {
      context.signal.throwIfAborted();
      if (AskonceError.is(error, "ADAPTER_RATE_LIMITED")) budget.correct(0, context.clock.now());
      throw errorForFailure(error);
    }
  };

  return { post: (path, body, context) => withRetry(() => once(path, body, context), context, { attempts: 3 }) };
}

/** 17TRACK puts its refusals of a whole request into `code`, with status 200 as with others. */
async function readAnswer(response: Response, now: number): Promise<JsonValue> {
  const body = response.ok ? await readJson(response) : await readJson(response).catch(() => null);
  const answer = typeof body === "object" && body !== null && !Array.isArray(body) ? body : {};
  const code = answer.code;
  if (response.ok && code === 0) return answer.data ?? null;
  // A rate limit is told by its status: the code beside it says less, and the header says until when.
  if (!response.ok && (response.status === 429 || response.status >= 500 || typeof code !== "number" || code === 0)) {
    throw errorForStatus(response.status, response.headers, now, typeof code === "number" ? { vendorCode: code } : {});
  }
  if (typeof code !== "number") throw new AskonceError("ADAPTER_BAD_RESPONSE", { message: "17TRACK's answer holds no code" });
  throw errorForCode(code);
}
