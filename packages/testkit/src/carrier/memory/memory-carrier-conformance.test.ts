import { describe, expect, it } from "vitest";
import { carrierCases } from "../carrier-cases.ts";
import { carrierReport, runCarrierCases } from "../run-carrier-cases.ts";
import { memoryCarrierDescriptor } from "./memory-carrier-descriptor.ts";

runCarrierCases(carrierCases(memoryCarrierDescriptor()), { describe, it });

describe("the report of the reference carrier", () => {
  it("passes every case and skips none", async () => {
    const report = await carrierReport("memory carrier", carrierCases(memoryCarrierDescriptor()));
    expect(report.groups.flatMap((group) => [...group.failed, ...group.skipped])).toEqual([]);
    expect(report).toMatchObject({ name: "memory carrier", ok: true });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});
