import { type AdapterContext, AskonceError, type JsonValue } from "@askonce/spec";
import { createHttp, errorForFailure, errorForStatus } from "../http.ts";
import { createRateBudget, type RateBudget } from "../rate-budget.ts";
import { withRetry } from "../retry.ts";
import { type RequestJsonOptions, requestJson } from "./read-json.ts";

export interface VendorClientOptions {
  /** Every path is below it. */
  baseUrl: string;
  /** For one try, in milliseconds. */
  timeoutMs: number;
  /** Requests a second over all calls of the adapter, in bursts of twice as many. */
  ratePerSecond: number;
  /** Tries in all for what may be tried again. Default 3. */
  attempts?: number;
}

/** One question to the vendor. It must be safe to ask twice. */
export interface VendorRequest {
  /** Below the base URL, without a leading slash. */
  path: string;
  /** Default `GET`, or `POST` with `json`. */
  method?: "GET" | "POST";
  /** In this order; a name may come several times. */
  query?: readonly (readonly [name: string, value: string])[];
  headers?: Readonly<Record<string, string>>;
  /** The body, sent as JSON. */
  json?: JsonValue;
}

/** A vendor's read-only HTTP interface: within the rate budget, repeated where that can help, every failure an `ADAPTER_…` error. */
export interface VendorClient {
  /**
   * The answer as JSON.
   *
   * @throws AskonceError `ADAPTER_…`; the signal's reason when it is aborted
   */
  json(request: VendorRequest, context: AdapterContext, options?: RequestJsonOptions): Promise<JsonValue>;
  /**
   * The answer as `reader` makes it from a response with a status of success; it throws an askonce error for what it cannot understand.
   *
   * @throws AskonceError `ADAPTER_…`, what `reader` throws; the signal's reason when it is aborted
   */
  read<Answer>(request: VendorRequest, context: AdapterContext, reader: (response: Response) => Promise<Answer>): Promise<Answer>;
}

/** For vendors that are only asked; a write that may have happened must not go through it, because it would be repeated. */
export function createVendorClient({ baseUrl, timeoutMs, ratePerSecond, attempts = 3 }: VendorClientOptions): VendorClient {
  const budget = createRateBudget({ capacity: Math.max(1, ratePerSecond * 2), restorePerSecond: ratePerSecond });

  const repeat = <Answer>(context: AdapterContext, once: () => Promise<Answer>): Promise<Answer> =>
    withRetry(
      async () => {
        await budget.spend(1, context);
        try {
          return await once();
        } catch (error) {
          slowDown(budget, error, context.clock.now());
          throw error;
        }
      },
      context,
      { attempts },
    );

  const send = ({ path, method, query = [], headers, json }: VendorRequest, context: AdapterContext): Promise<Response> =>
    createHttp({ baseUrl, timeoutMs }, context)(path, {
      method: method ?? (json === undefined ? "GET" : "POST"),
      ...(query.length === 0 ? {} : { searchParams: new URLSearchParams(query.map(([name, value]) => [name, value])) }),
      ...(headers === undefined ? {} : { headers: { ...headers } }),
      ...(json === undefined ? {} : { json }),
    });

  return {
    json: (request, context, options) => repeat(context, () => requestJson(() => send(request, context), context, options)),
    read: (request, context, reader) => repeat(context, () => readOnce(() => send(request, context), context, reader)),
  };
}

/** What `requestJson` does, with another reader. */
async function readOnce<Answer>(
  send: () => Promise<Response>,
  context: AdapterContext,
  reader: (response: Response) => Promise<Answer>,
): Promise<Answer> {
  context.signal.throwIfAborted();
  try {
    const response = await send();
    if (response.ok) return await reader(response);
    // Read and dropped, so that the connection can be used again.
    await response.text();
    throw errorForStatus(response.status, response.headers, context.clock.now());
  } catch (error) {
    context.signal.throwIfAborted();
    throw errorForFailure(error);
  }
}

/** A rate limit at the vendor says that the bucket is empty, whatever was counted here. */
function slowDown(budget: RateBudget, error: unknown, now: number): void {
  if (AskonceError.is(error, "ADAPTER_RATE_LIMITED")) budget.correct(0, now);
}
