import { contract } from "@askonce/spec/contract";

interface Route {
  method: string;
  pattern: RegExp;
}

/**
 * The methods a path answers to, for the `Allow` header of a 405; none when there is no such path.
 *
 * @param path below the API's prefix, for example `/tickets/tkt_1`
 */
export function allowedMethods(path: string): string[] {
  routes ??= Object.values(contract).flatMap((group) => Object.values(group).map((procedure) => toRoute(procedure["~orpc"].route)));
  const methods = new Set(routes.filter((route) => route.pattern.test(path)).map((route) => route.method));
  if (methods.has("GET")) methods.add("HEAD");
  return [...methods].sort();
}

let routes: Route[] | null = null;

function toRoute({ method, path }: { method?: string; path?: string }): Route {
  const pattern = (path ?? "").replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{[^}]+\}/g, "[^/]+");
  return { method: method ?? "POST", pattern: new RegExp(`^${pattern}/?$`) };
}
