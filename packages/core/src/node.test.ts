import { once } from "node:events";
import { createServer, request as httpRequest, type IncomingMessage, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { systemCaller } from "./caller.ts";
import type { Handler } from "./handler/handler.ts";
import { type NodeHandlerOptions, toNodeHandler } from "./node.ts";
import { agentWithToken, instance, linesLogger } from "./testing/instance.ts";

async function serve(handler: Handler, options?: NodeHandlerOptions): Promise<{ url: string; port: number; server: Server }> {
  const server = createServer(toNodeHandler(handler, options));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port, server };
}

async function serveInstance(options: Parameters<typeof instance>[0] = {}) {
  const made = instance(options);
  const agent = await agentWithToken(made.askonce);
  return { ...made, ...agent, ...(await serve(made.askonce.handler)), headers: { authorization: `Bearer ${agent.token}` } };
}

/** What the server says to bytes as they are, up to `until`. */
async function sendRaw(port: number, bytes: string, until = /\r\n\r\n/): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  let answer = "";
  socket.on("data", (chunk) => (answer += chunk.toString("latin1")));
  socket.on("error", () => {});
  socket.write(bytes);
  await vi.waitFor(() => expect(answer).toMatch(until), { timeout: 5000, interval: 5 });
  return answer;
}

describe("the handler on a node:http server", () => {
  it("takes bodies and gives answers with their headers", async () => {
    const { url, headers } = await serveInstance();
    const made = await fetch(`${url}/api/v1/tickets`, { method: "POST", headers, body: JSON.stringify({ subject: "Țuică 🙂" }) });
    expect(made.status).toBe(201);
    expect(made.headers.get("content-type")).toBe("application/json");
    expect(made.headers.get("x-request-id")).toMatch(/^req_/);
    const { id, subject } = (await made.json()) as { id: string; subject: string };
    expect(subject).toBe("Țuică 🙂");
    const long = "ș".repeat(90_000);
    const message = await fetch(`${url}/api/v1/tickets/${id}/messages`, { method: "POST", headers, body: JSON.stringify({ text: long }) });
    expect(((await message.json()) as { text: string }).text).toBe(long);
    const removed = await fetch(`${url}/api/v1/tickets/${id}/order/unlink`, {
      method: "POST",
      headers,
      body: JSON.stringify({ orderRef: "memory:1" }),
    });
    expect(removed.status).toBe(200);
  });

  it("hands over method, path, query, repeated headers and the client's address", async () => {
    const seen: { request: Request; address: string | null | undefined }[] = [];
    const handler: Handler = async (request, info) => {
      seen.push({ request, address: info?.clientAddress });
      const headers = new Headers({ "x-one": "1" });
      headers.append("set-cookie", "a=1");
      headers.append("set-cookie", "b=2");
      return new Response(null, { status: 204, headers });
    };
    const { url, port } = await serve(handler);
    const response = await fetch(`${url}/a%20b/c?d=e%26f&d=g`, {
      method: "DELETE",
      headers: { "x-forwarded-for": "10.0.0.1", accept: "text/x" },
    });
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(seen[0]?.request.url).toBe(`http://127.0.0.1:${port}/a%20b/c?d=e%26f&d=g`);
    expect(seen[0]?.request.method).toBe("DELETE");
    expect(seen[0]?.request.headers.get("accept")).toBe("text/x");
    expect(seen[0]?.address, "a header that anybody can send is not believed").toMatch(/127\.0\.0\.1$/);

    const proxied = await serve(handler, { clientAddress: (incoming) => String(incoming.headers["x-forwarded-for"]) });
    await fetch(proxied.url, { headers: { "x-forwarded-for": "10.0.0.1" } });
    expect(seen[1]?.address).toBe("10.0.0.1");
  });

  it("takes the path that was asked for, not what a router left of it", async () => {
    const urls: string[] = [];
    const listener = toNodeHandler(async (request) => {
      urls.push(request.url);
      return new Response("ok");
    });
    const server = createServer((incoming, outgoing) => {
      const original = incoming.url ?? "";
      incoming.url = original.replace("/support", "");
      void listener(Object.assign(incoming, { originalUrl: original }), outgoing);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    await (await fetch(`http://127.0.0.1:${port}/support/api/v1/health`)).text();
    expect(urls).toEqual([`http://127.0.0.1:${port}/support/api/v1/health`]);
  });

  it.each([
    { line: "GET //evil.test/api/v1/health HTTP/1.1", url: "http://shop.test//evil.test/api/v1/health" },
    { line: "GET http://evil.test/api/v1/health?x=1 HTTP/1.1", url: "http://shop.test/api/v1/health?x=1" },
    { line: "OPTIONS * HTTP/1.1", url: "http://shop.test/" },
    { line: "GET /\\evil.test HTTP/1.1", url: "http://shop.test//evil.test" },
  ])("does not let the request line choose the host: $line", async ({ line, url }) => {
    const urls: string[] = [];
    const { port } = await serve(async (request) => {
      urls.push(request.url);
      return new Response("ok");
    });
    expect(await sendRaw(port, `${line}\r\nHost: shop.test\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200/);
    expect(urls).toEqual([url]);
  });

  it.each(["shop.test/../x", "a b", "shop.test\\@evil.test", "<script>"])("does not believe the host %j", async (host) => {
    const urls: string[] = [];
    const { port } = await serve(async (request) => {
      urls.push(request.url);
      return new Response("ok");
    });
    await sendRaw(port, `GET /x HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(urls).toEqual(["http://localhost/x"]);
  });

  it("answers what cannot be a web request instead of hanging up", async () => {
    const { port } = await serveInstance();
    expect(await sendRaw(port, "TRACE /api/v1/health HTTP/1.1\r\nHost: x\r\n\r\n")).toMatch(/^HTTP\/1\.1 405/);
  });

  it("answers HEAD without a body and keeps the connection usable", async () => {
    const { url, headers, port } = await serveInstance();
    const head = await fetch(`${url}/api/v1/tickets`, { method: "HEAD", headers });
    expect([head.status, await head.text(), head.headers.get("content-type")]).toEqual([200, "", "application/json"]);
    const twice = "HEAD /api/v1/health HTTP/1.1\r\nHost: x\r\n\r\nGET /api/v1/health HTTP/1.1\r\nHost: x\r\n\r\n";
    const both = await sendRaw(port, twice, /"status":"ok"/);
    expect(both.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
    expect(both.match(/"status":"ok"/g)).toHaveLength(1);
  });

  it.each(["announced", "chunked"])("tells a client that sends too much (%s) instead of cutting it off", async (kind) => {
    const { port, token } = await serveInstance();
    const outgoing = httpRequest({
      port,
      host: "127.0.0.1",
      method: "POST",
      path: "/api/v1/tickets",
      headers: { authorization: `Bearer ${token}`, ...(kind === "announced" ? { "content-length": 5 * 1024 * 1024 } : {}) },
    });
    outgoing.on("error", () => {});
    const answered = once(outgoing, "response") as Promise<[IncomingMessage]>;
    const chunk = Buffer.alloc(64 * 1024, 0x20);
    for (let sent = 0; sent < 5 * 1024 * 1024; sent += chunk.length) outgoing.write(chunk);
    outgoing.end();
    const [response] = await answered;
    const parts: Buffer[] = [];
    for await (const part of response) parts.push(part as Buffer);
    expect(response.statusCode).toBe(413);
    expect(JSON.parse(Buffer.concat(parts).toString()).code).toBe("BODY_TOO_LARGE");
  });

  it("aborts the request's signal when the client leaves, and only then", async () => {
    const signals: AbortSignal[] = [];
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const { url } = await serve(async (request) => {
      signals.push(request.signal);
      if (!request.url.endsWith("/slow")) return new Response("done");
      arrive();
      return new Promise<Response>(() => {});
    });
    expect(await (await fetch(`${url}/quick`)).text()).toBe("done");
    const leaving = new AbortController();
    const slow = fetch(`${url}/slow`, { signal: leaving.signal }).catch(() => "left");
    await arrived;
    expect(signals.map((signal) => signal.aborted)).toEqual([false, false]);
    leaving.abort();
    expect(await slow).toBe("left");
    await vi.waitFor(() => expect(signals[1]?.aborted).toBe(true), { timeout: 5000, interval: 5 });
    expect(signals[0]?.aborted).toBe(false);
  });

  it("takes a client that leaves in the middle of its body for no failure of ours", async () => {
    const logger = linesLogger();
    const { port, token, url, headers } = await serveInstance({ logger });
    for (let index = 0; index < 5; index++) {
      const socket = connect(port, "127.0.0.1");
      await once(socket, "connect");
      socket.write(`POST /api/v1/tickets HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Length: 1000\r\n\r\n{"subject":`);
      await new Promise((resolve) => setImmediate(resolve));
      socket.destroy();
    }
    expect((await fetch(`${url}/api/v1/tickets`, { headers })).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(logger.lines).toEqual([]);
  });

  it("sends the head of an event stream at once and each event as it happens", async () => {
    const { url, headers, askonce } = await serveInstance();
    const leaving = new AbortController();
    const response = await fetch(`${url}/api/v1/events`, { headers, signal: leaving.signal });
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    for (const subject of ["one", "two"]) {
      await askonce.tickets.create({ subject }, systemCaller);
      const before = text.length;
      while (!text.slice(before).includes("ticket.created")) text += (await reader?.read())?.value ?? "";
    }
    expect(text.match(/^id: \d+$/gm)).toHaveLength(2);
    leaving.abort();
    await reader?.cancel().catch(() => {});
  });

  it("lets the server close after the instance stopped, with streams open", async () => {
    const { url, headers, askonce, server } = await serveInstance();
    const stream = await fetch(`${url}/api/v1/events`, { headers });
    const reading = stream.text().catch(() => "cut");
    await askonce.stop();
    expect(await reading).not.toBe("cut");
    expect((await fetch(`${url}/api/v1/health`)).status).toBe(503);
    server.closeIdleConnections();
  });
});
