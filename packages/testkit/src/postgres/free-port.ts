import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/**
 * A port of 127.0.0.1 that nobody listens on right now.
 *
 * Not one that the system hands out itself: those come from the range it also takes for outgoing connections, and a client that keeps
 * connecting to a stopped server in that range sooner or later is given the server's port as its own, connects to itself and holds the
 * port against the server's return. The range starts at 32768 on Linux and at 49152 elsewhere.
 */
export async function freePort(isFree: (port: number) => Promise<boolean> = canListen): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
  throw new Error("no free port of 127.0.0.1 between 20000 and 32000 in 100 attempts");
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve(true)));
  });
}
