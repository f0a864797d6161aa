import { type AdapterContext, AskonceError } from "@askonce/spec";
import { recordingLogger } from "@askonce/testkit";

/** Answers what a courier would, and notes what it was asked. Each request takes the next answer, the last one stays. */
export function double(...answers: (() => Response)[]): {
  fetch: typeof globalThis.fetch;
  requests: { method: string; url: URL; body: string }[];
} {
  const requests: { method: string; url: URL; body: string }[] = [];
  return {
    requests,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const answer = answers[Math.min(requests.length, answers.length - 1)];
      requests.push({ method: request.method, url: new URL(request.url), body: await request.text() });
      return answer ? answer() : Response.error();
    },
  };
}

export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });

export const page = (): Response => new Response("<!doctype html><p>Just a moment", { headers: { "content-type": "text/html" } });

export function testContext(fetch: typeof globalThis.fetch): AdapterContext & { logger: ReturnType<typeof recordingLogger> } {
  let now = Date.parse("2026-11-21T10:00:00Z");
  return {
    signal: new AbortController().signal,
    logger: recordingLogger(),
    clock: {
      now: () => now,
      async sleep(durationMs) {
        now += durationMs;
      },
    },
    fetch,
    idempotencyKey: "test-1",
    priority: "agent",
  };
}

/** The askonce error a promise fails with. */
export async function failureOf(promise: Promise<unknown>): Promise<AskonceError> {
  const error: unknown = await promise.then(
    () => new Error("It did not fail"),
    (cause: unknown) => cause,
  );
  if (!AskonceError.is(error)) throw error;
  return error;
}
