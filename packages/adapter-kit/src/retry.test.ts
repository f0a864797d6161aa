import { AskonceError } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { createFakeClock } from "./__fixtures__/fake-clock.ts";
import { parseRetryAfter, type RetryOptions, withRetry } from "./retry.ts";

const unavailable = (retryAfterMs?: number) => new AskonceError("ADAPTER_UNAVAILABLE", retryAfterMs === undefined ? {} : { retryAfterMs });

/** Fails with the given errors in turn, then answers. */
function failing(...errors: unknown[]) {
  const numbers: number[] = [];
  return {
    numbers,
    attempt: async (attemptNumber: number) => {
      numbers.push(attemptNumber);
      if (errors.length > 0) throw errors.shift();
      return "done";
    },
  };
}

async function run(attempt: (attemptNumber: number) => Promise<string>, options: RetryOptions = {}) {
  const clock = createFakeClock();
  const controller = new AbortController();
  const outcome = withRetry(attempt, { clock, signal: controller.signal }, { random: () => 0, ...options }).catch(
    (error: unknown) => error,
  );
  await clock.advance(10 * 60_000);
  return { outcome: await outcome, slept: clock.slept };
}

describe("withRetry", () => {
  it("answers at once when nothing fails", async () => {
    const { attempt, numbers } = failing();
    expect(await run(attempt)).toEqual({ outcome: "done", slept: [] });
    expect(numbers).toEqual([1]);
  });

  it("waits twice as long each time", async () => {
    const { attempt, numbers } = failing(unavailable(), unavailable(), unavailable());
    expect(await run(attempt)).toEqual({ outcome: "done", slept: [500, 1000, 2000] });
    expect(numbers).toEqual([1, 2, 3, 4]);
  });

  it("adds up to a quarter of jitter", async () => {
    const { attempt } = failing(unavailable(), unavailable());
    expect((await run(attempt, { random: () => 0.999 })).slept.map(Math.round)).toEqual([625, 1250]);
  });

  it("gives up after the last try with the last error", async () => {
    const last = unavailable();
    const { attempt, numbers } = failing(unavailable(), unavailable(), last, unavailable());
    const { outcome, slept } = await run(attempt, { attempts: 3 });
    expect(outcome).toBe(last);
    expect(numbers).toHaveLength(3);
    expect(slept).toHaveLength(2);
  });

  it("waits as long as the vendor says, also not at all", async () => {
    const { attempt } = failing(unavailable(7000), unavailable(0));
    expect(await run(attempt)).toEqual({ outcome: "done", slept: [7000, 0] });
  });

  it("fails at once when the vendor asks for more patience than there is", async () => {
    const error = unavailable(30_001);
    expect(await run(failing(error).attempt)).toEqual({ outcome: error, slept: [] });
    expect(await run(failing(unavailable(30_000)).attempt)).toEqual({ outcome: "done", slept: [30_000] });
  });

  it("never waits longer than the limit by itself", async () => {
    const { slept } = await run(failing(...Array.from({ length: 9 }, () => unavailable())).attempt, { attempts: 10, random: () => 1 });
    expect(Math.max(...slept)).toBe(30_000);
    expect(slept.filter((one) => one === 30_000).length).toBeGreaterThan(2);
  });

  it.each([
    ["one that is not retryable", new AskonceError("ADAPTER_UNAUTHORIZED")],
    ["a write's rejection", new AskonceError("ADAPTER_REJECTED")],
    ["a programming error", new TypeError("undefined is not a function")],
    ["something that is no error", "oops"],
  ])("does not try again after %s", async (_name, error) => {
    const { attempt, numbers } = failing(error);
    expect(await run(attempt)).toEqual({ outcome: error, slept: [] });
    expect(numbers).toEqual([1]);
  });

  it("ends while it waits when the call is aborted", async () => {
    const clock = createFakeClock();
    const controller = new AbortController();
    const { attempt, numbers } = failing(unavailable(), unavailable());
    const outcome = withRetry(attempt, { clock, signal: controller.signal }).catch((error: unknown) => error);
    await clock.advance(100);
    controller.abort(new Error("stopped"));
    expect(await outcome).toEqual(new Error("stopped"));
    expect(numbers).toEqual([1]);
  });

  it("does not begin when the call was aborted before", async () => {
    const { attempt, numbers } = failing();
    const context = { clock: createFakeClock(), signal: AbortSignal.abort(new Error("stopped")) };
    await expect(withRetry(attempt, context)).rejects.toThrow("stopped");
    expect(numbers).toEqual([]);
  });
});

describe("parseRetryAfter", () => {
  const now = Date.parse("2026-11-21T10:00:00Z");

  it.each([
    ["2", 2000],
    ["2.0", 2000],
    ["0.5", 500],
    ["0", 0],
    [" 10 ", 10_000],
    ["Sat, 21 Nov 2026 10:00:30 GMT", 30_000],
    ["Saturday, 21-Nov-26 10:00:30 GMT", 30_000],
    ["Sat, 21 Nov 2026 09:59:00 GMT", 0],
  ])("%j is %i ms", (header, expected) => {
    expect(parseRetryAfter(header, now)).toBe(expected);
  });

  it.each([null, undefined, "", "soon", "-1", "1e3", "2 s", "v2 1", "Sat, 99 Nov 2026 10:00:30 GMT"])("%j says nothing", (header) => {
    expect(parseRetryAfter(header, now)).toBeUndefined();
  });
});
