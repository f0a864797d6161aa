import type { DraftCheck } from "@askonce/spec";
import { expect, it } from "vitest";
import { createDraftChecker } from "./draft-checker.ts";

const nothing: DraftCheck = { mode: "warn", language: "en", asks: [], disclosures: [] };

function stage() {
  const calls: { text: string; signal: AbortSignal; answer(check: DraftCheck): void; fail(): void }[] = [];
  const results: [text: string, checked: boolean, failed: boolean][] = [];
  let pending: { run(): void; ms: number } | null = null;
  const checker = createDraftChecker({
    check: (text, signal) =>
      new Promise((resolve, reject) => calls.push({ text, signal, answer: resolve, fail: () => reject(new Error("offline")) })),
    onResult: ({ check, text, failed }) => results.push([text, check !== null, failed]),
    setTimer: (run, ms) => {
      pending = { run, ms };
      return pending;
    },
    clearTimer: (timer) => {
      if (pending === timer) pending = null;
    },
  });
  return {
    checker,
    calls,
    results,
    /** The writer pauses; gives how long they had to. */
    pause() {
      const due = pending;
      pending = null;
      due?.run();
      return due?.ms ?? null;
    },
    settle: () => new Promise((resolve) => setImmediate(resolve)),
  };
}

it("reads what was written when the writer pauses, once", async () => {
  const { checker, calls, results, pause, settle } = stage();
  for (const text of ["H", "He", "Hey"]) checker.write(text);
  expect(calls).toEqual([]);
  expect(pause()).toBe(300);
  calls[0]?.answer(nothing);
  await settle();
  expect(calls.map(({ text }) => text)).toEqual(["Hey"]);
  expect(results).toEqual([["Hey", true, false]]);
  checker.write("Hey");
  expect(pause()).toBeNull();
});

it("aborts the call about an older text and does not believe its answer", async () => {
  const { checker, calls, results, pause, settle } = stage();
  checker.write("one");
  pause();
  checker.write("one two");
  expect(calls[0]?.signal.aborted).toBe(true);
  calls[0]?.answer(nothing);
  await settle();
  expect(results).toEqual([]);
  pause();
  calls[1]?.answer(nothing);
  await settle();
  expect(results).toEqual([["one two", true, false]]);
});

it("says that it could not check, and tries again with the next words", async () => {
  const { checker, calls, results, pause, settle } = stage();
  checker.write("one");
  pause();
  calls[0]?.fail();
  await settle();
  checker.write("one");
  pause();
  calls[1]?.answer(nothing);
  await settle();
  expect(results).toEqual([
    ["one", false, true],
    ["one", true, false],
  ]);
});

it("does not ask about an empty draft, and forgets what it knew at once", () => {
  const { checker, calls, results, pause } = stage();
  checker.write("  ");
  expect(pause()).toBeNull();
  expect(calls).toEqual([]);
  expect(results).toEqual([["  ", false, false]]);
});

it("is silent after it was stopped", async () => {
  const { checker, calls, results, pause, settle } = stage();
  checker.write("one");
  pause();
  checker.stop();
  calls[0]?.answer(nothing);
  await settle();
  expect(results).toEqual([]);
});
