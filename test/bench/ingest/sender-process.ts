import { setTimeout as delay } from "node:timers/promises";
import { type HttpConnection, openConnection } from "./http-connection.ts";
import { readRequests } from "./request-file.ts";

/** What the process is told: which requests, by their place in the file, and how. */
export interface SendOrder {
  port: number;
  from: number;
  to: number;
  connections: number;
  /** A new one at fixed times whatever the answers take; `null`: each connection sends the next when it has its answer. */
  perSecond: number | null;
}

export interface SendResult {
  /** By request: milliseconds from when it was due (open) or sent (closed) to its answer. */
  durations: number[];
  statuses: number[];
  elapsedMs: number;
  cpuMs: number;
}

async function send(requests: readonly Buffer[], { port, from, to, connections, perSecond }: SendOrder): Promise<SendResult> {
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(port)));
  const durations = new Array<number>(to - from).fill(0);
  const statuses = new Array<number>(to - from).fill(0);
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  let next = from;
  const work = async (connection: HttpConnection) => {
    for (let index = next++; index < to; index = next++) {
      const due = perSecond === null ? performance.now() : startedAt + ((index - from) * 1000) / perSecond;
      // Timers come a little late, never early enough to matter; what is due already goes at once.
      if (due > performance.now() + 0.5) await delay(due - performance.now());
      statuses[index - from] = await connection.send(requests[index] ?? Buffer.alloc(0));
      durations[index - from] = performance.now() - due;
    }
  };
  await Promise.all(open.map(work));
  const elapsedMs = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpuBefore);
  for (const connection of open) connection.close();
  return { durations, statuses, elapsedMs, cpuMs: (user + system) / 1000 };
}

const requests = readRequests(process.argv[2] ?? "");
process.on("message", (order: SendOrder) => void send(requests, order).then((result) => process.send?.({ result })));
process.on("disconnect", () => process.exit(0));
process.send?.({ ready: true });
