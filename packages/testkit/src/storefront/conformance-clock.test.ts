import { afterEach, describe, expect, it } from "vitest";
import { type ConformanceClock, conformanceClock } from "./conformance-clock.ts";

const start = Date.parse("2026-11-21T10:00:00.000Z");
let clock: ConformanceClock = conformanceClock(start);

afterEach(() => {
  clock.stop();
  clock = conformanceClock(start);
});

describe("conformanceClock", () => {
  it("jumps to the end of a sleep instead of waiting", async () => {
    const realStart = Date.now();
    await clock.sleep(3_600_000);
    expect(clock.now()).toBe(start + 3_600_000);
    expect(Date.now() - realStart).toBeLessThan(2_000);
  });

  it("wakes sleepers in the order of their time", async () => {
    const woken: string[] = [];
    await Promise.all([clock.sleep(500).then(() => woken.push("late")), clock.sleep(100).then(() => woken.push("early"))]);
    expect(woken).toEqual(["early", "late"]);
    expect(clock.now()).toBe(start + 500);
  });

  it("does not move for a sleep that was aborted", async () => {
    const controller = new AbortController();
    const sleep = clock.sleep(60_000, controller.signal);
    controller.abort(new Error("answered"));
    await expect(sleep).rejects.toThrow("answered");
    await expect(clock.sleep(1, controller.signal)).rejects.toThrow("answered");
    expect(clock.now()).toBe(start);
  });

  it("lets a time limit run out only when nothing is under way", async () => {
    const release = clock.hold();
    let isOver = false;
    const limit = clock.sleep(10_000).then(() => {
      isOver = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isOver).toBe(false);
    release();
    await limit;
    expect(clock.now()).toBe(start + 10_000);
  });

  it("wakes those who are due when it is moved by hand", async () => {
    const release = clock.hold();
    const sleep = clock.sleep(1_000);
    clock.advance(5_000);
    await sleep;
    expect(clock.now()).toBe(start + 5_000);
    release();
  });

  it("wakes nobody after it was stopped", async () => {
    let isAwake = false;
    void clock.sleep(1).then(() => {
      isAwake = true;
    });
    clock.stop();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(isAwake).toBe(false);
    expect(clock.now()).toBe(start);
  });
});
