import type { ConformanceCase, ConformanceGroup } from "./case.ts";

/** The part of vitest's, Jest's or Bun's functions that is used. */
export interface VitestFunctions {
  describe: (name: string, body: () => void) => unknown;
  it: ((name: string, body: () => Promise<void>) => unknown) & { skip: (name: string, body: () => Promise<void>) => unknown };
}

/** Registers each case as a test, grouped; skipped ones appear with their reason. Call it at the top level of a test file. */
export function runWithVitest(cases: readonly ConformanceCase[], { describe, it }: VitestFunctions): void {
  for (const [group, members] of byGroup(cases)) {
    describe(group, () => {
      for (const each of members) {
        if (each.skip === null) it(`${each.name}: ${each.title}`, each.run);
        else it.skip(`${each.name}: ${each.skip}`, each.run);
      }
    });
  }
}

/** The part of `node:test` that is used. */
export interface NodeTestFunctions {
  describe: (name: string, body: () => void) => unknown;
  it: (name: string, options: { skip: string | false }, body: () => Promise<void>) => unknown;
}

/** As {@link runWithVitest}, for `import { describe, it } from "node:test"`. */
export function runWithNodeTest(cases: readonly ConformanceCase[], { describe, it }: NodeTestFunctions): void {
  for (const [group, members] of byGroup(cases)) {
    describe(group, () => {
      for (const each of members) it(`${each.name}: ${each.title}`, { skip: each.skip ?? false }, each.run);
    });
  }
}

/** How one case ended. */
export interface CaseResult {
  name: string;
  group: ConformanceGroup;
  outcome: "passed" | "failed" | "skipped";
  /** Why it was skipped or what it failed on; `null` when it passed. */
  reason: string | null;
}

/** Runs the cases one after the other without a test framework. Never rejects for a failing case. */
export async function runCases(cases: readonly ConformanceCase[]): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const each of cases) {
    const { name, group } = each;
    if (each.skip !== null) {
      results.push({ name, group, outcome: "skipped", reason: each.skip });
      continue;
    }
    try {
      await each.run();
      results.push({ name, group, outcome: "passed", reason: null });
    } catch (error) {
      results.push({ name, group, outcome: "failed", reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return results;
}

function byGroup(cases: readonly ConformanceCase[]): Map<ConformanceGroup, ConformanceCase[]> {
  const groups = new Map<ConformanceGroup, ConformanceCase[]>();
  for (const each of cases) groups.set(each.group, [...(groups.get(each.group) ?? []), each]);
  return groups;
}
