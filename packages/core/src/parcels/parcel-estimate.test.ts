import { describe, expect, it } from "vitest";
import { life, report, reported, situation, tracked } from "./__fixtures__/parcels.ts";
import { foldParcel } from "./parcel-state.ts";

const fold = (...given: Parameters<typeof situation>) => foldParcel(situation(...given));

describe("estimates", () => {
  const estimate = { kind: "estimated", date: null, from: null, until: null, statedAt: null, original: "" } as const;

  it("ends a day in the zone of delivery and takes the one stated last", () => {
    const estimates = [
      { ...estimate, kind: "booked" as const, date: "2026-11-18", statedAt: "2026-11-16T10:00:00Z" },
      { ...estimate, date: "2026-11-23", statedAt: "2026-11-19T10:00:00Z" },
    ];
    expect(fold([report(tracked(life.slice(2), { estimates }))]).parcel.estimatedAt).toBe("2026-11-23T21:59:59Z");
    expect(fold([report(tracked(life.slice(2), { estimates: estimates.toReversed() }))]).parcel.estimatedAt).toBe("2026-11-23T21:59:59Z");
  });

  it("prefers a guess over what was booked, and the courier over the storefront", () => {
    const estimates = [
      { ...estimate, kind: "booked" as const, until: "2026-11-18T16:00:00Z" },
      { ...estimate, until: "2026-11-21T16:00:00Z" },
    ];
    const shops = reported({ estimatedAt: "2026-11-19T16:00:00Z" });
    expect(fold([report(tracked([], { estimates }))], { reported: shops }).parcel.estimatedAt).toBe("2026-11-21T16:00:00Z");
    expect(fold([report(tracked([]))], { reported: shops }).parcel.estimatedAt).toBe("2026-11-19T16:00:00Z");
  });

  it("overlooks a day that is none", () => {
    const estimates = [{ ...estimate, date: "2026-02-30" }];
    expect(fold([report(tracked([], { estimates }))]).parcel.estimatedAt).toBeNull();
  });
});
