import type { AskonceClient } from "./askonce-client.ts";
import { encodeRequest } from "./encode-request.ts";
import { readEvents } from "./event-stream.ts";
import { createHttp, type HttpOptions } from "./http.ts";
import { unreadable } from "./problem.ts";
import { apiPrefix, routes } from "./routes.ts";

export interface ClientOptions extends HttpOptions {
  /** Where askonce is mounted, for example `https://shop.example/support`; `/api/v1` is added. */
  baseUrl: string | URL;
  /**
   * The agent's token, or how to get it; asked before every call, so that a fresh one can be handed out. Without it no `Authorization`
   * header is sent.
   */
  token?: string | (() => string | Promise<string>);
  /**
   * Milliseconds of silence after which an event stream counts as dead. The server sends something every 15 s. Default: 45,000.
   */
  idleTimeoutMs?: number;
}

/** `METHOD /path`, with ` stream` behind it for server-sent events. */
type Route = string;

/**
 * Makes a client of the HTTP API. Nothing is sent before the first call.
 *
 * @throws TypeError when `baseUrl` is not an absolute http(s) URL
 */
export function createClient(options: ClientOptions): AskonceClient {
  const apiUrl = toApiUrl(options.baseUrl);
  const http = createHttp(options);
  const idleTimeoutMs = options.idleTimeoutMs ?? 45_000;

  const call = async (route: Route, input: unknown, callOptions: { signal?: AbortSignal; lastEventId?: string | number }) => {
    const [method = "", path = "", kind] = route.split(" ");
    const { url, body } = encodeRequest(apiUrl, method, path, (input ?? {}) as Record<string, unknown>);
    const headers = new Headers({ accept: kind === "stream" ? "text/event-stream" : "application/json" });
    if (body !== undefined) headers.set("content-type", "application/json");
    if (callOptions.lastEventId !== undefined) headers.set("last-event-id", String(callOptions.lastEventId));
    const token = typeof options.token === "function" ? await options.token() : options.token;
    if (token) headers.set("authorization", `Bearer ${token}`);

    const request = { url, method, headers, body, signal: callOptions.signal };
    if (kind === "stream") return readEvents(await http.open(request), idleTimeoutMs);
    const { text, status } = await http.text(request);
    try {
      return JSON.parse(text) as unknown;
    } catch (cause) {
      throw unreadable(status, { cause });
    }
  };

  const groups = Object.entries<Record<string, Route>>(routes).map(([group, endpoints]) => {
    const calls = Object.entries(endpoints).map(([name, route]) => [
      name,
      (input?: unknown, callOptions: { signal?: AbortSignal } = {}) => call(route, input, callOptions),
    ]);
    return [group, Object.fromEntries(calls)];
  });
  return Object.fromEntries(groups) as AskonceClient;
}

function toApiUrl(baseUrl: string | URL): string {
  const url = URL.parse(String(baseUrl));
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) throw new TypeError("baseUrl must be an absolute http(s) URL");
  return url.origin + url.pathname.replace(/\/+$/, "") + apiPrefix;
}
