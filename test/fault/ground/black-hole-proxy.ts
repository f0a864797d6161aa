import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/**
 * Stands between a server and its database and lets connections go silent: nothing passes any more and nobody is told, as when a cable is
 * pulled or a firewall forgets.
 */
export interface BlackHoleProxy {
  readonly port: number;
  /** How many connections have gone silent. */
  readonly swallowed: number;
  /** All open connections go silent, each after the given number of further bytes from the database (0: at once). */
  swallowOpen(afterBytes: () => number): void;
  /** Whether new connections are silent from their beginning. */
  swallowNew(silent: boolean): void;
  close(): Promise<void>;
}

interface Line {
  /** Bytes from the database that still pass; `null` while nothing is planned. */
  left: number | null;
  silent: boolean;
}

export async function startBlackHoleProxy(target: number): Promise<BlackHoleProxy> {
  const lines = new Set<Line>();
  const sockets = new Set<Socket>();
  let newAreSilent = false;
  let swallowed = 0;
  const silence = (line: Line) => {
    if (!line.silent) swallowed++;
    line.silent = true;
  };

  const server = createServer((client) => {
    const line: Line = { left: null, silent: false };
    if (newAreSilent) silence(line);
    const upstream = connect(target, "127.0.0.1");
    lines.add(line);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      // Silence is the whole point: the end of one side is not told to the other.
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        lines.delete(line);
        if (!line.silent) (socket === client ? upstream : client).destroy();
      });
    }
    client.on("data", (bytes) => {
      if (!line.silent) upstream.write(bytes);
    });
    upstream.on("data", (bytes) => {
      if (line.silent) return;
      const passing = line.left === null ? bytes : bytes.subarray(0, line.left);
      client.write(passing);
      if (line.left === null) return;
      line.left -= passing.length;
      if (line.left <= 0) silence(line);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    get swallowed() {
      return swallowed;
    },
    swallowOpen(afterBytes) {
      for (const line of lines) {
        line.left = afterBytes();
        if (line.left <= 0) silence(line);
      }
    },
    swallowNew(silent) {
      newAreSilent = silent;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
