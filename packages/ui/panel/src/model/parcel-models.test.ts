import { deliveryExceptions, deliveryStatuses } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { checkpoint, parcel } from "../__fixtures__/parts.ts";
import { exceptionTone } from "./exception-tone.ts";
import { scanAge } from "./scan-age.ts";
import { parcelTimeline } from "./timeline.ts";

describe("scanAge", () => {
  const lastScanAt = "2026-11-18T10:00:00Z";
  const after = (hours: number) => Date.parse(lastScanAt) + hours * 3_600_000;
  it("warns after the hours that a state may be quiet", () => {
    expect(scanAge(parcel("p", { lastScanAt }), after(72))).toEqual({ at: lastScanAt, tooOld: false });
    expect(scanAge(parcel("p", { lastScanAt }), after(73))).toEqual({ at: lastScanAt, tooOld: true });
    expect(scanAge(parcel("p", { lastScanAt, status: "out_for_delivery" }), after(15))?.tooOld).toBe(true);
    expect(scanAge(parcel("p", { lastScanAt, status: "ready_for_pickup" }), after(900))?.tooOld).toBe(false);
  });
  it("counts from the shipping when nothing was scanned", () => {
    expect(scanAge(parcel("p", { shippedAt: lastScanAt }), after(73))).toEqual({ at: null, tooOld: true });
    expect(scanAge(parcel("p"), after(73))).toEqual({ at: null, tooOld: false });
  });
  it("does not ask about a parcel that has arrived", () => {
    expect(scanAge(parcel("p", { lastScanAt, status: "delivered" }), after(900))).toBeNull();
  });
});

describe("parcelTimeline", () => {
  const shape = (extra: Parameters<typeof parcel>[1]) => {
    const { steps, interrupted } = parcelTimeline(parcel("p", extra));
    const marks = steps.map((step) => `${step.status}${step.current ? "*" : step.reached ? "+" : ""}`).join(" ");
    return interrupted ? `${marks} !` : marks;
  };
  it("walks from the label to the door", () => {
    expect(shape({ status: "label_created" })).toBe("label_created* handed_over in_transit out_for_delivery delivered");
    expect(shape({ status: "in_transit" })).toBe("label_created+ handed_over+ in_transit* out_for_delivery delivered");
    expect(shape({ status: "delivered" })).toBe("label_created+ handed_over+ in_transit+ out_for_delivery+ delivered*");
  });
  it("stands still when held or attempted", () => {
    expect(shape({ status: "on_hold" })).toBe("label_created+ handed_over+ in_transit* out_for_delivery delivered !");
    expect(shape({ status: "delivery_attempted" })).toBe("label_created+ handed_over+ in_transit+ out_for_delivery* delivered !");
  });
  it("goes by the pickup point, also when it was collected there", () => {
    expect(shape({ status: "ready_for_pickup" })).toBe("label_created+ handed_over+ in_transit+ ready_for_pickup* delivered");
    const checkpoints = [checkpoint("a", "2026-11-18T08:00:00Z", "ready_for_pickup")];
    expect(shape({ status: "delivered", checkpoints })).toBe("label_created+ handed_over+ in_transit+ ready_for_pickup+ delivered*");
  });
  it("turns round, and is never delivered on the way back", () => {
    expect(shape({ status: "returning" })).toBe("label_created+ handed_over+ returning* returned");
    expect(shape({ status: "in_transit", leg: "return" })).toBe("label_created+ handed_over+ returning* returned");
    expect(shape({ status: "returned", leg: "return" })).toBe("label_created+ handed_over+ returning+ returned*");
  });
  it("keeps what was reached when the state says nothing", () => {
    const checkpoints = [checkpoint("a", "2026-11-18T08:00:00Z", "in_transit")];
    expect(shape({ status: "failed", checkpoints })).toBe("label_created+ handed_over+ in_transit+ out_for_delivery delivered !");
    expect(shape({ status: "unknown" })).toBe("label_created handed_over in_transit out_for_delivery delivered !");
  });
  it("dates a stop by the first scan there, whatever the order of the checkpoints", () => {
    const checkpoints = [checkpoint("b", "2026-11-17T08:00:00Z", "in_transit"), checkpoint("a", "2026-11-16T08:00:00Z", "in_transit")];
    const { steps } = parcelTimeline(parcel("p", { checkpoints, shippedAt: "2026-11-15T08:00:00Z" }));
    expect(steps.map((step) => step.at)).toEqual([null, "2026-11-15T08:00:00Z", "2026-11-16T08:00:00Z", null, null]);
  });
  it("has an answer for every status", () => {
    for (const status of deliveryStatuses) {
      const { steps, interrupted } = parcelTimeline(parcel("p", { status }));
      expect(steps.filter((step) => step.current).length, status).toBe(["unknown", "cancelled", "failed"].includes(status) ? 0 : 1);
      expect(interrupted, status).toBe(["unknown", "cancelled", "failed", "on_hold", "delivery_attempted"].includes(status));
    }
  });
});

it("shouts for what needs an answer today and stays calm for the rest", () => {
  const loud = deliveryExceptions.filter((kind) => exceptionTone(kind) === "danger");
  expect(loud).toContain("lost");
  expect(loud).toContain("delivered_not_received");
  expect(loud).not.toContain("weather_delay");
  expect(exceptionTone("locker_ready")).toBe("info");
});
