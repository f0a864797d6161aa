import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { AskonceEvent } from "@askonce/spec";
import { Webhook } from "standardwebhooks";
import { onTestFinished, vi } from "vitest";

/** A request as a receiver of webhooks sees it. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  message: { type: string; timestamp: string; data: AskonceEvent };
}

/** What to answer: a status with headers, or nothing for as long as the promise lasts. */
type Answer = number | { status: number; headers?: Record<string, string> } | Promise<number>;

export interface Receiver {
  url: string;
  received: Received[];
  answer(request: Received): Answer;
  /** The most requests that were under way at the same moment. */
  readonly mostAtOnce: number;
}

/** A server on the loopback that keeps what it is sent. Closed with the test. */
export async function receiver(answer: Receiver["answer"] = () => 204, path = "/hooks"): Promise<Receiver> {
  let underWay = 0;
  let mostAtOnce = 0;
  const made: Receiver = {
    url: "",
    received: [],
    answer,
    get mostAtOnce() {
      return mostAtOnce;
    },
  };
  const server = createServer(async (request, response) => {
    mostAtOnce = Math.max(mostAtOnce, ++underWay);
    response.on("close", () => underWay--);
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const received = { path: request.url ?? "", headers: request.headers, body, message: JSON.parse(body) };
    made.received.push(received);
    const given = await made.answer(received);
    const { status, headers = {} } = typeof given === "number" ? { status: given } : given;
    response.writeHead(status, headers).end("canary-of-the-answer");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  made.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  return made;
}

/** The library that receivers use, at the time of the test's clock. @throws when the signature is not right */
export function verify(received: Received, secret: string, now: number): unknown {
  vi.useFakeTimers({ toFake: ["Date"], now });
  try {
    return new Webhook(secret).verify(received.body, received.headers as Record<string, string>);
  } finally {
    vi.useRealTimers();
  }
}
