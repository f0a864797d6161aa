import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

export interface Served {
  url: string;
  close(): Promise<void>;
}

/** Serves handlers of the fetch kind on the loopback; the first that answers wins. `Response.error()` breaks off within the body. */
export async function serve(...handlers: ((request: Request) => Promise<Response | null>)[]): Promise<Served> {
  const server: Server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const method = incoming.method ?? "GET";
    const request = new Request(`http://127.0.0.1${incoming.url}`, {
      method,
      headers: new Headers(Object.entries(incoming.headers).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []))),
      ...(method === "GET" || method === "HEAD" ? {} : { body: Buffer.concat(chunks) }),
    });
    for (const handle of handlers) {
      const response = await handle(request);
      if (!response) continue;
      if (response.type === "error") {
        // With nothing sent at all, a browser would send the request a second time by itself.
        outgoing.writeHead(200, { "content-type": "application/json", "content-length": "1000" }).write("{");
        return void setImmediate(() => incoming.socket.destroy());
      }
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      if (!response.body) return void outgoing.end();
      return void (await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), outgoing).catch(() => undefined));
    }
    outgoing.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
