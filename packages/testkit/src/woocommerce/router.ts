import type { QueryParameters } from "./parameters.ts";
import { noRoute } from "./rest-error.ts";
import type { Site } from "./site.ts";

/** A request on its way through the routes. */
export interface RouteRequest {
  readonly site: Site;
  readonly method: string;
  /** The REST path without `/wp-json`, for example `/wc/v3/orders/17/notes`. */
  readonly path: string;
  readonly query: QueryParameters;
  readonly signedIn: boolean;
  /** Numbers and ids in the path, in order. */
  readonly ids: readonly string[];
  /** The JSON body; an empty object without one. */
  readonly body: Record<string, unknown>;
}

export interface RouteAnswer {
  body: unknown;
  status?: number;
  headers?: Record<string, string>;
}

export interface Route {
  readonly methods: Partial<Record<string, (request: RouteRequest) => RouteAnswer>>;
  /** Matches the whole path; its groups become `ids`. */
  readonly path: RegExp;
  /** As WordPress names the route in its index. */
  readonly name: string;
  /** Routes that not every shop has; default always. */
  readonly exists?: (site: Site) => boolean;
}

/** @throws {RestError} 404 `rest_no_route`, also for a known path with another method, as WordPress does */
export function findRoute(
  routes: readonly Route[],
  site: Site,
  method: string,
  path: string,
): { handle: (request: RouteRequest) => RouteAnswer; ids: string[]; allow: string } {
  for (const route of routes) {
    if (route.exists?.(site) === false) continue;
    const match = route.path.exec(path);
    const handle = route.methods[method === "HEAD" ? "GET" : method === "PATCH" ? "PUT" : method];
    if (match === null || handle === undefined) continue;
    const allow = Object.keys(route.methods).flatMap((each) => (each === "PUT" ? ["POST", "PUT", "PATCH"] : [each]));
    return { handle, ids: match.slice(1), allow: [...new Set(allow)].join(", ") };
  }
  throw noRoute();
}
