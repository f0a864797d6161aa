import { createServer, type RequestListener } from "node:http";
import { CommandError } from "../output/command-error.ts";
import { exitCodes } from "../output/exit-codes.ts";

export interface ListeningServer {
  /** `http://127.0.0.1:4400`, without a slash at the end. */
  url: string;
  port: number;
  /** Stops listening and cuts what is open, event streams included. */
  close(): Promise<void>;
}

/** @throws CommandError when the port is in use or the host is not one of this machine's addresses */
export function listen(listener: RequestListener, options: { port: number; host: string }): Promise<ListeningServer> {
  const server = createServer(listener);
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") reject(new CommandError("portInUse", { port: options.port }, exitCodes.failed));
      else if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
        reject(new CommandError("hostUnusable", { host: options.host }, exitCodes.usage));
      else reject(error);
    });
    server.listen(options.port, options.host, () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : options.port;
      const host = options.host.includes(":") ? `[${options.host}]` : options.host;
      resolve({
        url: `http://${host}:${port}`,
        port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
