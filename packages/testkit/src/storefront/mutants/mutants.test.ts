import { AssertionError } from "node:assert/strict";
import { describe, expect, it } from "vitest";
import type { StorefrontDescriptor } from "../descriptor.ts";
import { memoryDescriptor } from "../memory/memory-descriptor.ts";
import { storefrontCases } from "../storefront-cases.ts";
import { changesMutants } from "./changes-mutants.ts";
import { failureMutants } from "./failure-mutants.ts";
import { identityMutants } from "./identity-mutants.ts";
import type { Mutant } from "./mutant.ts";
import { orderMutants } from "./order-mutants.ts";
import { searchMutants } from "./search-mutants.ts";
import { webhookMutants } from "./webhook-mutants.ts";

const mutants: readonly Mutant[] = [
  ...identityMutants,
  ...orderMutants,
  ...searchMutants,
  ...failureMutants,
  ...webhookMutants,
  ...changesMutants,
];

/** Broken in the descriptor rather than in the adapter, so they stand outside the table. */
const caughtElsewhere = ["unknown-options", "groups-are-certified"];

function run(descriptor: StorefrontDescriptor, name: string): Promise<void> {
  const found = storefrontCases(descriptor).find((each) => each.name === name);
  if (found === undefined) throw new TypeError(`The suite has no case "${name}"`);
  return found.run();
}

describe.each(mutants)("an adapter that $name", ({ wrap, caughtBy }) => {
  it.each(caughtBy)("is caught by %s", async (name) => {
    await expect(run(memoryDescriptor(wrap), name)).rejects.toThrow();
  });
});

describe("the suite", () => {
  it("has no case that no broken adapter fails", () => {
    const catching = new Set([...mutants.flatMap((mutant) => mutant.caughtBy), ...caughtElsewhere]);
    const idle = storefrontCases(memoryDescriptor()).filter((each) => !catching.has(each.name));
    expect(idle.map((each) => each.name)).toEqual([]);
  });

  it("catches an adapter that swallows unknown options", async () => {
    const descriptor = { ...memoryDescriptor(), unknownOption: { field: "colour", create: () => ({}) } };
    await expect(run(descriptor, "unknown-options")).rejects.toThrow(AssertionError);
  });

  it("catches an adapter that does not name the unknown option", async () => {
    const { unknownOption } = memoryDescriptor();
    const descriptor = { ...memoryDescriptor(), unknownOption: { ...unknownOption, field: "flavour" } };
    await expect(run(descriptor, "unknown-options")).rejects.toThrow('names the field "flavour"');
  });

  it("catches a group that is skipped although the adapter has it", async () => {
    const descriptor: StorefrontDescriptor = { ...memoryDescriptor(), skip: [{ group: "changes", reason: "Not looked at yet" }] };
    await expect(run(descriptor, "groups-are-certified")).rejects.toThrow('The adapter has "changes"');
  });

  it("catches a field that is filled although it is declared as not known", async () => {
    const descriptor: StorefrontDescriptor = {
      ...memoryDescriptor(),
      limits: [{ field: "parcel.promisedAt", reason: "The platform keeps no promise" }],
    };
    await expect(run(descriptor, "order-late-in-transit")).rejects.toThrow("promisedAt of parcel GLS0000901 is declared as not known");
  });
});
