import type { Askonce } from "@askonce/core";

type Handler = Askonce["handler"];
type Desk = (request: Request) => Promise<Response | null>;

/** The desk at `/` and the API below it, in one handler. The desk's files are read with the first request for them. */
export function deskAndApi(handler: Handler, onDeskMissing: () => void): Handler {
  let desk: Promise<Desk> | null = null;
  const openDesk = async (): Promise<Desk> => {
    const { createDesk } = await import("@askonce/desk");
    try {
      return createDesk();
    } catch {
      onDeskMissing();
      return async () => null;
    }
  };
  return async (request, info) => {
    if (!new URL(request.url).pathname.startsWith("/api/")) {
      desk ??= openDesk();
      const page = await (await desk)(request);
      if (page) return page;
    }
    return handler(request, info);
  };
}
