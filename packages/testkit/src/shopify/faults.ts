/** Something that goes wrong with the next requests instead of, or after, the answer. */
export type Fault =
  | { kind: "status"; status: number; retryAfter: string | null }
  | { kind: "html" }
  | { kind: "throttle" }
  | { kind: "hang" }
  | { kind: "drop"; afterExecution: boolean };

/** Faults waiting for requests, first in, first out. */
export interface FaultQueue {
  add(fault: Fault, times: number): void;
  next(): Fault | undefined;
  clear(): void;
}

export function createFaultQueue(): FaultQueue {
  let faults: Fault[] = [];
  return {
    add(fault, times) {
      for (let count = 0; count < times; count += 1) faults.push(fault);
    },
    next: () => faults.shift(),
    clear() {
      faults = [];
    },
  };
}

/** The answer of a failing Shopify: JSON for 429, an HTML page for 5xx, as its load balancers send. */
export function failure(status: number, retryAfter: string | null): Response {
  const headers: Record<string, string> = retryAfter === null ? {} : { "Retry-After": retryAfter };
  if (status === 429) {
    return Response.json(
      { errors: "Exceeded 2 calls per second for api client. Reduce request rates to resume uninterrupted service." },
      { status, headers },
    );
  }
  return new Response(errorPage(status), { status, headers: { ...headers, "Content-Type": "text/html; charset=utf-8" } });
}

/** An HTML page with status 200, such as a maintenance or challenge page gives. */
export function htmlAnswer(): Response {
  return new Response(errorPage(200), { status: 200, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

function errorPage(status: number): string {
  return `<!DOCTYPE html><html><head><title>Something went wrong</title></head><body><h1>Something went wrong</h1><p>Status ${status}</p></body></html>`;
}

/** Never answers; ends only when the caller gives up. */
export function hang(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
