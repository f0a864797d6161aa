import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { AskonceError } from "@askonce/spec";
import { afterEach, describe, expect, it } from "vitest";
import { createHttp, errorForFailure, errorForStatus, type HttpOptions } from "./http.ts";

let server: Server | undefined;

/** A real server on the loopback interface; answers with its base address. */
async function listen(handler: RequestListener): Promise<string> {
  const started = createServer(handler);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  server = undefined;
});

const http = (baseUrl: string, options: Partial<HttpOptions> = {}, signal = new AbortController().signal) =>
  createHttp({ baseUrl, ...options }, { fetch: globalThis.fetch, signal });

async function failureOf(promise: Promise<unknown>): Promise<AskonceError> {
  return await promise.then(
    () => expect.unreachable(),
    (cause: unknown) => errorForFailure(cause),
  );
}

describe("createHttp", () => {
  it("asks below its base with its headers, through the fetch it was given", async () => {
    const seen: Pick<IncomingMessage, "url" | "headers" | "method">[] = [];
    const baseUrl = await listen((request, response) => {
      seen.push(request);
      response.setHeader("content-type", "application/json").end('{"ok":true}');
    });
    const fetched: string[] = [];
    const fetch: typeof globalThis.fetch = (input, init) => {
      fetched.push(input instanceof Request ? input.url : String(input));
      return globalThis.fetch(input, init);
    };
    const client = createHttp({ baseUrl: `${baseUrl}/api/v3`, headers: { "x-key": "k" } }, { fetch, signal: new AbortController().signal });
    expect(await client.get("orders", { searchParams: { page: 2 } }).json()).toEqual({ ok: true });
    expect(seen[0]).toMatchObject({ method: "GET", url: "/api/v3/orders?page=2", headers: { "x-key": "k" } });
    expect(fetched).toEqual([`${baseUrl}/api/v3/orders?page=2`]);
  });

  it.each([200, 204, 400, 404, 429, 500, 503])("hands a status of %i back instead of throwing, after one try", async (status) => {
    let requests = 0;
    const baseUrl = await listen((_request, response) => {
      requests++;
      response.writeHead(status).end();
    });
    expect((await http(baseUrl).get("orders")).status).toBe(status);
    expect(requests).toBe(1);
  });

  it("does not follow a redirect to a log-in page", async () => {
    const paths: (string | undefined)[] = [];
    const baseUrl = await listen((request, response) => {
      paths.push(request.url);
      response.writeHead(302, { location: "/login" }).end();
    });
    const response = await http(baseUrl).get("orders");
    expect(response.status).toBe(302);
    expect(paths).toEqual(["/orders"]);
    expect(errorForStatus(response.status, response.headers, 0).code).toBe("ADAPTER_REJECTED");
  });

  it("gives up on a server that does not answer", async () => {
    const baseUrl = await listen(() => {});
    expect(await failureOf(http(baseUrl, { timeoutMs: 60 }).get("orders").json())).toMatchObject({
      code: "ADAPTER_TIMEOUT",
      retryable: true,
    });
  });

  it("gives up on a server that stops in the middle of its answer", async () => {
    const baseUrl = await listen((_request, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "100" }).write('{"orders":[');
    });
    expect(await failureOf(http(baseUrl, { timeoutMs: 60 }).get("orders").json())).toMatchObject({ code: "ADAPTER_TIMEOUT" });
  });

  it("ends with the call's signal", async () => {
    const controller = new AbortController();
    const baseUrl = await listen(() => controller.abort(new Error("stopped")));
    await expect(http(baseUrl, {}, controller.signal).get("orders").json()).rejects.toThrow("stopped");
  });
});

describe("errorForFailure", () => {
  it("tells a refused connection, and what the system called it", async () => {
    const baseUrl = await listen(() => {});
    await new Promise((resolve) => server?.close(resolve));
    const error = await failureOf(http(`${baseUrl}/?consumer_secret=cs_123`).get("orders").json());
    expect(error).toMatchObject({ code: "ADAPTER_UNREACHABLE", retryable: true });
    expect(error.details.cause).toContain("ECONNREFUSED");
  });

  it("tells a connection that was cut", async () => {
    const baseUrl = await listen((request) => request.socket.destroy());
    expect(await failureOf(http(baseUrl).get("orders").json())).toMatchObject({ code: "ADAPTER_UNREACHABLE" });
  });

  it("keeps addresses with keys in them out of the error", async () => {
    const baseUrl = await listen((request) => request.socket.destroy());
    const error = await failureOf(
      http(baseUrl)
        .get("orders", { searchParams: { consumer_secret: "cs_secret", email: "ana@example.test" } })
        .json(),
    );
    const everything = JSON.stringify({ message: error.message, details: error.details, cause: String(error.cause) });
    expect(everything).not.toMatch(/cs_secret|ana|127\.0\.0\.1/);
  });

  it.each(["ETIMEDOUT", "ECONNABORTED", "UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT"])(
    "reads %s, also from a deeper cause, as a timeout",
    (code) => {
      const socket = Object.assign(new Error("socket"), { code });
      expect(errorForFailure(socket).code).toBe("ADAPTER_TIMEOUT");
      expect(errorForFailure(new TypeError("fetch failed", { cause: socket })).code).toBe("ADAPTER_TIMEOUT");
    },
  );

  it("passes our own errors on and takes anything else for unreachable", () => {
    const own = new AskonceError("ADAPTER_FORBIDDEN");
    expect(errorForFailure(own)).toBe(own);
    expect(errorForFailure("what").code).toBe("ADAPTER_UNREACHABLE");
    expect(errorForFailure(undefined).details).toEqual({ cause: "undefined" });
  });
});

describe("errorForStatus", () => {
  it.each([
    [401, "ADAPTER_UNAUTHORIZED"],
    [403, "ADAPTER_FORBIDDEN"],
    [429, "ADAPTER_RATE_LIMITED"],
    [408, "ADAPTER_TIMEOUT"],
    [504, "ADAPTER_TIMEOUT"],
    [500, "ADAPTER_UNAVAILABLE"],
    [502, "ADAPTER_UNAVAILABLE"],
    [503, "ADAPTER_UNAVAILABLE"],
    [599, "ADAPTER_UNAVAILABLE"],
    [400, "ADAPTER_REJECTED"],
    [404, "ADAPTER_REJECTED"],
    [301, "ADAPTER_REJECTED"],
  ])("%i is %s", async (status, code) => {
    const baseUrl = await listen((_request, response) => response.writeHead(status, { "retry-after": "2.0" }).end());
    const response = await http(baseUrl).get("orders");
    expect(errorForStatus(response.status, response.headers, 0, { what: "order" })).toMatchObject({
      code,
      retryAfterMs: 2000,
      details: { status, what: "order" },
    });
  });

  it("counts a date from now", () => {
    const headers = new Headers({ "retry-after": "Sat, 21 Nov 2026 10:00:05 GMT" });
    expect(errorForStatus(503, headers, Date.parse("2026-11-21T10:00:00Z")).retryAfterMs).toBe(5000);
    expect(errorForStatus(503, new Headers(), 0).retryAfterMs).toBeNull();
  });
});
