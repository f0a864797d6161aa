import { http, type RequestHandler } from "msw";
import type { FakeWooCommerce } from "./fake.ts";

/** msw handlers that answer everything under the fake's base URL as it is now. */
export function wooCommerceHandlers(fake: FakeWooCommerce): RequestHandler[] {
  return [http.all(`${fake.baseUrl}/*`, ({ request }) => fake.handle(request))];
}
