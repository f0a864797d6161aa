import { describe, expect, it } from "vitest";
import { latestOf } from "./latest-state.ts";
import { createTrackedParcel, isBlankParcel } from "./tracked-parcel.ts";

const nothing = { trackingNumber: "A1", ...latestOf([], 0), checkpoints: [] };

describe("createTrackedParcel", () => {
  it("leaves empty what is not told, and lists each unknown code once", () => {
    expect(createTrackedParcel({ ...nothing, unknownCodes: ["x:1", "x:1"] })).toEqual({
      ...nothing,
      estimates: [],
      pieces: [],
      pickupPoint: null,
      pickupUntil: null,
      returnTrackingNumber: null,
      unknownCodes: ["x:1"],
    });
    expect(createTrackedParcel({ ...nothing, returnTrackingNumber: "B2" }).returnTrackingNumber).toBe("B2");
  });
});

describe("isBlankParcel", () => {
  it("is one of which nothing is told", () => {
    expect(isBlankParcel(createTrackedParcel(nothing))).toBe(true);
    expect(isBlankParcel(createTrackedParcel({ ...nothing, status: "label_created" }))).toBe(false);
    expect(isBlankParcel(createTrackedParcel({ ...nothing, exceptions: ["stalled"] }))).toBe(false);
    expect(isBlankParcel(createTrackedParcel({ ...nothing, unknownCodes: ["x:1"] }))).toBe(false);
  });
});
