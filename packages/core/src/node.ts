import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Handler } from "./handler/handler.ts";

export { type LocalFiles, type LocalFilesOptions, localFiles } from "./node/local-files.ts";
export { createPublicFetch, type PublicFetchOptions } from "./node/public-fetch.ts";
export type { WebhookTransport } from "./webhooks/webhook-transport.ts";

export interface NodeHandlerOptions {
  /**
   * The client's address. Default: the socket's. Behind a proxy of your own, read the header that it sets; a header that a client can set
   * makes every limit useless.
   */
  clientAddress?: (request: IncomingMessage) => string | null;
}

/**
 * The handler as a listener for `node:http`, and so for Express and everything else that is built on it. Mount it before any body parser:
 * webhooks are signed over the raw bytes.
 *
 * @example
 * ```ts
 * createServer(toNodeHandler(askonce.handler)).listen(4400);
 * ```
 */
export function toNodeHandler(
  handler: Handler,
  options: NodeHandlerOptions = {},
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (incoming, outgoing) => {
    const gone = new AbortController();
    outgoing.on("close", () => {
      if (!outgoing.writableFinished) gone.abort(new Error("The client left"));
    });
    let request: Request;
    try {
      request = toRequest(incoming, gone.signal);
    } catch {
      // TRACE and its like cannot be said as a web request at all.
      outgoing.writeHead(405, { connection: "close" }).end();
      return;
    }
    try {
      const clientAddress = options.clientAddress ? options.clientAddress(incoming) : (incoming.socket.remoteAddress ?? null);
      await sendResponse(await handler(request, { clientAddress }), outgoing);
      if (!incoming.complete) discardRest(incoming);
    } catch {
      // The handler answers every failure itself: what is left is a client that went away while it was answered.
      outgoing.destroy();
    }
  };
}

/**
 * Lets the rest of a body that was refused half-way run through. Cutting the connection instead would often destroy the refusal before the
 * client has read it. The server's own `requestTimeout` ends a client that never stops.
 */
function discardRest(incoming: IncomingMessage): void {
  incoming.removeAllListeners("data");
  incoming.resume();
}

/** A web `Request` of a Node one. The path as it was sent wins over one that a router has shortened. */
export function toRequest(incoming: IncomingMessage & { originalUrl?: string }, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value === undefined || name.startsWith(":")) continue;
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one);
  }
  const encrypted = "encrypted" in incoming.socket && incoming.socket.encrypted === true;
  const host = /^[\w.:[\]-]+$/.test(incoming.headers.host ?? "") ? incoming.headers.host : "localhost";
  const url = `${encrypted ? "https" : "http"}://${host}${pathOf(incoming.originalUrl ?? incoming.url ?? "/")}`;
  const method = incoming.method ?? "GET";
  const hasBody = method !== "GET" && method !== "HEAD";
  return new Request(url, {
    method,
    headers,
    signal,
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: "half" } : {}),
  } as RequestInit);
}

/** The target as a path: what a client puts into the request line must not become the host that adapters see. */
function pathOf(target: string): string {
  if (target.startsWith("/")) return target;
  if (!URL.canParse(target)) return "/";
  const { pathname, search } = new URL(target);
  return `${pathname}${search}`;
}

async function sendResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) if (name !== "set-cookie") outgoing.setHeader(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader("set-cookie", cookies);
  if (!response.body) {
    outgoing.end();
    return;
  }
  // An event stream has to reach the client before its first event does.
  outgoing.flushHeaders();
  await pipeline(Readable.fromWeb(response.body as import("node:stream/web").ReadableStream), outgoing);
}
