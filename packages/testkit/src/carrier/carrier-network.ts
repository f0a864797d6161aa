import { answerFault, type CourierFaults, createCourierFaults, hangUntilAborted } from "../courier/courier-faults.ts";

/** The way between an adapter and its courier, with faults on it and an account of what was said. */
export interface CarrierNetwork {
  fetch: typeof globalThis.fetch;
  faults: CourierFaults;
  /** How many requests were made, those with a fault included, those aborted before not. */
  requestCount(): number;
  /** The bodies the courier answered with, without those of faults. */
  bodies(): readonly string[];
  forgetBodies(): void;
}

/**
 * @param hold called when a request starts; what it returns is called when it ends or begins to hang
 * @param echo written into every faulty answer
 */
export function carrierNetwork(inner: typeof globalThis.fetch, hold: () => () => void, echo: string): CarrierNetwork {
  const faults = createCourierFaults();
  const bodies: string[] = [];
  let requests = 0;

  async function answer(input: string | URL | Request, init: RequestInit | undefined, release: () => void): Promise<Response> {
    const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
    signal?.throwIfAborted();
    requests++;
    const fault = faults.take();
    // What a fake does by itself, being slow or forgetting tokens, is left to it.
    if (fault === null || fault.kind === "slow" || fault.kind === "expiredToken") {
      const response = await inner(input, init);
      bodies.push(await response.clone().text());
      return response;
    }
    if (fault.kind === "hang") {
      release();
      return hangUntilAborted(signal ?? undefined);
    }
    if (fault.kind === "refused") {
      // The shape of Node's own failure: the reason is in the cause, and messages of proxies repeat the URL with its keys.
      throw new TypeError("fetch failed", {
        cause: Object.assign(new Error(`connect ECONNREFUSED for ${echo}`), { code: "ECONNREFUSED" }),
      });
    }
    return answerFault(fault, echo);
  }

  return {
    faults,
    requestCount: () => requests,
    bodies: () => bodies,
    forgetBodies: () => {
      bodies.length = 0;
    },
    fetch: async (input, init) => {
      const release = hold();
      try {
        return await answer(input, init, release);
      } finally {
        release();
      }
    },
  };
}
