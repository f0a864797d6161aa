export { type CaseDefinition, type ConformanceCase, type ConformanceGroup, conformanceGroups } from "./case.ts";
export { type ConformanceClock, conformanceClock } from "./conformance-clock.ts";
export { type ConformanceReport, conformanceReport, type GroupReport } from "./conformance-report.ts";
export { type ConformanceShop, conformanceShop, type ShopScenario } from "./conformance-shop.ts";
export type {
  ChangesFixtures,
  OrderScenario,
  SearchScenario,
  StorefrontDescriptor,
  StorefrontHarness,
  StorefrontScenario,
  StorefrontScenarios,
  StorefrontSetup,
  StorefrontSkip,
  WebhookFixtures,
  WebhookKind,
} from "./descriptor.ts";
export { expectedFromOrder } from "./expected-from-shop.ts";
export type { ExpectedItem, ExpectedOrder, ExpectedParcel, ExpectedRefund, OneOf } from "./expected-order.ts";
export type { StorefrontFault, StorefrontFaults } from "./faults.ts";
export { type FaultyFetch, type FaultyFetchOptions, faultyFetch } from "./faulty-fetch.ts";
export { type StorefrontField, type StorefrontLimit, storefrontFields } from "./limits.ts";
export { memoryDescriptor } from "./memory/memory-descriptor.ts";
export type { MemoryStorefrontOptions } from "./memory/memory-options.ts";
export type { MemoryServer } from "./memory/memory-server.ts";
export { type MemoryStorefront, memoryStorefront } from "./memory/memory-storefront.ts";
export type { MemoryTopic } from "./memory/memory-webhook.ts";
export { type LogEntry, recordingLogger } from "./recording-logger.ts";
export { type CaseResult, type NodeTestFunctions, runCases, runWithNodeTest, runWithVitest, type VitestFunctions } from "./run-cases.ts";
export { personalDataOf, type ScenariosFromShopOptions, scenariosFromShop } from "./scenarios-from-shop.ts";
export { conformanceNow, conformancePageSize } from "./session.ts";
export { describeStorefrontCases, storefrontCases } from "./storefront-cases.ts";
