import { once } from "node:events";
import { createServer, type Server as HttpServer, type IncomingMessage, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Socket, type Server as TcpServer } from "node:net";
import { AskonceError } from "@askonce/spec";
import { describe, expect, it, onTestFinished } from "vitest";
import { createPublicFetch, type PublicFetchOptions } from "./public-fetch.ts";

const open = { allowPrivateNetworks: true, timeoutMs: 10_000 };

async function listen(server: HttpServer | TcpServer): Promise<string> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A receiver; what it got is in `requests`. */
async function receiver(listener: RequestListener = (_request, response) => response.end("ok")) {
  const requests: { method: string | undefined; url: string | undefined; headers: IncomingMessage["headers"]; body: string }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      requests.push({ method: request.method, url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString() });
      listener(request, response);
    });
  });
  return { url: await listen(server), requests, server };
}

/** A server that says what it wants, HTTP or not. */
async function rawServer(onRequest: (socket: Socket) => void) {
  let onClosed = () => {};
  const closed = new Promise<void>((resolve) => {
    onClosed = resolve;
  });
  const server = createTcpServer((socket) => {
    socket.once("data", () => onRequest(socket));
    socket.on("close", onClosed);
  });
  return { url: await listen(server), closed };
}

const post = (
  url: string,
  options: PublicFetchOptions = open,
  extra: { headers?: Record<string, string>; body?: string; signal?: AbortSignal } = {},
) => createPublicFetch(options)({ url, method: "POST", headers: {}, body: "{}", ...extra });

async function failureOf(promise: Promise<unknown>): Promise<{ code: string; details: Record<string, unknown> }> {
  const error = await promise.then(
    (value) => Promise.reject(new Error(`It was answered: ${JSON.stringify(value)}`)),
    (reason: unknown) => reason,
  );
  if (!AskonceError.is(error)) throw error;
  expect(error.cause).toBeUndefined();
  expect(`${error.message} ${JSON.stringify(error.details)}`).not.toMatch(/127\.0|10\.0|localhost|token|http:/);
  return { code: error.code, details: { ...error.details } };
}

describe("sending", () => {
  it("posts the body as it is, on a connection of its own", async () => {
    const { url, requests } = await receiver((_request, response) => response.writeHead(202).end("Mulțumesc"));
    const body = '{"text":"țări 📦"}';
    const answer = await post(`${url}/hooks?token=1#part`, open, {
      body,
      headers: { "Content-Type": "application/json", "webhook-id": "evt_1" },
    });
    expect(answer).toEqual({ status: 202, bodyExcerpt: "Mulțumesc", durationMs: expect.any(Number), retryAfterMs: null });
    expect(requests).toEqual([
      {
        method: "POST",
        url: "/hooks?token=1",
        body,
        headers: {
          "content-type": "application/json",
          "webhook-id": "evt_1",
          host: url.slice("http://".length),
          connection: "close",
          "accept-encoding": "identity",
          "content-length": String(Buffer.byteLength(body)),
        },
      },
    ]);
  });

  it("opens a new connection for each request", async () => {
    const { url, server } = await receiver();
    let connections = 0;
    server.on("connection", () => connections++);
    const send = createPublicFetch(open);
    const request = { url, method: "POST", headers: {}, body: "{}" } as const;
    await send(request);
    await send(request);
    expect(connections).toBe(2);
  });

  it.each(["Host", "content-length", "Transfer-Encoding", "connection", "upgrade", "Proxy-Authorization", "expect", "TE"])(
    "does not let the caller set %s",
    async (name) => {
      const { url, requests } = await receiver();
      const failure = await failureOf(post(url, open, { headers: { [name]: "x" } }));
      expect(failure).toEqual({ code: "CONFIGURATION_INVALID", details: { reason: "header", header: name.toLowerCase() } });
      expect(requests).toEqual([]);
    },
  );

  it("lets no header become two", async () => {
    const { url, requests } = await receiver();
    await failureOf(post(url, open, { headers: { "x-note": "a\r\nx-admin: 1" } }));
    expect(requests).toEqual([]);
  });
});

