import { describe, expect, it } from "vitest";
import { jobsSuite } from "../jobs-suite.ts";
import { memoryHarness } from "../memory-harness.ts";
import { askingMutants } from "./asking-mutants.ts";
import { claimingMutants } from "./claiming-mutants.ts";
import { endingMutants } from "./ending-mutants.ts";
import { lookingMutants } from "./looking-mutants.ts";

const jobsMutants = [...askingMutants, ...claimingMutants, ...endingMutants, ...lookingMutants];

const names = jobsSuite({ open: async () => memoryHarness() }).cases.map((each) => each.name);

describe("the jobs suite", () => {
  it.each(jobsMutants)("notices a port that $name", async (mutant) => {
    const failed: string[] = [];
    for (const name of names) {
      const suite = jobsSuite({ open: async () => memoryHarness(mutant.break) });
      const found = suite.cases.find((each) => each.name === name);
      await found?.run().catch(() => failed.push(name));
    }
    expect(failed).toEqual(expect.arrayContaining([...mutant.caughtBy]));
  });

  it("has no case that could not fail, and no case twice", () => {
    expect(new Set(names).size).toBe(names.length);
    const caught = new Set(jobsMutants.flatMap((mutant) => mutant.caughtBy));
    expect(names.filter((name) => !caught.has(name))).toEqual([]);
    expect([...caught].filter((name) => !names.includes(name))).toEqual([]);
  });
});
