import { phpJson } from "./php-json.ts";
import type { RestError } from "./rest-error.ts";

export interface AnswerOptions {
  status?: number;
  headers?: Record<string, string>;
  /** Methods in `Allow`. */
  allow?: string;
  /** Whether a user was recognised; strangers get other caching headers. */
  signedIn: boolean;
}

/** A JSON answer with the headers that a real WordPress sends. */
export function jsonAnswer(body: unknown, baseUrl: string, options: AnswerOptions): Response {
  const headers = new Headers({
    "content-type": "application/json; charset=UTF-8",
    "x-robots-tag": "noindex",
    link: `<${baseUrl}/wp-json/>; rel="https://api.w.org/"`,
    "x-content-type-options": "nosniff",
    "access-control-expose-headers": "X-WP-Total, X-WP-TotalPages, Link",
    "access-control-allow-headers": "Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type",
  });
  if (options.allow !== undefined) headers.set("allow", options.allow);
  if (options.signedIn) {
    headers.set("expires", "Wed, 11 Jan 1984 05:00:00 GMT");
    headers.set("cache-control", "no-cache, must-revalidate, max-age=0, no-store, private");
  } else {
    headers.set("vary", "Origin");
  }
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
  return new Response(phpJson(body), { status: options.status ?? 200, headers });
}

export function errorAnswer(error: RestError, baseUrl: string, options: Omit<AnswerOptions, "status">): Response {
  return jsonAnswer(error.body(), baseUrl, { ...options, status: error.status });
}
