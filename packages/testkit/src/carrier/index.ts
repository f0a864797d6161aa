export {
  type AskedRequest,
  answering,
  failureOf,
  jsonAnswer,
  type TestContext,
  testContext,
  testNow,
  underEveryZone,
  webPage,
} from "./adapter-test.ts";
export {
  type CarrierCapability,
  type CarrierCase,
  type CarrierGroup,
  carrierCapabilities,
  carrierGroups,
} from "./carrier-case.ts";
export { carrierCases, describeCarrierCases } from "./carrier-cases.ts";
export type { CarrierDescriptor, CarrierHarness, CarrierSetup, CarrierSkip, CarrierWebhooks } from "./carrier-descriptor.ts";
export { harnessOfFake } from "./harness-of-fake.ts";
export { type MemoryCarrierOptions, memoryCarrier } from "./memory/memory-carrier.ts";
export { memoryCarrierDescriptor } from "./memory/memory-carrier-descriptor.ts";
export { createMemoryCourier, type MemoryCourier } from "./memory/memory-courier.ts";
export { type CarrierReport, type CarrierTestFunctions, carrierReport, runCarrierCases } from "./run-carrier-cases.ts";
