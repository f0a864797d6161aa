export { type JobsCase, type JobsDescriptor, type JobsGroup, type JobsHarness, jobsGroups } from "./jobs-harness.ts";
export { type JobsSuite, type JobsTestFunctions, jobsSuite, runJobsSuite } from "./jobs-suite.ts";
export { type MemoryJob, type MemoryJobs, memoryJobs } from "./memory-jobs.ts";
