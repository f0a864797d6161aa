import { AssertionError } from "node:assert/strict";
import { describe, expect, it } from "vitest";
import { carrierCases, describeCarrierCases } from "../carrier-cases.ts";
import type { CarrierDescriptor, CarrierSkip } from "../carrier-descriptor.ts";
import { memoryCarrierDescriptor } from "../memory/memory-carrier-descriptor.ts";
import { capabilityMutants } from "./capability-mutants.ts";
import type { CarrierMutant } from "./carrier-mutant.ts";
import { failureMutants } from "./failure-mutants.ts";
import { identityMutants } from "./identity-mutants.ts";
import { trackingMutants } from "./tracking-mutants.ts";

const mutants: readonly CarrierMutant[] = [...identityMutants, ...trackingMutants, ...failureMutants, ...capabilityMutants];

/** Broken in the descriptor rather than in the adapter, so they stand outside the table. */
const caughtElsewhere = ["unknown-options", "groups-are-certified"];

function run(descriptor: CarrierDescriptor, name: string): Promise<void> {
  const found = carrierCases(descriptor).find((each) => each.name === name);
  if (found === undefined) throw new TypeError(`The suite has no case "${name}"`);
  return found.run();
}

const skipping = (...skip: CarrierSkip[]): CarrierDescriptor => ({ ...memoryCarrierDescriptor(), skip });

describe.each(mutants)("a carrier that $name", ({ wrap, caughtBy }) => {
  it.each(caughtBy)("is caught by %s", async (name) => {
    await expect(run(memoryCarrierDescriptor(wrap), name)).rejects.toThrow();
  });
});

describe("the carrier suite", () => {
  it("has no case that no broken adapter fails", () => {
    const catching = new Set([...mutants.flatMap((mutant) => mutant.caughtBy), ...caughtElsewhere]);
    expect(describeCarrierCases().filter((each) => !catching.has(each.name))).toEqual([]);
  });

  it("gives every case a unique kebab-case name and a title", () => {
    const cases = describeCarrierCases();
    expect(new Set(cases.map((each) => each.name)).size).toBe(cases.length);
    for (const each of cases) {
      expect(each.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(each.title.length).toBeGreaterThan(10);
    }
  });

  it("catches an adapter that swallows unknown options", async () => {
    const descriptor = { ...memoryCarrierDescriptor(), unknownOption: { field: "colour", create: () => ({}) } };
    await expect(run(descriptor, "unknown-options")).rejects.toThrow(AssertionError);
  });

  it("catches a group that is skipped although the adapter has it", async () => {
    const descriptor = skipping({ group: "changes", reason: "Not looked at yet" });
    await expect(run(descriptor, "groups-are-certified")).rejects.toThrow('The adapter has "changes"');
  });

  it("skips a case and a whole group, with their reasons", () => {
    const cases = carrierCases(skipping({ case: "ids-stay", reason: "No ids" }, { group: "batches", reason: "One by one" }));
    expect(cases.find((each) => each.name === "ids-stay")?.skip).toBe("No ids");
    const batches = cases.filter((each) => each.group === "batches");
    expect(new Set(batches.map((each) => each.skip))).toEqual(new Set(["One by one"]));
    expect(cases.filter((each) => each.skip !== null)).toHaveLength(batches.length + 1);
  });

  it("refuses skips that name nothing, name it twice or give no reason", () => {
    expect(() => carrierCases(skipping({ case: "ids-go", reason: "Because" }))).toThrow('no case or group "ids-go"');
    expect(() => carrierCases(skipping({ case: "ids-stay", reason: " " }))).toThrow("needs a reason");
    const twice = skipping({ group: "changes", reason: "None" }, { case: "changes-of-nothing", reason: "None" });
    expect(() => carrierCases(twice)).toThrow("is skipped twice");
  });

  it("closes the harness, also when the case fails", async () => {
    let open = 0;
    const { create } = memoryCarrierDescriptor();
    const descriptor: CarrierDescriptor = {
      ...memoryCarrierDescriptor(),
      create: async (setup) => {
        open++;
        return { ...(await create(setup)), silentKinds: [], secrets: [], close: () => void open-- };
      },
    };
    await expect(run(descriptor, "secrets-stripped")).rejects.toThrow("names its secrets");
    expect(open).toBe(0);
  });
});
