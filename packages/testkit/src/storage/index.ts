export { type StorageCase, type StorageGroup, storageGroups } from "./conformance/storage-case.ts";
export type { ApplicationConnection, StorageDescriptor } from "./conformance/storage-descriptor.ts";
export { describeStorageCases, runStorageCases, type StorageTestFunctions, storageCases } from "./conformance/storage-suite.ts";
export { type JobsCase, type JobsDescriptor, type JobsGroup, type JobsHarness, jobsGroups } from "./jobs-harness.ts";
export { type JobsSuite, type JobsTestFunctions, jobsSuite, runJobsSuite } from "./jobs-suite.ts";
export { type MemoryJob, type MemoryJobs, memoryJobs } from "./memory-jobs.ts";
