import { expect, it } from "vitest";
import { coalesce } from "./coalesce.ts";

function harness() {
  const timers: (() => void)[] = [];
  const running: (() => void)[] = [];
  let runs = 0;
  const coalesced = coalesce(
    () => {
      runs += 1;
      return new Promise((resolve) => running.push(resolve));
    },
    { delayMs: 100, setTimer: (run) => timers.push(run), clearTimer: () => timers.splice(0) },
  );
  return {
    coalesced,
    runs: () => runs,
    fire: () => timers.splice(0).forEach((run) => void run()),
    async finish() {
      running.splice(0).forEach((resolve) => void resolve());
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

it("makes one run of a burst", async () => {
  const { coalesced, runs, fire } = harness();
  for (let count = 0; count < 500; count += 1) coalesced.request();
  fire();
  expect(runs()).toBe(1);
});

it("makes one more run of what came while it ran, and none while it runs", async () => {
  const { coalesced, runs, fire, finish } = harness();
  coalesced.request();
  fire();
  for (let count = 0; count < 500; count += 1) coalesced.request();
  fire();
  expect(runs()).toBe(1);
  await finish();
  fire();
  expect(runs()).toBe(2);
  await finish();
  fire();
  expect(runs()).toBe(2);
});

it("goes on after a run that failed", async () => {
  let runs = 0;
  const timers: (() => void)[] = [];
  const { request } = coalesce(
    async () => {
      runs += 1;
      throw new Error("offline");
    },
    { delayMs: 1, setTimer: (run) => timers.push(run), clearTimer: () => undefined },
  );
  for (const expected of [1, 2]) {
    request();
    timers.splice(0).forEach((run) => void run());
    await new Promise((resolve) => setImmediate(resolve));
    expect(runs).toBe(expected);
  }
});

it("does nothing after it was cancelled", () => {
  const { coalesced, runs, fire } = harness();
  coalesced.request();
  coalesced.cancel();
  coalesced.request();
  fire();
  expect(runs()).toBe(0);
});
