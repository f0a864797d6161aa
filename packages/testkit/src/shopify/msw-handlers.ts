import { http, type RequestHandler } from "msw";
import type { ShopifySimulator } from "./simulator-api.ts";

/**
 * Handlers for msw 3 that answer every request to the simulated shop's domain, over http and https. A dropped connection becomes a
 * network error. With `@shopify/shopify-api`, call `server.listen()` before importing its Node adapter, which keeps the `fetch` it finds.
 */
export function shopifyHandlers(simulator: ShopifySimulator): RequestHandler[] {
  return ["https", "http"].map((scheme) => http.all(`${scheme}://${simulator.domain}/*`, ({ request }) => simulator.handle(request)));
}
