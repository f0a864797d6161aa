import { describe, expect, it } from "vitest";
import { conformanceGroups } from "./case.ts";
import type { StorefrontDescriptor } from "./descriptor.ts";
import type { StorefrontLimit } from "./limits.ts";
import { memoryDescriptor } from "./memory/memory-descriptor.ts";
import { describeStorefrontCases, storefrontCases } from "./storefront-cases.ts";

const skipping = (...skip: NonNullable<StorefrontDescriptor["skip"]>): StorefrontDescriptor => ({ ...memoryDescriptor(), skip });
const limiting = (...limits: StorefrontLimit[]): StorefrontDescriptor => ({ ...memoryDescriptor(), limits });

describe("storefrontCases", () => {
  it("gives every case a unique kebab-case name, a title and a known group", () => {
    const cases = storefrontCases(memoryDescriptor());
    const names = cases.map((each) => each.name);
    expect(new Set(names).size).toBe(names.length);
    for (const each of cases) {
      expect(each.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(each.title.length).toBeGreaterThan(10);
      expect(each.skip).toBeNull();
    }
    expect(new Set(cases.map((each) => each.group))).toEqual(new Set(conformanceGroups));
  });

  it("describes the same cases without an adapter", () => {
    const names = storefrontCases(memoryDescriptor()).map(({ name, group, title }) => ({ name, group, title }));
    expect(describeStorefrontCases()).toEqual(names);
  });

  it("skips a case and a whole group, with their reasons", () => {
    const cases = storefrontCases(
      skipping({ case: "order-by-phone", reason: "No search for phones" }, { group: "webhooks", reason: "The vendor sends none" }),
    );
    const skipped = cases.filter((each) => each.skip !== null);
    expect(skipped.find((each) => each.name === "order-by-phone")?.skip).toBe("No search for phones");
    expect(skipped.filter((each) => each.group === "webhooks").map((each) => each.skip)).toEqual(Array(10).fill("The vendor sends none"));
    expect(skipped).toHaveLength(11);
  });

  it("refuses a case that does not exist", () => {
    expect(() => storefrontCases(skipping({ case: "order-delivered-twice", reason: "Because" }))).toThrow(
      'no case or group "order-delivered-twice"',
    );
  });

  it.each(["", "  "])("refuses the reason %j", (reason) => {
    expect(() => storefrontCases(skipping({ case: "order-by-phone", reason }))).toThrow('Skipping "order-by-phone" needs a reason');
    expect(() => storefrontCases(limiting({ field: "parcel.items", reason }))).toThrow('The limit of "parcel.items" needs a reason');
  });

  it("refuses a case that is skipped twice, be it by its group", () => {
    const skips = skipping({ group: "changes", reason: "None" }, { case: "changes-since", reason: "None" });
    expect(() => storefrontCases(skips)).toThrow('"changes-since" is skipped twice');
  });

  it("refuses limits it does not know and limits named twice", () => {
    const unknown = { field: "order.total", reason: "Too hard" } as unknown as StorefrontLimit;
    expect(() => storefrontCases(limiting(unknown))).toThrow('"order.total" is not a field that can be limited');
    const twice: StorefrontLimit = { field: "order.notes", reason: "None" };
    expect(() => storefrontCases(limiting(twice, twice))).toThrow('"order.notes" is limited twice');
  });

  it("fails a case whose scenario the harness does not have, instead of passing it over", async () => {
    const { create } = memoryDescriptor();
    const descriptor: StorefrontDescriptor = {
      ...memoryDescriptor(),
      create: async (setup) => ({ ...(await create(setup)), scenarios: {}, personal: ["somebody"] }),
    };
    const idle = new Set<string>();
    for (const each of storefrontCases(descriptor)) {
      if (each.group !== "orders" && each.group !== "parcels" && each.group !== "money" && each.group !== "search") continue;
      await each.run().then(
        () => idle.add(each.name),
        () => {},
      );
    }
    // The one case that asks for nothing and so needs nothing.
    expect([...idle]).toEqual(["empty-search-finds-nothing"]);
  });

  it("fails a case whose fixture expects too little to show anything", async () => {
    const { create } = memoryDescriptor();
    const descriptor: StorefrontDescriptor = {
      ...memoryDescriptor(),
      create: async (setup) => {
        const harness = await create(setup);
        const ref = harness.scenarios["order-delivered"]?.ref ?? "";
        return { ...harness, scenarios: { ...harness.scenarios, "order-delivered": { ref, expect: { number: "20008" } } } };
      },
    };
    const found = storefrontCases(descriptor).find((each) => each.name === "order-delivered");
    await expect(found?.run()).rejects.toThrow('The fixture of "order-delivered" expects too little');
  });

  it("closes the harness, also when the case fails", async () => {
    let open = 0;
    const { create } = memoryDescriptor();
    const descriptor: StorefrontDescriptor = {
      ...memoryDescriptor(),
      create: async (setup) => {
        open++;
        return { ...(await create(setup)), scenarios: {}, close: () => void open-- };
      },
    };
    const found = storefrontCases(descriptor).find((each) => each.name === "order-delivered");
    await expect(found?.run()).rejects.toThrow("no fixture");
    expect(open).toBe(0);
  });
});
