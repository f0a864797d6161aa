import type { RequestHandlerServer } from "@askonce/testkit/server";

/** On the port it had before, if that is free: links and pictures in stored orders point there. */
export async function serveAgain(handle: (request: Request) => Promise<Response>, port: number): Promise<RequestHandlerServer> {
  const { serveRequestHandler } = await import("@askonce/testkit/server");
  return serveRequestHandler(handle, { port }).catch(() => serveRequestHandler(handle));
}
