/** One request to the shop's REST API. */
export interface WooRequest {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below `wp-json/`, for example `wc/v3`. */
  namespace: string;
  /** Without a leading slash: `orders/16`. */
  path: string;
  query: Readonly<Record<string, string>>;
  /** Sent as JSON; `null` for none. */
  body: unknown;
  /** Aborted when the caller gives up or the time is over. */
  signal: AbortSignal;
  /** The context's: the only way to the network. */
  fetch: typeof globalThis.fetch;
}

/** What came back, whatever its status. */
export interface WooResponse {
  status: number;
  headers: Headers;
  /** The untouched text: ids beyond 2^53 would not survive `JSON.parse`, and what is not JSON needs a better word than its error. */
  text: string;
}

/**
 * Carries requests to the shop and proves who is asking. Everything else (parsing, retries, time limits, the rate budget, errors) is done
 * around it. May throw anything: what it throws is replaced by an error without its message.
 */
export interface WooTransport {
  send(request: WooRequest): Promise<WooResponse>;
}
