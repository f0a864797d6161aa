import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JobsPort } from "@askonce/spec/storage";
import { afterAll, describe, expect, it } from "vitest";
import { describeStorageCases, runStorageCases, storageCases } from "../storage-suite.ts";
import { dataMutants } from "./data-mutants.ts";
import { engineMutants } from "./engine-mutants.ts";
import { referenceDescriptor } from "./reference-descriptor.ts";

const folder = mkdtempSync(join(tmpdir(), "askonce-storage-mutants-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const mutants = [...dataMutants, ...engineMutants];
const names = describeStorageCases().map((each) => each.name);

/** Does nothing at all, and says that all went well. */
const idleJobs: JobsPort = {
  kind: "idle",
  prepare: async () => {},
  enqueue: async () => {},
  claim: async () => [],
  extend: async () => [],
  complete: async () => true,
  fail: async () => {},
  release: async () => {},
  counts: async () => ({ waiting: 0, active: 0, dead: 0, oldestDueMs: null }),
  dead: async () => [],
  revive: async () => true,
  dueLanes: async () => [],
  unfinished: async () => [],
  drop: async () => {},
};

runStorageCases("the reference storage", storageCases(referenceDescriptor(folder)), { describe, it });

describe("the storage suite", () => {
  it.each(mutants)("notices a storage that $name", async ({ caughtBy, breaks = {}, change }) => {
    const descriptor = referenceDescriptor(mkdtempSync(join(folder, "mutant-")), typeof breaks === "function" ? breaks() : breaks, change);
    const cases = storageCases(descriptor);
    for (const name of caughtBy) {
      const found = cases.find((each) => each.name === name);
      await expect(found?.run(), name).rejects.toThrow();
    }
  });

  it("notices jobs that do nothing", async () => {
    const descriptor = referenceDescriptor(folder, { storage: () => ({ jobs: idleJobs }) }, () => ({ skip: [] }));
    const cases = storageCases(descriptor).filter((each) => each.group === "jobs");
    expect(cases.length).toBeGreaterThan(30);
    for (const name of ["jobs-committed-jobs-exist", "jobs-counts", "jobs-unfinished"]) {
      await expect(cases.find((each) => each.name === name)?.run(), name).rejects.toThrow();
    }
    await expect(cases.find((each) => each.name === "jobs-nothing-asked-for")?.run()).resolves.toBeUndefined();
  });

  it("has no case that could not fail, and no case twice", () => {
    expect(new Set(names).size).toBe(names.length);
    const caught = new Set(mutants.flatMap((mutant) => mutant.caughtBy));
    // The cases of the jobs have mutants of their own.
    expect(names.filter((name) => !name.startsWith("jobs-") && !caught.has(name))).toEqual([]);
    expect([...caught].filter((name) => !names.includes(name))).toEqual([]);
  });

  it("takes a skip only with a reason, once, and for what there is", () => {
    const withSkip = (skip: NonNullable<Parameters<typeof storageCases>[0]["skip"]>) => () =>
      storageCases(referenceDescriptor(folder, {}, () => ({ skip })));
    expect(withSkip([{ case: "texts", reason: " " }])).toThrow("needs a reason");
    expect(withSkip([{ case: "nothing-of-that-name", reason: "x" }])).toThrow("no case or group");
    expect(
      withSkip([
        { case: "texts", reason: "x" },
        { group: "values", reason: "x" },
      ]),
    ).toThrow("twice");
    expect(withSkip([{ case: "texts", reason: "x" }])().find((each) => each.name === "texts")?.skip).toBe("x");
  });
});
