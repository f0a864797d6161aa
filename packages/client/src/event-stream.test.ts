import type { ServerResponse } from "node:http";
import { afterEach, describe, expect, it, vi } from "vitest";
import { frame, sendProblem, startServer, type TestServer } from "./__fixtures__/test-server.ts";
import { createClient } from "./create-client.ts";

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serveStream(write: (response: ServerResponse) => void): Promise<TestServer> {
  server = await startServer((_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
    write(response);
  });
  return server;
}

async function sequences(stream: AsyncIterable<{ sequence: number }>): Promise<number[]> {
  const all: number[] = [];
  for await (const { sequence } of stream) all.push(sequence);
  return all;
}

describe("the event stream", () => {
  it("is an async iterator that ends with the response, and asks for what comes after the last event", async () => {
    const { url, seen } = await serveStream((response) => response.end(`: keep-alive\n\n${frame(4)}:\n\n${frame(5)}`));
    const stream = await createClient({ baseUrl: url, token: "secret" }).events.stream(undefined, { lastEventId: 3 });
    expect(await sequences(stream)).toEqual([4, 5]);
    expect(seen[0]?.headers).toMatchObject({ accept: "text/event-stream", "last-event-id": "3", authorization: "Bearer secret" });
  });

  it("is not cut off by the time limit of ordinary calls", async () => {
    const { url } = await serveStream((response) => {
      response.write(frame(1));
      setTimeout(() => response.end(frame(2)), 120);
    });
    expect(await sequences(await createClient({ baseUrl: url, timeoutMs: 50 }).events.stream())).toEqual([1, 2]);
  });

  it("rejects with the problem instead of beginning", async () => {
    server = await startServer((_, response) => sendProblem(response, 401, "UNAUTHENTICATED"));
    await expect(createClient({ baseUrl: server.url }).events.stream()).rejects.toMatchObject({ code: "UNAUTHENTICATED", status: 401 });
  });

  it("throws the error that the server sends into it", async () => {
    const { url } = await serveStream((response) =>
      response.end(`${frame(1)}event: error\ndata: {"code":"STOPPED","detail":"Stopping","retryable":true}\n\n`),
    );
    await expect(sequences(await createClient({ baseUrl: url }).events.stream())).rejects.toMatchObject({
      code: "STOPPED",
      retryable: true,
    });
  });

  it("gives a dead line up", async () => {
    const { url } = await serveStream((response) => response.write(frame(1)));
    const stream = await createClient({ baseUrl: url, idleTimeoutMs: 50 }).events.stream();
    await expect(sequences(stream)).rejects.toMatchObject({ code: "NETWORK_FAILED", retryable: true });
  });

  it("keeps a line that only carries keep-alives", async () => {
    const { url } = await serveStream((response) => {
      let left = 6;
      const timer = setInterval(() => {
        left -= 1;
        if (left > 0) return void response.write(": keep-alive\n\n");
        clearInterval(timer);
        response.end(frame(9));
      }, 40);
    });
    expect(await sequences(await createClient({ baseUrl: url, idleTimeoutMs: 150 }).events.stream())).toEqual([9]);
  });

  it("closes the connection when its reader leaves", async () => {
    const { url, connections } = await serveStream((response) => response.write(frame(1)));
    const stream = await createClient({ baseUrl: url }).events.stream();
    for await (const event of stream) {
      expect(event.sequence).toBe(1);
      break;
    }
    await vi.waitFor(async () => expect(await connections()).toBe(0));
  });

  it("refuses a page that is no stream", async () => {
    server = await startServer((_, response) => void response.writeHead(200, { "content-type": "text/html" }).end("<p>"));
    await expect(sequences(await createClient({ baseUrl: server.url }).events.stream())).rejects.toMatchObject({
      code: "RESPONSE_UNREADABLE",
    });
  });
});
