import { Agent, request } from "node:http";

export interface Answer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  text: string;
  tookMs: number;
}

export interface HttpCaller {
  /** @throws Error when there was no answer: refused, cut, or later than the time limit */
  call(method: string, path: string, options?: { headers?: Readonly<Record<string, string>>; body?: Uint8Array | string }): Promise<Answer>;
  close(): void;
}

/** Keeps its connections open, as the vendors' senders and browsers do. */
export function createHttpCaller(port: number, options: { timeoutMs: number; connections: number }): HttpCaller {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections });
  return {
    call: (method, path, { headers = {}, body } = {}) =>
      new Promise((resolve, reject) => {
        const startedAt = performance.now();
        const outgoing = request({ host: "127.0.0.1", port, method, path, agent, headers }, (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
          incoming.once("error", fail);
          incoming.once("aborted", () => fail(new Error("cut")));
          incoming.once("end", () => {
            clearTimeout(timer);
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              text: Buffer.concat(chunks).toString("utf8"),
              tookMs: performance.now() - startedAt,
            });
          });
        });
        // Of the whole exchange: a connection that is open and says nothing is what some of the faults are about.
        const timer = setTimeout(() => outgoing.destroy(new Error("time limit")), options.timeoutMs);
        const fail = (error: Error) => {
          clearTimeout(timer);
          reject(error);
        };
        outgoing.once("error", fail);
        outgoing.end(body);
      }),
    close: () => agent.destroy(),
  };
}
