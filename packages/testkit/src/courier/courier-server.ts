import type { Instant } from "@askonce/spec";
import { answerFault, hangUntilAborted } from "./courier-faults.ts";
import type { CourierWorld } from "./courier-world.ts";

/** A request that a fake courier met, without its host and headers. */
export interface CourierRequest {
  /** The route's name, for example `awb-status`; `unknown` when there is none. */
  route: string;
  method: string;
  /** Path and query. */
  address: string;
  /** The tracking numbers it asked for. */
  numbers: readonly string[];
  at: Instant;
  /** 0 when it was aborted or its connection cut. */
  status: number;
}

/** What a route is given. */
export interface CourierCall {
  request: Request;
  url: URL;
  /** The groups of the route's path. */
  parts: readonly string[];
  body: string;
  /** Remembers that the request asked for these numbers. */
  asksFor(...trackingNumbers: string[]): void;
}

export interface CourierServerRoute {
  name: string;
  method: "GET" | "POST";
  /** Of the whole path, its groups percent-decoded for the call. */
  path: RegExp;
  /** Whether it needs no credentials. */
  isPublic?: boolean;
  answer(call: CourierCall): Response | Promise<Response>;
}

export interface CourierServerOptions {
  world: CourierWorld;
  routes: readonly CourierServerRoute[];
  /** The refusal of a request without the right credentials, `null` when it may pass. */
  refuse(call: CourierCall): Response | null;
  notFound(): Response;
  expireTokens?(): void;
}

/** The part that all fake couriers share: a `Request -> Response` function that keeps account of what it was asked. */
export interface CourierServer {
  /** Answers by path; the host does not matter. Rejects only when the request is aborted. */
  handle(request: Request): Promise<Response>;
  /** In their order, the refused ones included. */
  requests(): readonly CourierRequest[];
  /** How many requests a route had; without a name, all of them. */
  countOf(route?: string): number;
  /** How often a tracking number was asked for, by whatever route; refused requests do not count. */
  countFor(trackingNumber: string): number;
  clearRequests(): void;
}

export function createCourierServer(options: CourierServerOptions): CourierServer {
  const { world } = options;
  const log: CourierRequest[] = [];

  async function disturbed(request: Request): Promise<Response | null> {
    const fault = world.faults.take();
    if (fault === null) return null;
    switch (fault.kind) {
      case "slow":
        await world.clock.sleep(fault.durationMs, request.signal);
        return null;
      case "expiredToken":
        options.expireTokens?.();
        return null;
      case "hang":
        return hangUntilAborted(request.signal);
      case "refused":
        return Response.error();
      default:
        return answerFault(fault, "");
    }
  }

  return {
    requests: () => log,
    countOf: (route) => log.filter((entry) => route === undefined || entry.route === route).length,
    countFor: (trackingNumber) => log.filter((entry) => entry.numbers.includes(trackingNumber)).length,
    clearRequests: () => {
      log.length = 0;
    },
    handle: async (request) => {
      const url = new URL(request.url);
      const route = options.routes.find((each) => each.method === request.method && each.path.test(url.pathname));
      const numbers: string[] = [];
      const entry: CourierRequest = {
        route: route?.name ?? "unknown",
        method: request.method,
        address: url.pathname + url.search,
        numbers,
        at: new Date(world.clock.now()).toISOString(),
        status: 0,
      };
      log.push(entry);
      const body = await request.text();
      const response = (await disturbed(request)) ?? (await answer());
      entry.status = response.status;
      return response;

      function answer(): Response | Promise<Response> {
        if (route === undefined) return options.notFound();
        const parts = (route.path.exec(url.pathname) ?? []).slice(1).map((part) => decodeURIComponent(part ?? ""));
        const call: CourierCall = { request, url, parts, body, asksFor: (...asked) => void numbers.push(...asked) };
        return (route.isPublic === true ? null : options.refuse(call)) ?? route.answer(call);
      }
    },
  };
}

/** The body of a request as an object; empty when it is not one. */
export function jsonObject(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
