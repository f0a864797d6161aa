import type { AdapterContext } from "@askonce/spec";
import { recordingLogger } from "@askonce/testkit";

/** Answers what FAN Courier would, and notes what it was asked. */
export interface FanDouble {
  fetch: typeof globalThis.fetch;
  requests: { method: string; url: URL; headers: Headers; body: string }[];
  signIns(): number;
}

/** What FAN answers to a sign-in and to the question for parcels; each call takes the next answer, the last one stays. */
export interface FanAnswers {
  signIn?: (() => Response)[];
  tracking: (() => Response)[];
}

export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });

export const token = (text = "token-1", expiresAt: string | null = "2026-11-22 12:00:00"): Response =>
  json({ status: "success", data: { token: text, expiresAt } });

export const parcels = (...data: unknown[]): Response => json({ status: "success", data });

export function fanDouble({ signIn = [() => token()], tracking }: FanAnswers): FanDouble {
  const requests: FanDouble["requests"] = [];
  const asked = { signIn: 0, tracking: 0 };
  return {
    requests,
    signIns: () => asked.signIn,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const url = new URL(request.url);
      requests.push({ method: request.method, url, headers: request.headers, body: await request.text() });
      const kind = url.pathname === "/login" ? "signIn" : "tracking";
      const answers = kind === "signIn" ? signIn : tracking;
      const answer = answers[Math.min(asked[kind]++, answers.length - 1)];
      return answer ? answer() : json({ message: "no such route" }, 404);
    },
  };
}

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
