import { afterAll, describe, it } from "vitest";
import type { JobsHarness } from "./jobs-harness.ts";
import { jobsSuite, runJobsSuite } from "./jobs-suite.ts";
import { memoryHarness } from "./memory-harness.ts";

runJobsSuite("jobs in memory", jobsSuite({ open: async (): Promise<JobsHarness> => memoryHarness() }), { describe, it, afterAll });
