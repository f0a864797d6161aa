import type { StorefrontFault, StorefrontFaults } from "./faults.ts";

export interface FaultyFetch extends StorefrontFaults {
  fetch: typeof globalThis.fetch;
}

export interface FaultyFetchOptions {
  /** Called when a request starts; what it returns is called when the request ends or begins to hang. */
  onRequest?: () => () => void;
  /** Written into every faulty answer, as vendors repeat keys and e-mails in theirs; must not come out of the adapter. */
  echo?: string;
}

/** Puts {@link StorefrontFaults} in front of a `fetch`. */
export function faultyFetch(inner: typeof globalThis.fetch, options: FaultyFetchOptions = {}): FaultyFetch {
  let current: { fault: StorefrontFault; times: number } | null = null;
  let requests = 0;

  function takeFault(): StorefrontFault | null {
    if (current === null || current.times <= 0) return null;
    current.times -= 1;
    return current.fault;
  }

  return {
    next: (fault, times) => {
      current = { fault, times };
    },
    requestCount: () => requests,
    fetch: async (input, init) => {
      const release = options.onRequest?.() ?? (() => {});
      try {
        const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
        signal?.throwIfAborted();
        requests++;
        const fault = takeFault();
        if (fault === null) return await inner(input, init);
        if (fault.kind === "hang") {
          release();
          return await hang(signal ?? undefined);
        }
        return faultyAnswer(fault, options.echo ?? "");
      } finally {
        release();
      }
    },
  };
}

function hang(signal: AbortSignal | undefined): Promise<Response> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

function faultyAnswer(fault: Exclude<StorefrontFault, { kind: "hang" }>, echo: string): Response {
  const json = { "content-type": "application/json; charset=utf-8" };
  const body = JSON.stringify({ code: "fault", message: `Refused for ${echo}`, errors: `Refused for ${echo}` });
  switch (fault.kind) {
    case "unauthorized":
      return new Response(body, { status: 401, headers: json });
    case "rateLimited":
      return new Response(body, { status: 429, headers: { ...json, "retry-after": String(fault.retryAfterSeconds) } });
    case "serverError":
      return new Response(body, { status: fault.status, headers: json });
    case "htmlInsteadOfJson":
      return new Response(`<!doctype html><title>Log in</title><p>${echo}</p>`, {
        status: 200,
        headers: { "content-type": "text/html; charset=utf-8" },
      });
    case "truncatedJson":
      return new Response(`{"data":{"message":"${echo}`, { status: 200, headers: json });
    case "refused":
      // The shape of Node's own failure: the reason is in the cause, and messages of proxies repeat the URL with its keys.
      throw new TypeError("fetch failed", {
        cause: Object.assign(new Error(`connect ECONNREFUSED for ${echo}`), { code: "ECONNREFUSED" }),
      });
  }
}
