import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";

/** A running server; `close` ends it and every open connection. */
export interface RequestHandlerServer {
  /** For example `http://127.0.0.1:43121`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Stops listening, aborts the requests under way and cuts every connection. Resolves when the port is free; may be called twice. */
  close(): Promise<void>;
}

export interface ServeOptions {
  /** `0` (the default) takes any free port. */
  port?: number;
  /** The address to listen on. Default `127.0.0.1`: only this machine can reach a fake shop. */
  host?: string;
  /** Request bodies above this many bytes are answered 413. Default 10 MiB. */
  maxBodyBytes?: number;
}

/** Raised inside the request's body stream; the caller of the handler turns it into a 413. */
class BodyTooLargeError extends Error {}

/**
 * Serves a `Request -> Response` function on `node:http`, body streams in both directions included.
 *
 * The request's `signal` aborts when the client goes away. A handler that throws is answered 500 without details. A handler that answers
 * `Response.error()` has its connection cut, which is how a fake drops a connection.
 *
 * @throws the listen error (`EADDRINUSE` and others) when the port cannot be taken
 */
export async function serveRequestHandler(
  handler: (request: Request) => Promise<Response>,
  options: ServeOptions = {},
): Promise<RequestHandlerServer> {
  const { port = 0, host = "127.0.0.1", maxBodyBytes = 10 * 1024 * 1024 } = options;
  const underWay = new Set<AbortController>();
  const server = createServer((incoming, outgoing) => {
    const controller = new AbortController();
    underWay.add(controller);
    outgoing.once("close", () => {
      underWay.delete(controller);
      controller.abort();
    });
    // A client that cuts the line in the middle of a write must not bring the process down.
    outgoing.on("error", () => controller.abort());
    void answer(handler, incoming, outgoing, controller.signal, maxBodyBytes);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const address = server.address();
  const boundPort = typeof address === "object" && address !== null ? address.port : port;
  let closing: Promise<void> | undefined;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${boundPort}`,
    port: boundPort,
    close() {
      closing ??= new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const controller of underWay) controller.abort();
        server.closeAllConnections();
      });
      return closing;
    },
  };
}

async function answer(
  handler: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  signal: AbortSignal,
  maxBodyBytes: number,
): Promise<void> {
  const limit = { exceeded: false };
  let response: Response;
  const request = toRequest(incoming, signal, maxBodyBytes, limit);
  if (request instanceof Response) {
    response = request;
  } else {
    try {
      response = await handler(request);
    } catch {
      if (signal.aborted) return;
      response = limit.exceeded ? tooLarge() : new Response("Internal Server Error", { status: 500 });
    }
    if (limit.exceeded) response = tooLarge();
  }
  if (response.type === "error") {
    outgoing.destroy();
    return;
  }
  await send(response, incoming, outgoing);
}

function toRequest(incoming: IncomingMessage, signal: AbortSignal, maxBodyBytes: number, limit: { exceeded: boolean }): Request | Response {
  if (Number(incoming.headers["content-length"] ?? 0) > maxBodyBytes) return tooLarge();
  const target = incoming.url ?? "/";
  // Only the origin form is served; anything else ("http://elsewhere/", "*") is no request for this server.
  if (!target.startsWith("/")) return new Response("Bad Request", { status: 400 });
  const headers = new Headers();
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    headers.append(incoming.rawHeaders[index] ?? "", incoming.rawHeaders[index + 1] ?? "");
  }
  const method = incoming.method ?? "GET";
  const hasBody = method !== "GET" && method !== "HEAD";
  try {
    return new Request(`http://${incoming.headers.host ?? "127.0.0.1"}${target}`, {
      method,
      headers,
      signal,
      ...(hasBody ? { body: limited(incoming, maxBodyBytes, limit), duplex: "half" } : {}),
    });
  } catch {
    // A malformed Host header or a method that fetch forbids (TRACE, CONNECT).
    return new Response("Bad Request", { status: 400 });
  }
}

function limited(incoming: IncomingMessage, maxBodyBytes: number, limit: { exceeded: boolean }): ReadableStream<Uint8Array> {
  const chunks = (incoming as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  let received = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done) {
        controller.close();
        return;
      }
      received += next.value.byteLength;
      if (received > maxBodyBytes) {
        limit.exceeded = true;
        controller.error(new BodyTooLargeError("request body too large"));
        return;
      }
      controller.enqueue(next.value);
    },
    async cancel() {
      await chunks.return?.();
    },
  });
}

function tooLarge(): Response {
  return new Response("Payload Too Large", { status: 413, headers: { connection: "close" } });
}

async function send(response: Response, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of response.headers) {
    if (name !== "set-cookie") headers[name] = value;
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers["set-cookie"] = cookies;
  outgoing.writeHead(response.status, response.statusText || undefined, headers);
  if (response.body === null || incoming.method === "HEAD") {
    outgoing.end();
    return;
  }
  const body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
  // A body that breaks off must be seen as broken by the client, so the connection is cut instead of ended.
  body.on("error", () => outgoing.destroy());
  outgoing.once("close", () => body.destroy());
  body.pipe(outgoing);
}
