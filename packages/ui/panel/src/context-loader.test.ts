import type { Context } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { delivered, foreignLinked as stale } from "./__fixtures__/contexts.ts";
import { deferred } from "./__fixtures__/deferred.ts";
import { startContextLoader } from "./context-loader.ts";

/** A source whose answers the test gives by hand, and a clock that only the test moves. */
function stage() {
  const log: string[] = [];
  const asked: { resolve(context: Context): void; reject(reason: unknown): void; signal: AbortSignal }[] = [];
  const timers: { delayMs: number; call: () => void }[] = [];
  let change = () => {};
  let subscribed = false;
  const loader = startContextLoader({
    ticketId: "tkt_1",
    source: {
      load: (_, signal) => {
        const { promise, resolve, reject } = deferred<Context>();
        asked.push({ resolve, reject, signal });
        return promise;
      },
    },
    subscribe: (ticketId, onChange) => {
      log.push(`subscribe ${ticketId}`);
      change = onChange;
      subscribed = true;
      return () => {
        subscribed = false;
      };
    },
    view: {
      loading: () => log.push("loading"),
      loaded: (context) => log.push(`loaded ${context.ticket.number}`),
      failed: (error) => log.push(`failed ${(error as Error).message}`),
    },
    after: (delayMs, call) => {
      const timer = { delayMs, call };
      timers.push(timer);
      return () => {
        const index = timers.indexOf(timer);
        if (index >= 0) timers.splice(index, 1);
      };
    },
  });
  const answer = async (index: number, context: Context | Error) => {
    if (context instanceof Error) asked[index]?.reject(context);
    else asked[index]?.resolve(context);
    await new Promise<void>((resolve) => setImmediate(resolve));
  };
  return { log, asked, timers, loader, answer, change: () => change(), isSubscribed: () => subscribed };
}

describe("startContextLoader", () => {
  it("loads at once and listens for changes", async () => {
    const { log, answer } = stage();
    await answer(0, delivered);
    expect(log).toEqual(["loading", "subscribe tkt_1", "loaded 402"]);
  });
  it("asks once more for any number of changes while it is asking", async () => {
    const { asked, answer, change } = stage();
    change();
    change();
    change();
    expect(asked.length).toBe(1);
    await answer(0, delivered);
    expect(asked.length).toBe(2);
    await answer(1, delivered);
    expect(asked.length).toBe(2);
  });
  it("looks again for the live read behind a stale answer, three times at most", async () => {
    const { timers, answer } = stage();
    const waits: number[] = [];
    for (let index = 0; index < 4; index += 1) {
      await answer(index, stale);
      const timer = timers.shift();
      if (timer) waits.push(timer.delayMs);
      timer?.call();
    }
    expect(waits).toEqual([2_000, 4_000, 8_000]);
  });
  it("stops looking again once it is fresh", async () => {
    const { timers, answer } = stage();
    await answer(0, stale);
    timers.shift()?.call();
    await answer(1, delivered);
    expect(timers).toEqual([]);
  });
  it("tells a failure and tries again when asked", async () => {
    const { log, answer, loader } = stage();
    await answer(0, new Error("down"));
    loader.reload();
    await answer(1, delivered);
    expect(log.slice(2)).toEqual(["failed down", "loading", "loaded 402"]);
  });
  it("says nothing any more after stop", async () => {
    const { log, asked, timers, answer, loader, isSubscribed } = stage();
    loader.stop();
    expect(asked[0]?.signal.aborted).toBe(true);
    await answer(0, stale);
    expect(log).toEqual(["loading", "subscribe tkt_1"]);
    expect(timers).toEqual([]);
    expect(isSubscribed()).toBe(false);
  });
});
