import type { Context } from "@askonce/spec";

/** Where a panel that fetches for itself gets its context from. */
export interface ContextSource {
  /**
   * The context of one ticket. The signal is aborted when the answer is no longer wanted.
   *
   * @throws ContextLoadError for what the agent should be told; anything else is shown as a failing network
   */
  load(ticketId: string, signal: AbortSignal): Promise<Context>;
}

/** Calls `onChange` whenever the ticket's context may have changed; gives back how to stop. */
export type ContextSubscribe = (ticketId: string, onChange: () => void) => () => void;

/** An agent's API token, or a function that gives a fresh one for every request. */
export type TokenSource = string | (() => string | Promise<string>);

export type ContextLoadFailure = "network" | "unauthorized" | "notFound" | "server";

/** Why a context could not be loaded. Its message holds no personal data and no token. */
export class ContextLoadError extends Error {
  override readonly name = "ContextLoadError";
  readonly failure: ContextLoadFailure;
  /** The server's stable error code, when it gave one. */
  readonly code: string | null;

  constructor(failure: ContextLoadFailure, code: string | null = null) {
    super(`The context could not be loaded: ${failure}${code ? ` (${code})` : ""}`);
    this.failure = failure;
    this.code = code;
  }
}

export interface HttpContextSourceOptions {
  /** Where askonce answers, without `/api/v1`. A path (`/support`) is on the page's own origin. */
  baseUrl: string;
  token?: TokenSource | null;
  /** Default: the global `fetch`. */
  fetch?: typeof fetch;
  /** Default: 15,000. */
  timeoutMs?: number;
}

/** Reads `GET {baseUrl}/api/v1/tickets/{id}/context` with a bearer token. Cookies are not sent and redirects are not followed. */
export function httpContextSource(options: HttpContextSourceOptions): ContextSource {
  const base = options.baseUrl.replace(/\/+$/, "");
  return {
    async load(ticketId, signal) {
      const request = options.fetch ?? fetch;
      const token = typeof options.token === "function" ? await options.token() : options.token;
      let response: Response;
      try {
        response = await request(`${base}/api/v1/tickets/${encodeURIComponent(ticketId)}/context`, {
          headers: { accept: "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
          credentials: "omit",
          redirect: "error",
          cache: "no-store",
          referrerPolicy: "no-referrer",
          signal: AbortSignal.any([signal, AbortSignal.timeout(options.timeoutMs ?? 15_000)]),
        });
      } catch {
        throw new ContextLoadError("network");
      }
      const body: unknown = await response.json().catch(() => null);
      if (!response.ok) throw new ContextLoadError(failureOf(response.status), codeOf(body));
      if (!isContext(body)) throw new ContextLoadError("server");
      return body;
    },
  };
}

function failureOf(status: number): ContextLoadFailure {
  if (status === 401 || status === 403) return "unauthorized";
  return status === 404 ? "notFound" : "server";
}

function codeOf(body: unknown): string | null {
  const code = typeof body === "object" && body !== null && "code" in body ? body.code : null;
  return typeof code === "string" && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : null;
}

/** The server checks its answers against the schema; this only tells a context from another server's page. */
function isContext(body: unknown): body is Context {
  return typeof body === "object" && body !== null && "ticket" in body && "otherOrders" in body && "sources" in body;
}
