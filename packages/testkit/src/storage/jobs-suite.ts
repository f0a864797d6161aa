import { askingCases } from "./cases-asking.ts";
import { claimingCases } from "./cases-claiming.ts";
import { endingCases } from "./cases-ending.ts";
import { failingCases } from "./cases-failing.ts";
import { laneCases } from "./cases-lanes.ts";
import { type JobsCase, type JobsDescriptor, type JobsHarness, jobsGroups } from "./jobs-harness.ts";
import { jobsSession } from "./jobs-session.ts";

const definitions = [...askingCases, ...claimingCases, ...endingCases, ...failingCases, ...laneCases];

export interface JobsSuite {
  cases: readonly JobsCase[];
  /** Closes what the cases opened. Call it after the last one. */
  close(): Promise<void>;
}

/** What every jobs port has to do, as data. Cases can run in any order and by themselves; leases and pauses take a moment of real time. */
export function jobsSuite(descriptor: JobsDescriptor): JobsSuite {
  let opening: Promise<JobsHarness> | null = null;
  const open = () => {
    opening ??= descriptor.open();
    return opening;
  };
  return {
    cases: definitions.map(({ name, group, title, check }) => ({
      name,
      group,
      title,
      async run() {
        const session = jobsSession(await open(), `case-${name}-${crypto.randomUUID().slice(0, 8)}`);
        for (const port of new Set([session.jobs, session.other])) {
          await port.prepare(session.lane);
          await port.prepare(session.otherLane);
        }
        await check(session);
      },
    })),
    async close() {
      const harness = await opening?.catch(() => null);
      opening = null;
      await harness?.close();
    },
  };
}

/** The part of vitest's, Jest's or Bun's functions that is used. */
export interface JobsTestFunctions {
  describe: (name: string, body: () => void) => unknown;
  it: (name: string, body: () => Promise<void>) => unknown;
  afterAll: (body: () => Promise<void>) => unknown;
}

/** Registers each case as a test, grouped. Call it at the top level of a test file. */
export function runJobsSuite(name: string, suite: JobsSuite, { describe, it, afterAll }: JobsTestFunctions): void {
  describe(name, () => {
    afterAll(() => suite.close());
    for (const group of jobsGroups) {
      describe(group, () => {
        for (const each of suite.cases) if (each.group === group) it(`${each.name}: ${each.title}`, each.run);
      });
    }
  });
}
