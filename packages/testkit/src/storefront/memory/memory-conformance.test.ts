import { describe, expect, it } from "vitest";
import { conformanceReport } from "../conformance-report.ts";
import { runCases, runWithVitest } from "../run-cases.ts";
import { storefrontCases } from "../storefront-cases.ts";
import { memoryDescriptor } from "./memory-descriptor.ts";

runWithVitest(storefrontCases(memoryDescriptor()), { describe, it });

describe("the report of the reference adapter", () => {
  it("passes every case, skips none and limits nothing", async () => {
    const descriptor = memoryDescriptor();
    const report = conformanceReport(descriptor, await runCases(storefrontCases(descriptor)));
    expect(report).toMatchObject({ name: "memory storefront", ok: true, limits: [] });
    expect(report.groups.flatMap((group) => [...group.failed, ...group.skipped])).toEqual([]);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});
