import { type AdapterContext, AskonceError, type JsonValue } from "@askonce/spec";
import { createHttp, errorForFailure } from "../http.ts";
import { createRateBudget, type RateBudget } from "../rate-budget.ts";
import { withRetry } from "../retry.ts";
import { errorForResponse, type RequestJsonOptions, readJson, requestJson } from "./read-json.ts";

export interface VendorClientOptions {
  /** Every path is below it. */
  baseUrl: string;
  /** For one try, in milliseconds. */
  timeoutMs: number;
  /** Requests a second over all calls of the adapter, in bursts of twice as many. */
  ratePerSecond: number;
  /** Tries in all for what may be tried again. Default 3. */
  attempts?: number;
  /** Sent with every request, for example the key. */
  headers?: Readonly<Record<string, string>>;
  /**
   * The error for an answer without a status of success, where the body or another header says more than status and `retry-after`, for
   * example a number of the vendor's own. It must not hand on the vendor's sentences: they quote the request. Default {@link errorForStatus}.
   */
  errorForRefusal?: (refusal: VendorRefusal) => AskonceError;
}

/** A vendor's answer without a status of success. */
export interface VendorRefusal {
  status: number;
  headers: Headers;
  /** `null` when it is no JSON. */
  body: JsonValue;
  /** Milliseconds since the epoch, for waiting times that are given as instants. */
  now: number;
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
export function createVendorClient(options: VendorClientOptions): VendorClient {
  const { baseUrl, timeoutMs, ratePerSecond, attempts = 3, headers: common = {}, errorForRefusal } = options;
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
    createHttp({ baseUrl, timeoutMs, headers: { ...common } }, context)(path, {
      method: method ?? (json === undefined ? "GET" : "POST"),
      ...(query.length === 0 ? {} : { searchParams: new URLSearchParams(query.map(([name, value]) => [name, value])) }),
      ...(headers === undefined ? {} : { headers: { ...headers } }),
      ...(json === undefined ? {} : { json }),
    });

  const refuse =
    errorForRefusal &&
    (async (response: Response, now: number) => {
      const { status, headers } = response;
      return errorForRefusal({ status, headers, body: await readJson(response).catch(() => null), now });
    });

  return {
    json: (request, context, jsonOptions) =>
      repeat(context, () =>
        requestJson(() => send(request, context), context, {
          ...jsonOptions,
          ...(refuse === undefined ? {} : { errorForResponse: refuse }),
        }),
      ),
    read: (request, context, reader) => repeat(context, () => readOnce(() => send(request, context), context, reader, refuse)),
  };
}

/** What `requestJson` does, with another reader. */
async function readOnce<Answer>(
  send: () => Promise<Response>,
  context: AdapterContext,
  reader: (response: Response) => Promise<Answer>,
  errorFor: (response: Response, now: number) => Promise<AskonceError> = errorForResponse,
): Promise<Answer> {
  context.signal.throwIfAborted();
  try {
    const response = await send();
    if (response.ok) return await reader(response);
    throw await errorFor(response, context.clock.now());
  } catch (error) {
    context.signal.throwIfAborted();
    throw errorForFailure(error);
  }
}

/** A rate limit at the vendor says that the bucket is empty, whatever was counted here. */
function slowDown(budget: RateBudget, error: unknown, now: number): void {
  if (AskonceError.is(error, "ADAPTER_RATE_LIMITED")) budget.correct(0, now);
}
