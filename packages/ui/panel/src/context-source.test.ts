import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { delivered } from "./__fixtures__/contexts.ts";
import { deferred } from "./__fixtures__/deferred.ts";
import { ContextLoadError, httpContextSource } from "./context-source.ts";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function json(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { "content-type": "application/json" }).end(typeof body === "string" ? body : JSON.stringify(body));
}

const forever = () => new AbortController().signal;

async function failureOf(baseUrl: string, options: { timeoutMs?: number } = {}): Promise<ContextLoadError> {
  const error = await httpContextSource({ baseUrl, token: "secret-token", ...options })
    .load("tkt_1", forever())
    .then(() => null)
    .catch((reason: unknown) => reason);
  if (!(error instanceof ContextLoadError)) throw new Error("expected a ContextLoadError");
  return error;
}

describe("httpContextSource", () => {
  it("asks for the ticket's context with the bearer token", async () => {
    const seen: (string | undefined)[] = [];
    const baseUrl = await serve((request, response) => {
      seen.push(request.url, request.headers.authorization, request.headers.cookie);
      json(response, 200, delivered);
    });
    const source = httpContextSource({ baseUrl: `${baseUrl}/support/`, token: async () => "fresh" });
    expect(await source.load("tkt/../1", forever())).toEqual(delivered);
    expect(seen).toEqual(["/support/api/v1/tickets/tkt%2F..%2F1/context", "Bearer fresh", undefined]);
  });

  it.each([
    [401, "unauthorized"],
    [403, "unauthorized"],
    [404, "notFound"],
    [503, "server"],
  ] as const)("tells %i as %s, with the server's code", async (status, failure) => {
    const baseUrl = await serve((_, response) => json(response, status, { code: "SOME_CODE", detail: "ioana@example.ro" }));
    const error = await failureOf(baseUrl);
    expect(error).toMatchObject({ failure, code: "SOME_CODE" });
    expect(error.message).not.toMatch(/ioana|secret/);
  });

  it("does not take another server's page, or broken JSON, for a context", async () => {
    expect((await failureOf(await serve((_, response) => json(response, 200, "<html>")))).failure).toBe("server");
    expect((await failureOf(await serve((_, response) => json(response, 200, { hello: "world" })))).failure).toBe("server");
  });

  it("does not carry the token to where a redirect points", async () => {
    let followed = false;
    const target = await serve((_, response) => {
      followed = true;
      json(response, 200, delivered);
    });
    const baseUrl = await serve((_, response) => response.writeHead(302, { location: target }).end());
    expect((await failureOf(baseUrl)).failure).toBe("network");
    expect(followed).toBe(false);
  });

  it("gives up on a silent server", async () => {
    const baseUrl = await serve(() => {});
    expect((await failureOf(baseUrl, { timeoutMs: 30 })).failure).toBe("network");
  });

  it("stops when it is no longer wanted", async () => {
    const arrived = deferred<void>();
    const left = deferred<void>();
    const baseUrl = await serve((request) => {
      request.on("close", () => left.resolve());
      arrived.resolve();
    });
    const stop = new AbortController();
    const loading = httpContextSource({ baseUrl }).load("tkt_1", stop.signal);
    loading.catch(() => {});
    await arrived.promise;
    stop.abort();
    await expect(loading).rejects.toBeInstanceOf(ContextLoadError);
    await left.promise;
  });
});
