import type { Ticket } from "@askonce/spec";
import { AskonceError } from "@askonce/spec";
import { afterEach, describe, expect, expectTypeOf, it } from "vitest";
import { sendJson, sendProblem, startServer, type TestServer } from "./__fixtures__/test-server.ts";
import { AskonceApiError } from "./api-error.ts";
import type { AskonceClient } from "./askonce-client.ts";
import { createClient } from "./create-client.ts";

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serve(answer: Parameters<typeof startServer>[0]): Promise<TestServer> {
  server = await startServer(answer);
  return server;
}

async function failure(call: Promise<unknown>): Promise<AskonceApiError> {
  const error = await call.then(
    () => expect.fail("the call should have failed"),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AskonceApiError);
  return error as AskonceApiError;
}

describe("a call", () => {
  it("sends method, path, query, body and token below the base path", async () => {
    const { url, seen } = await serve((_, response) => sendJson(response, 200, { ok: true }));
    const tokens = ["first", "second"];
    const client = createClient({ baseUrl: `${url}/support/`, token: async () => tokens.shift() ?? "" });

    await client.tickets.list({ status: "open", q: "întârziat", limit: 5 });
    await client.tickets.update({ ticketId: "tkt_1", tags: ["vip"], assigneeId: null });

    expect(seen[0]).toMatchObject({
      method: "GET",
      url: `/support/api/v1/tickets?status=open&q=${encodeURIComponent("întârziat")}&limit=5`,
    });
    expect(seen[0]?.headers).toMatchObject({ authorization: "Bearer first", accept: "application/json" });
    expect(seen[0]?.headers).not.toHaveProperty("content-type");
    expect(seen[1]).toMatchObject({ method: "PATCH", url: "/support/api/v1/tickets/tkt_1", body: '{"tags":["vip"],"assigneeId":null}' });
    expect(seen[1]?.headers).toMatchObject({ authorization: "Bearer second", "content-type": "application/json" });
  });

  it("gives the answer as it is and sends no token when there is none", async () => {
    const { url, seen } = await serve((_, response) => sendJson(response, 200, { status: "ok", version: "1.2.3" }));
    expect(await createClient({ baseUrl: url }).health.check()).toEqual({ status: "ok", version: "1.2.3" });
    expect(seen[0]?.headers).not.toHaveProperty("authorization");
  });

  it("refuses a base URL that is none", () => {
    expect(() => createClient({ baseUrl: "/support" })).toThrow(TypeError);
    expect(() => createClient({ baseUrl: "javascript:alert(1)" })).toThrow(TypeError);
  });

  it("is typed by the contract", () => {
    expectTypeOf<ReturnType<AskonceClient["tickets"]["get"]>>().resolves.toEqualTypeOf<Ticket>();
    expectTypeOf<AskonceClient["tickets"]["get"]>().parameter(0).toEqualTypeOf<{ ticketId: string }>();
    expectTypeOf<AskonceClient["agents"]["me"]>().toBeCallableWith();
    // @ts-expect-error a ticket needs its id
    expectTypeOf<AskonceClient["tickets"]["get"]>().toBeCallableWith({});
  });
});

describe("an error", () => {
  it("carries everything that the problem says", async () => {
    const issues = [{ path: "subject", message: "Too long" }];
    const { url } = await serve((_, response) => sendProblem(response, 400, "VALIDATION_FAILED", { issues, details: { limit: 300 } }));
    const error = await failure(createClient({ baseUrl: url }).tickets.create({ subject: "x" }));
    expect(error).toMatchObject({
      code: "VALIDATION_FAILED",
      status: 400,
      message: "About VALIDATION_FAILED",
      retryable: false,
      requestId: "req_1",
      issues,
      details: { limit: 300 },
    });
    expect(AskonceApiError.is(error, "VALIDATION_FAILED")).toBe(true);
    expect(AskonceApiError.is(error, "FORBIDDEN")).toBe(false);
    expect(AskonceError.is(error, "VALIDATION_FAILED")).toBe(true);
  });

  it("says that a proxy answered, without repeating its page", async () => {
    const { url } = await serve((_, response) => void response.writeHead(404, { "content-type": "text/html" }).end("<h1>secret</h1>"));
    const error = await failure(createClient({ baseUrl: url }).agents.me());
    expect(error).toMatchObject({ code: "RESPONSE_UNREADABLE", status: 404, retryable: false });
    expect(error.message).not.toContain("secret");
  });

  it("says that a success is not JSON", async () => {
    const { url } = await serve((_, response) => void response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html>"));
    expect(await failure(createClient({ baseUrl: url }).agents.me())).toMatchObject({ code: "RESPONSE_UNREADABLE", status: 200 });
  });

  it("says that nobody is there", async () => {
    const { url, close } = await startServer(() => undefined);
    await close();
    const error = await failure(createClient({ baseUrl: url, retry: { attempts: 1 } }).agents.me());
    expect(error).toMatchObject({ code: "NETWORK_FAILED", status: null, retryable: true });
  });

  it("says that the body broke off", async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "100" }).write('{"a":');
      setImmediate(() => response.destroy());
    });
    expect(await failure(createClient({ baseUrl: url, retry: { attempts: 1 } }).agents.me())).toMatchObject({ code: "NETWORK_FAILED" });
  });

  it.each(["before the answer", "within the body"])("says that it took too long %s", async (when) => {
    const { url } = await serve((_, response) => {
      if (when === "within the body") response.writeHead(200, { "content-type": "application/json" }).write('{"a":');
    });
    expect(await failure(createClient({ baseUrl: url, timeoutMs: 60 }).agents.me())).toMatchObject({ code: "TIMED_OUT", retryable: true });
  });

  it("is the signal's own reason when the caller gave up", async () => {
    const { url } = await serve(() => controller.abort(new Error("changed my mind")));
    const controller = new AbortController();
    await expect(createClient({ baseUrl: url }).agents.me(undefined, { signal: controller.signal })).rejects.toThrow("changed my mind");
  });
});

describe("a failed attempt", () => {
  it("of a read is repeated up to three times, as soon as the server allows", async () => {
    const { url, seen } = await serve((_, response) => {
      if (seen.length < 3) sendProblem(response, 503, "STOPPED", { retryable: true }, { "retry-after": "0" });
      else sendJson(response, 200, { items: [] });
    });
    expect(await createClient({ baseUrl: url }).agents.list()).toEqual({ items: [] });
    expect(seen).toHaveLength(3);
  });

  it("of a read gives the last error after the third", async () => {
    const { url, seen } = await serve((_, response) => sendProblem(response, 503, "STOPPED", { retryable: true }, { "retry-after": "0" }));
    expect(await failure(createClient({ baseUrl: url }).agents.list())).toMatchObject({ code: "STOPPED", retryable: true });
    expect(seen).toHaveLength(3);
  });

  it("of a write is never repeated: it may have happened", async () => {
    const { url, seen } = await serve((_, response) => sendProblem(response, 503, "STOPPED", { retryable: true }, { "retry-after": "0" }));
    const client = createClient({ baseUrl: url });
    await failure(client.tickets.reply({ ticketId: "tkt_1", text: "Hello" }));
    await failure(client.tickets.linkOrder({ ticketId: "tkt_1", orderRef: "woocommerce:1" }));
    await failure(client.tickets.unlinkOrder({ ticketId: "tkt_1", orderRef: "woocommerce:1" }));
    expect(seen).toHaveLength(3);
  });
});
