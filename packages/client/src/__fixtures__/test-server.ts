import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface SeenRequest {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
}

export interface TestServer {
  url: string;
  seen: SeenRequest[];
  /** How many connections are open now. */
  connections(): Promise<number>;
  close(): Promise<void>;
}

/** A real HTTP server on the loopback that keeps what it was asked. */
export async function startServer(answer: (request: SeenRequest, response: ServerResponse) => void): Promise<TestServer> {
  const seen: SeenRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const request = {
      method: incoming.method ?? "",
      url: incoming.url ?? "",
      headers: incoming.headers,
      body: Buffer.concat(chunks).toString("utf8"),
    };
    seen.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    connections: () => new Promise((resolve, reject) => server.getConnections((error, count) => (error ? reject(error) : resolve(count)))),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function sendJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

export function sendProblem(response: ServerResponse, status: number, code: string, extra: Record<string, unknown> = {}, headers = {}): void {
  response
    .writeHead(status, { "content-type": "application/problem+json", ...headers })
    .end(
      JSON.stringify({
        type: `https://askonce.dev/errors/${code}`,
        title: code,
        status,
        code,
        detail: `About ${code}`,
        retryable: false,
        retryAfterMs: null,
        requestId: "req_1",
        ...extra,
      }),
    );
}

function event(sequence: number): Record<string, unknown> {
  return {
    id: `evt_${sequence}`,
    sequence,
    shopId: "shop_1",
    type: "agent.created",
    version: 1,
    occurredAt: "2026-11-21T10:00:00Z",
    actor: { kind: "system", id: null },
    subject: { kind: "agent", id: "agt_1" },
    data: { agentId: "agt_1" },
  };
}

export function frame(sequence: number): string {
  return `event: message\nid: ${sequence}\ndata: ${JSON.stringify(event(sequence))}\n\n`;
}
