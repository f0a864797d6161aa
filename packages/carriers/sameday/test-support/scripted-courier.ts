import { readFileSync } from "node:fs";
import type { AdapterContext } from "@askonce/spec";

/** 2026-11-21T10:00:00Z, noon in Bucharest. */
const testNow = Date.UTC(2026, 10, 21, 10);

type Json = Record<string, unknown>;

/** The shapes that are known, with invented values. A copy each time, so that a test can change it. */
export function fixture(name: "awbStatus" | "statusSync" | "publicHistory" | "lockers"): Json & { [key: string]: never } {
  const all = JSON.parse(readFileSync(new URL("./sameday-fixtures.json", import.meta.url), "utf8"));
  return all[name].response;
}

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: string;
}

export interface ScriptedCourier {
  context: AdapterContext;
  fetch: typeof globalThis.fetch;
  /** In their order, sign-ins included. */
  asked: Asked[];
  /** Paths in their order, without sign-ins. */
  paths(): string[];
  signIns(): number;
  /** Lets time pass. */
  advance(durationMs: number): void;
  logs: { message: string; fields: Readonly<Record<string, unknown>> | undefined }[];
}

/** Answers by path. A sign-in is answered with `token 1`, `token 2`… unless the script says otherwise. */
export function scriptedCourier(answer: (asked: Asked, count: number) => unknown, expireAt = "2026-11-22 10:00"): ScriptedCourier {
  let now = testNow;
  const asked: Asked[] = [];
  const logs: ScriptedCourier["logs"] = [];
  const log = (message: string, fields?: Readonly<Record<string, unknown>>) => void logs.push({ message, fields });
  const signIns = () => asked.filter(({ path }) => path === "/api/authenticate").length;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const one = {
      method: request.method,
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: await request.text(),
    };
    asked.push(one);
    const answered = answer(one, asked.length);
    if (answered instanceof Response) return answered;
    if (answered === undefined && one.path === "/api/authenticate") {
      return Response.json({ token: `token ${signIns()}`, expire_at: expireAt });
    }
    return answered === undefined ? Response.json({ code: 404, message: "Not Found" }, { status: 404 }) : Response.json(answered);
  };
  const context: AdapterContext = {
    signal: new AbortController().signal,
    logger: { debug: log, info: log, warn: log, error: log },
    clock: {
      now: () => now,
      // Waits pass at once; time limits, which are longer, never do.
      sleep: (durationMs, signal) => {
        if (durationMs >= 9000) return new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
        now += durationMs;
        return Promise.resolve();
      },
    },
    fetch,
    idempotencyKey: "test",
    priority: "agent",
  };
  return {
    context,
    fetch,
    asked,
    paths: () => asked.map(({ path }) => path).filter((path) => path !== "/api/authenticate"),
    signIns,
    advance: (durationMs) => {
      now += durationMs;
    },
    logs,
  };
}
