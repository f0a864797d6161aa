import { type CarrierCase, type CarrierGroup, carrierGroups } from "./carrier-case.ts";

/** The part of vitest's, Jest's or Bun's functions that is used. */
export interface CarrierTestFunctions {
  describe: (name: string, body: () => void) => unknown;
  it: ((name: string, body: () => Promise<void>) => unknown) & { skip: (name: string, body: () => Promise<void>) => unknown };
}

/** Registers each case as a test, grouped; skipped ones appear with their reason. Call it at the top level of a test file. */
export function runCarrierCases(cases: readonly CarrierCase[], { describe, it }: CarrierTestFunctions): void {
  for (const group of carrierGroups) {
    const members = cases.filter((each) => each.group === group);
    if (members.length === 0) continue;
    describe(group, () => {
      for (const each of members) {
        if (each.skip === null) it(`${each.name}: ${each.title}`, each.run);
        else it.skip(`${each.name}: ${each.skip}`, each.run);
      }
    });
  }
}

/** What an adapter's documentation says about its conformance. Plain JSON. */
export interface CarrierReport {
  name: string;
  /** Nothing failed. Skipped cases do not count against it: they are listed. */
  ok: boolean;
  groups: {
    group: CarrierGroup;
    passed: number;
    failed: { case: string; reason: string }[];
    skipped: { case: string; reason: string }[];
  }[];
}

/** Runs the cases one after the other without a test framework and sums them up. Never rejects for a failing case. */
export async function carrierReport(name: string, cases: readonly CarrierCase[]): Promise<CarrierReport> {
  const groups = new Map(
    carrierGroups.map((group): [CarrierGroup, CarrierReport["groups"][number]] => [group, { group, passed: 0, failed: [], skipped: [] }]),
  );
  for (const each of cases) {
    const report = groups.get(each.group);
    if (report === undefined) continue;
    if (each.skip !== null) {
      report.skipped.push({ case: each.name, reason: each.skip });
      continue;
    }
    try {
      await each.run();
      report.passed++;
    } catch (error) {
      report.failed.push({ case: each.name, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  const all = [...groups.values()].filter(({ passed, failed, skipped }) => passed + failed.length + skipped.length > 0);
  return { name, ok: all.every((group) => group.failed.length === 0), groups: all };
}
