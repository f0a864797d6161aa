import type { Authentication } from "./auth.ts";
import { parseQuery } from "./parameters.ts";
import { noRoute, RestError } from "./rest-error.ts";
import { findRoute } from "./router.ts";
import { allRoutes } from "./routes/index-route.ts";
import type { Site } from "./site.ts";
import { errorAnswer, jsonAnswer } from "./site-answer.ts";

/** Answers a request to the REST API: who is it, which route, which answer. */
export async function answerRest(request: Request, url: URL, path: string, site: Site, authentication: Authentication): Promise<Response> {
  const baseUrl = site.baseUrl();
  let signedIn = false;
  try {
    signedIn = authentication.isSignedIn(request, url);
    const { handle, ids, allow } = findRoute(allRoutes, site, request.method, path);
    const body = await jsonBody(request);
    try {
      const answer = handle({ site, method: request.method, path, query: parseQuery(url.searchParams), signedIn, ids, body });
      return jsonAnswer(answer.body, baseUrl, {
        status: answer.status ?? 200,
        headers: answer.headers ?? {},
        signedIn,
        ...(signedIn ? { allow } : {}),
      });
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      return errorAnswer(error, baseUrl, { signedIn, ...(signedIn ? { allow } : {}) });
    }
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    return errorAnswer(error, baseUrl, { signedIn });
  }
}

async function jsonBody(request: Request): Promise<Record<string, unknown>> {
  if (request.body === null || request.method === "GET" || request.method === "HEAD") return {};
  const text = await request.text();
  if (text === "") return {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === "object" && parsed !== null) return parsed as Record<string, unknown>;
  } catch {
    // Falls through to the same refusal as a body that is JSON but no object.
  }
  throw new RestError(400, "rest_invalid_json", "Invalid JSON body passed.", { json_error_code: 4, json_error_message: "Syntax error" });
}

/** The REST path of an address: below `/wp-json`, or in `?rest_route=`. `null` for any other page of the site. */
export function restPath(url: URL, baseUrl: string): string | null {
  const prefix = new URL(baseUrl).pathname.replace(/\/$/, "");
  const path = url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length) : url.pathname;
  if (path === "/wp-json" || path.startsWith("/wp-json/")) {
    const rest = path.slice("/wp-json".length);
    return rest.length > 1 && rest.endsWith("/") ? rest.slice(0, -1) : rest;
  }
  return url.searchParams.get("rest_route");
}

/** What the rest of the site says: product pictures, the switched-off legacy API, and a page in HTML. */
export function answerPage(url: URL, baseUrl: string, productImage: (sku: string) => string): Response {
  const sku = /^\/images\/([^/]+)\.svg$/.exec(url.pathname)?.[1];
  if (sku !== undefined) {
    const headers = { "content-type": "image/svg+xml", "cache-control": "public, max-age=3600" };
    return new Response(productImage(decodeURIComponent(sku)), { headers });
  }
  if (/^\/wc-api\/v\d/.test(url.pathname)) {
    const errors = { code: "woocommerce_api_disabled", message: "The WooCommerce API is disabled on this site" };
    return Response.json({ errors }, { status: 404 });
  }
  if (url.pathname.startsWith("/wp-json")) return errorAnswer(noRoute(), baseUrl, { signedIn: false });
  const found = url.pathname === "/" || url.pathname === "";
  const html = `<!DOCTYPE html>\n<html lang="en-US"><head><title>${found ? "Shop" : "Page not found"}</title></head><body></body></html>\n`;
  return new Response(html, { status: found ? 200 : 404, headers: { "content-type": "text/html; charset=UTF-8" } });
}
