import { createRateBudget, errorForFailure, type RateBudget, withRetry } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError, type JsonValue } from "@askonce/spec";
import type { WooRequest, WooResponse, WooTransport } from "../transport/woo-transport.ts";
import { errorForResponse } from "./error-for-response.ts";
import { readBody } from "./read-body.ts";

export interface WooAnswer {
  body: JsonValue;
  headers: Headers;
}

export type WooQuery = Readonly<Record<string, string | number | undefined>>;

/** The shop's REST API below `wc/v3`, as the rest of the adapter sees it. Every error is an AskonceError without URL, keys or vendor text. */
export interface WooClient {
  /** Tried up to three times when the network, the server or its rate limit fails. */
  get(path: string, query: WooQuery, context: AdapterContext): Promise<WooAnswer>;
  /** Tried once: a write whose answer was lost may have happened. */
  post(path: string, body: unknown, context: AdapterContext): Promise<WooAnswer>;
}

export interface WooClientOptions {
  transport: WooTransport;
  timeoutMs: number;
  ratePerSecond: number;
}

export function createWooClient({ transport, timeoutMs, ratePerSecond }: WooClientOptions): WooClient {
  const budget = createRateBudget({ capacity: Math.max(1, ratePerSecond * 2), restorePerSecond: ratePerSecond });

  const once = async (request: Omit<WooRequest, "signal" | "fetch">, context: AdapterContext): Promise<WooAnswer> => {
    await budget.spend(1, context);
    const response = await sendInTime(transport, request, timeoutMs, context);
    const now = context.clock.now();
    if (response.status >= 200 && response.status < 300) return { body: readBody(response.text), headers: response.headers };
    slowDown(budget, response, now);
    throw errorForResponse(response, request, now);
  };

  return {
    get: (path, query, context) =>
      withRetry(() => once({ method: "GET", namespace: "wc/v3", path, query: definedOnly(query), body: null }, context), context, {
        attempts: 3,
      }),
    post: (path, body, context) => once({ method: "POST", namespace: "wc/v3", path, query: {}, body }, context),
  };
}

/** A rate limit at the shop says that the bucket is empty, whatever we counted. */
function slowDown(budget: RateBudget, response: WooResponse, now: number): void {
  if (response.status === 429) budget.correct(0, now);
}

async function sendInTime(
  transport: WooTransport,
  request: Omit<WooRequest, "signal" | "fetch">,
  timeoutMs: number,
  context: AdapterContext,
): Promise<WooResponse> {
  // The signal may have been aborted while the call waited for its turn.
  context.signal.throwIfAborted();
  const done = new AbortController();
  const timedOut = new AbortController();
  const signal = AbortSignal.any([context.signal, timedOut.signal]);
  context.clock.sleep(timeoutMs, AbortSignal.any([context.signal, done.signal])).then(
    () => timedOut.abort(),
    () => {},
  );
  try {
    // Raced, because a transport may not listen to its signal.
    return await Promise.race([transport.send({ ...request, signal, fetch: context.fetch }), rejectOnAbort(signal)]);
  } catch (error) {
    context.signal.throwIfAborted();
    if (timedOut.signal.aborted) throw new AskonceError("ADAPTER_TIMEOUT", { details: { timeoutMs } });
    throw withoutCause(error);
  } finally {
    done.abort();
  }
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

/** The client's errors carry its configuration, keys included, in themselves and in their causes. */
function withoutCause(error: unknown): AskonceError {
  const { code, details } = errorForFailure(error);
  return new AskonceError(code, { details });
}

function definedOnly(query: WooQuery): Record<string, string> {
  const entries = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]));
  return Object.fromEntries(entries);
}