describe("an answer", () => {
  it.each([301, 302, 303, 307, 308])("%i is one, and is not followed", async (status) => {
    const inside = await receiver();
    const outside = await receiver((_request, response) => response.writeHead(status, { location: `${inside.url}/admin` }).end());
    expect(await post(outside.url)).toMatchObject({ status, bodyExcerpt: "" });
    expect([outside.requests.length, inside.requests.length]).toEqual([1, 0]);
  });

  it.each([204, 304, 400, 404, 410, 500, 503])("%i is one", async (status) => {
    const { url } = await receiver((_request, response) => response.writeHead(status).end());
    expect((await post(url)).status).toBe(status);
  });

  it("may say when to come back", async () => {
    const { url } = await receiver((_request, response) =>
      response.writeHead(429, { "retry-after": "Sat, 21 Nov 2026 12:05:00 GMT" }).end("slow down"),
    );
    const clock = { now: () => Date.parse("2026-11-21T12:00:00Z") };
    expect(await post(url, { ...open, clock })).toMatchObject({ status: 429, retryAfterMs: 300_000, bodyExcerpt: "slow down" });
  });

  it("counts although its body never ends, of which only the beginning is read", async () => {
    let sent = 0;
    const { url, server } = await receiver((_request, response) => {
      response.writeHead(200);
      const chunk = "x".repeat(65_536);
      const more = () => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length;
      };
      response.on("drain", more);
      more();
    });
    const hungUp = new Promise((resolve) => {
      server.on("connection", (socket: Socket) => socket.on("close", resolve));
    });
    const answer = await post(url, { ...open, maxResponseBytes: 1_000 });
    expect(answer).toMatchObject({ status: 200, bodyExcerpt: "x".repeat(1_000) });
    await hungUp;
    expect(sent).toBeLessThan(50_000_000);
  });

  it("reads 16 kB unless told otherwise", async () => {
    const { url } = await receiver((_request, response) => response.end("x".repeat(100_000)));
    expect((await post(url)).bodyExcerpt).toHaveLength(16_384);
  });

  it("counts although its body drips for longer than there is time", async () => {
    const drip = await rawServer((socket) => {
      socket.write("HTTP/1.1 500 Oops\r\ncontent-length: 1000000\r\n\r\n");
      const timer = setInterval(() => socket.write("x"), 10);
      socket.on("close", () => clearInterval(timer));
    });
    const answer = await post(drip.url, { ...open, timeoutMs: 300 });
    expect(answer.status).toBe(500);
    expect(answer.bodyExcerpt).toMatch(/^x{1,40}$/);
    expect(answer.durationMs).toBeLessThan(5_000);
    await drip.closed;
  });

  it("counts although its body is cut", async () => {
    const cut = await rawServer((socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf"));
    expect(await post(cut.url)).toMatchObject({ status: 200, bodyExcerpt: "half" });
  });

  it("is not decompressed", async () => {
    const { url } = await receiver((_request, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(Buffer.from([0x1f, 0x8b, 8, 0])),
    );
    expect(await post(url)).toMatchObject({ status: 200, bodyExcerpt: "" });
  });

  it("is text that any database takes", async () => {
    const { url } = await receiver((_request, response) =>
      response.end(Buffer.concat([Buffer.from("a\u0000b\u001b[31m\tc\nd"), Buffer.from([0xff])])),
    );
    expect((await post(url)).bodyExcerpt).toBe("ab[31m\tc\nd\ufffd");
    const half = await receiver((_request, response) => response.end("ab📦"));
    expect((await post(half.url, { ...open, maxResponseBytes: 4 })).bodyExcerpt).toBe("ab");
  });

  it.each(["upgrade: websocket\r\nconnection: upgrade\r\n", "", "upgrade: h2c\r\n"])(
    "ends when the protocol is to be switched with %j",
    async (headers) => {
      const switching = await rawServer((socket) => socket.write(`HTTP/1.1 101 Switching Protocols\r\n${headers}\r\nsecret`));
      expect(await post(switching.url)).toMatchObject({ status: 101, bodyExcerpt: "" });
      await switching.closed;
    },
  );

  it("comes after hints, which are passed over", async () => {
    const hints = await rawServer((socket) => socket.end("HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n"));
    expect((await post(hints.url)).status).toBe(204);
  });
});

describe("no answer", () => {
  it.each([
    ["nothing is said", () => {}],
    [
      "the status drips",
      (socket: Socket) => {
        const text = `HTTP/1.1 200 OK\r\nx: ${"y".repeat(10_000)}`;
        let at = 0;
        const timer = setInterval(() => socket.write(text[at++] ?? "y"), 10);
        socket.on("close", () => clearInterval(timer));
      },
    ],
    [
      "hints never end",
      (socket: Socket) => {
        const timer = setInterval(() => socket.write("HTTP/1.1 103 Early Hints\r\n\r\n"), 5);
        socket.on("close", () => clearInterval(timer));
      },
    ],
  ] as [string, (socket: Socket) => void][])("is a timeout when %s", async (_what, onRequest) => {
    const { url, closed } = await rawServer(onRequest);
    const failure = await failureOf(post(`${url}/?token=1`, { ...open, timeoutMs: 200 }));
    expect(failure).toEqual({ code: "WEBHOOK_TARGET_TIMEOUT", details: { durationMs: expect.any(Number) } });
    expect(failure.details.durationMs).toBeGreaterThanOrEqual(190);
    expect(failure.details.durationMs).toBeLessThan(5_000);
    await closed;
  });

  it.each([
    ["the headers are huge", `HTTP/1.1 200 OK\r\nx: ${"y".repeat(20_000)}\r\n\r\n`, "HPE_HEADER_OVERFLOW"],
    ["there are very many headers", `HTTP/1.1 200 OK\r\n${"x: y\r\n".repeat(10_000)}\r\n`, "HPE_HEADER_OVERFLOW"],
    ["it is no HTTP", "220 mail.example.com ESMTP\r\n", "HPE_INVALID_CONSTANT"],
    ["it is HTTP/0.9", "<html>hello</html>", "HPE_INVALID_CONSTANT"],
    ["a length is said twice", "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nxx", "HPE_UNEXPECTED_CONTENT_LENGTH"],
    ["the connection is closed", "", "ECONNRESET"],
    ["HTTP/2 is spoken", Buffer.from("00001204000000000000030000006400040010000000020000000000", "hex"), "HPE_INVALID_CONSTANT"],
  ])("is one when %s", async (_what, answer, cause) => {
    const { url, closed } = await rawServer((socket) => socket.end(answer));
    expect(await failureOf(post(url))).toEqual({ code: "WEBHOOK_TARGET_UNREACHABLE", details: { cause, durationMs: expect.any(Number) } });
    await closed;
  });

  it("is one when nobody listens", async () => {
    const { url, server } = await receiver();
    server.close();
    await once(server, "close");
    expect(await failureOf(post(url))).toMatchObject({ code: "WEBHOOK_TARGET_UNREACHABLE", details: { cause: "ECONNREFUSED" } });
  });
});

describe("the caller", () => {
  it("can end an attempt, and gets the own reason back", async () => {
    const stopping = new AbortController();
    const { url, closed } = await rawServer(() => stopping.abort(new Error("The instance stops")));
    await expect(post(url, open, { signal: stopping.signal })).rejects.toThrow("The instance stops");
    await closed;
  });

  it("can end it while the name is looked up", async () => {
    const stopping = new AbortController();
    const lookup = () => {
      stopping.abort(new Error("The instance stops"));
      return new Promise<string[]>(() => {});
    };
    await expect(post("https://hooks.example.com/", { lookup }, { signal: stopping.signal })).rejects.toThrow("The instance stops");
  });

  it("sends nothing when it has ended before", async () => {
    const { url, requests } = await receiver();
    await expect(post(url, open, { signal: AbortSignal.abort(new Error("The instance stops")) })).rejects.toThrow("The instance stops");
    expect(requests).toEqual([]);
  });
});
