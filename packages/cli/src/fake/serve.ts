import type { RequestHandlerServer } from "@askonce/testkit/server";
import { CommandError } from "../output/command-error.ts";
import { exitCodes } from "../output/exit-codes.ts";

/** A fake that is there to be asked, with the lines that say how. */
export interface Served {
  url: string;
  lines: string[];
  close(): Promise<void>;
}

/** @throws CommandError when the port is in use */
export async function serve(handle: (request: Request) => Promise<Response>, port: number): Promise<RequestHandlerServer> {
  const { serveRequestHandler } = await import("@askonce/testkit/server");
  return serveRequestHandler(handle, { port }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EADDRINUSE") throw new CommandError("portInUse", { port }, exitCodes.failed);
    throw error;
  });
}
