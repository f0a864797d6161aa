import type { Clock } from "@askonce/spec";
import { afterEach, describe, expect, it } from "vitest";
import { frame, type SeenRequest, sendProblem, startServer, type TestServer } from "./__fixtures__/test-server.ts";
import { AskonceApiError } from "./api-error.ts";
import { createClient } from "./create-client.ts";
import { type FollowState, followEvents } from "./follow-events.ts";

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** A clock that never waits and writes down how long it should have. */
function instantClock(): Clock & { slept: number[] } {
  const slept: number[] = [];
  return {
    slept,
    now: () => slept.reduce((sum, ms) => sum + ms, 0),
    async sleep(durationMs, signal) {
      signal?.throwIfAborted();
      slept.push(durationMs);
    },
  };
}

async function serveTurns(...turns: ((request: SeenRequest) => { body: string } | { status: number; code: string; extra?: object })[]) {
  server = await startServer((request, response) => {
    const turn = turns[(server?.seen.length ?? 1) - 1]?.(request);
    if (!turn) return void response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
    if ("code" in turn) return sendProblem(response, turn.status, turn.code, { retryable: turn.status === 503, ...turn.extra });
    response.writeHead(200, { "content-type": "text/event-stream" }).end(turn.body);
  });
  return server;
}

describe("following events", () => {
  it("comes back after the last event and gives each of them once", async () => {
    const { url, seen } = await serveTurns(
      () => ({ body: frame(1) + frame(2) }),
      () => ({ body: frame(2) + frame(3) }),
    );
    const controller = new AbortController();
    const received: number[] = [];
    await followEvents(createClient({ baseUrl: url }), {
      signal: controller.signal,
      clock: instantClock(),
      onEvent: ({ sequence }) => {
        received.push(sequence);
        if (sequence === 3) controller.abort();
      },
    });
    expect(received).toEqual([1, 2, 3]);
    expect(seen.map(({ headers }) => headers["last-event-id"])).toEqual([undefined, "2"]);
  });

  it("says when something may have been missed", async () => {
    const { url } = await serveTurns(
      () => ({ body: "" }),
      () => ({ body: frame(8) }),
      () => ({ body: frame(9) }),
    );
    const controller = new AbortController();
    const states: FollowState[] = [];
    await followEvents(createClient({ baseUrl: url }), {
      signal: controller.signal,
      clock: instantClock(),
      onState: (state) => states.push(state),
      onEvent: ({ sequence }) => {
        if (sequence === 9) controller.abort();
      },
    });
    // The first line saw no event, so the second could not say where to go on; the third could.
    expect(states.flatMap((state) => (state.state === "live" ? [state.complete] : []))).toEqual([true, false, true]);
  });

  it("waits longer each time, jittered, and as long as the server asks", async () => {
    const down = () => ({ status: 503, code: "STOPPED" });
    const { url } = await serveTurns(down, down, down, () => ({ status: 503, code: "STOPPED", extra: { retryAfterMs: 4321 } }), down);
    const controller = new AbortController();
    const clock = instantClock();
    await followEvents(createClient({ baseUrl: url }), {
      signal: controller.signal,
      clock,
      random: () => 0.5,
      onState: (state) => state.state === "live" && controller.abort(),
      onEvent: () => undefined,
    });
    expect(clock.slept).toEqual([375, 750, 1500, 4321, 6000]);
  });

  it("never waits more than half a minute and starts short again after a good line", async () => {
    const turns = Array.from({ length: 9 }, () => () => ({ status: 503, code: "STOPPED" }));
    const { url } = await serveTurns(
      ...turns,
      () => ({ body: frame(1) }),
      () => ({ body: "" }),
    );
    const controller = new AbortController();
    const clock = instantClock();
    let live = 0;
    await followEvents(createClient({ baseUrl: url }), {
      signal: controller.signal,
      clock,
      random: () => 1,
      onState: (state) => {
        if (state.state === "live") live += 1;
        if (live === 3) controller.abort();
      },
      onEvent: () => undefined,
    });
    expect(Math.max(...clock.slept)).toBe(30_000);
    expect(clock.slept.slice(-2)).toEqual([500, 1000]);
  });

  it("ends when trying again cannot help", async () => {
    const { url, seen } = await serveTurns(() => ({ status: 401, code: "UNAUTHENTICATED" }));
    const following = followEvents(createClient({ baseUrl: url }), {
      signal: new AbortController().signal,
      clock: instantClock(),
      onEvent: () => undefined,
    });
    await expect(following).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect(seen).toHaveLength(1);
  });

  it("ends with what the handler throws, even a retryable error, instead of losing the event", async () => {
    const { url } = await serveTurns(() => ({ body: frame(1) }));
    const thrown = new AskonceApiError("NETWORK_FAILED", { message: "from the handler", retryable: true });
    const following = followEvents(createClient({ baseUrl: url }), {
      signal: new AbortController().signal,
      clock: instantClock(),
      onEvent: () => Promise.reject(thrown),
    });
    await expect(following).rejects.toBe(thrown);
  });

  it("stops at once while it waits on the real clock", async () => {
    const { url } = await serveTurns(() => ({ status: 503, code: "STOPPED", extra: { retryAfterMs: 60_000 } }));
    const controller = new AbortController();
    await followEvents(createClient({ baseUrl: url }), {
      signal: controller.signal,
      onState: (state) => {
        if (state.state === "waiting") queueMicrotask(() => controller.abort());
      },
      onEvent: () => undefined,
    });
    expect(controller.signal.aborted).toBe(true);
  });
});
