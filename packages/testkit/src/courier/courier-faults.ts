/**
 * Something that goes wrong between an adapter and its courier. `html`: a challenge page with status 200. `slow` sleeps on the world's clock
 * and then answers. `expiredToken`: what was signed in is forgotten. `hang` never answers, but lets go when the request is aborted.
 * `refused`: the connection is cut.
 */
export type CourierFault =
  | { kind: "html" }
  | { kind: "rateLimited"; retryAfterSeconds: number }
  | { kind: "serverError"; status: 500 | 502 | 503 }
  | { kind: "emptyBody" }
  | { kind: "brokenJson" }
  | { kind: "unauthorized" }
  | { kind: "forbidden" }
  | { kind: "slow"; durationMs: number }
  | { kind: "expiredToken" }
  | { kind: "hang" }
  | { kind: "refused" };

/** Faults waiting for the next requests. */
export interface CourierFaults {
  /**
   * The next `times` requests (default 1; `Number.POSITIVE_INFINITY` for all of them) meet the fault, whatever they ask for. What is left of
   * an earlier fault is dropped.
   */
  next(fault: CourierFault, times?: number): void;
  clear(): void;
}

export interface CourierFaultQueue extends CourierFaults {
  /** The fault that the request before us meets, `null` when there is none. */
  take(): CourierFault | null;
}

export function createCourierFaults(): CourierFaultQueue {
  let current: { fault: CourierFault; times: number } | null = null;
  return {
    next: (fault, times = 1) => {
      current = { fault, times };
    },
    clear: () => {
      current = null;
    },
    take: () => {
      if (current === null || current.times <= 0) return null;
      current.times -= 1;
      return current.fault;
    },
  };
}

/** A fault that is an answer of its own. */
export type AnsweredFault = Exclude<CourierFault, { kind: "slow" | "expiredToken" | "hang" | "refused" }>;

/** @param echo is written into the answer, as vendors repeat keys and names in theirs; it must not come out of an adapter */
export function answerFault(fault: AnsweredFault, echo: string): Response {
  const json = { "content-type": "application/json; charset=utf-8" };
  const body = JSON.stringify({ code: "fault", message: `Refused for ${echo}`, error: `Refused for ${echo}` });
  switch (fault.kind) {
    case "html":
      return new Response(`<!doctype html><title>Just a moment</title><p>${echo}</p>`, {
        headers: { "content-type": "text/html; charset=utf-8" },
      });
    case "rateLimited":
      return new Response(body, { status: 429, headers: { ...json, "retry-after": String(fault.retryAfterSeconds) } });
    case "serverError":
      return new Response(body, { status: fault.status, headers: json });
    case "emptyBody":
      return new Response("", { headers: json });
    case "brokenJson":
      return new Response(`{"data":{"message":"${echo}`, { headers: json });
    case "unauthorized":
      return new Response(body, { status: 401, headers: json });
    case "forbidden":
      return new Response(body, { status: 403, headers: json });
  }
}

/** Never answers; rejects with the signal's reason when it is aborted. */
export function hangUntilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
