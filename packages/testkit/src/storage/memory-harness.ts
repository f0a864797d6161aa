import type { JobsPort } from "@askonce/spec/storage";
import type { JobsHarness } from "./jobs-harness.ts";
import { type MemoryJobs, memoryJobs } from "./memory-jobs.ts";

const startedAt = Date.parse("2026-11-20T09:00:00.000Z");

export interface Memory extends MemoryJobs {
  now: () => number;
}

/** The model on a clock that the cases move, broken on demand. */
export function memoryHarness(breakPort: (memory: Memory) => Partial<JobsPort> = () => ({})): JobsHarness {
  let time = startedAt;
  const now = () => time;
  const memory = memoryJobs({ now });
  const jobs = { ...memory.jobs, ...breakPort({ ...memory, now }) };
  return {
    jobs,
    other: jobs,
    transaction: memory.transaction,
    async pass(durationMs) {
      time += durationMs;
    },
    async close() {},
  };
}
