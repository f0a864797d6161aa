import { describe, expect, it } from "vitest";
import { lateness, parcelDelivery } from "../__fixtures__/deliveries.ts";
import { checkpoint, fixtureNowMs, parcel } from "../__fixtures__/parts.ts";
import { parcelTimeline } from "../model/timeline.ts";
import { railMarks } from "./rail-marks.ts";

const scans = [
  checkpoint("b", "2026-11-16T08:00:00Z", "in_transit"),
  checkpoint("a", "2026-11-15T08:00:00Z", "handed_over"),
  checkpoint("0", "2026-11-14T08:00:00Z", "label_created"),
];

function marks(extra: Parameters<typeof parcel>[1], dueAt: string | null, stoppedAt: string | null = null) {
  const one = parcel("p", { checkpoints: scans, ...extra });
  const state = parcelDelivery("p", { lateness: lateness("on_time", { dueAt, stoppedAt }) });
  return railMarks(parcelTimeline(one), one, { state, yardstick: null }, fixtureNowMs);
}

describe("the marks on a parcel's line", () => {
  it("stands between two stops while it moves, with the promise at the door ahead", () => {
    const { here, promise, overdue, stops } = marks({}, "2026-11-24T21:59:59Z");
    expect(stops).toEqual([0.1, 0.3, 0.5, 0.7, 0.9]);
    expect(here).toBeCloseTo(0.62);
    expect(promise).toBe(0.9);
    expect(overdue).toBeNull();
  });
  it("is beyond the promise when it is late", () => {
    const { here, promise, overdue } = marks({}, "2026-11-18T21:59:59Z");
    expect(promise).toBeGreaterThan(0.5);
    expect(promise).toBeLessThan(here ?? 0);
    expect(overdue).toEqual([promise, here]);
  });
  it("puts a promise before the stops that came after it", () => {
    const { promise } = marks({}, "2026-11-15T20:00:00Z");
    expect(promise).toBeCloseTo(0.4, 1);
  });
  it("stops the overdue part where the clock stopped: the rest is the recipient's time", () => {
    const checkpoints = [checkpoint("c", "2026-11-19T08:00:00Z", "ready_for_pickup"), ...scans];
    const extra = { status: "delivered", deliveredAt: "2026-11-21T08:00:00Z", checkpoints } as const;
    const { promise, overdue, here } = marks(extra, "2026-11-18T08:00:00Z", "2026-11-19T08:00:00Z");
    expect(here).toBe(0.9);
    expect(overdue).toEqual([promise, 0.7]);
  });
  it("shows a promise that was kept just behind the arrival", () => {
    const { promise, overdue } = marks(
      { status: "delivered", deliveredAt: "2026-11-17T08:00:00Z" },
      "2026-11-18T08:00:00Z",
      "2026-11-17T08:00:00Z",
    );
    expect(promise).toBeGreaterThan(0.9);
    expect(promise).toBeLessThan(1);
    expect(overdue).toBeNull();
  });
  it("has no promise without one, nor on the way back, and no place for what nobody has seen", () => {
    expect(marks({}, null).promise).toBeNull();
    expect(marks({ status: "returning" }, "2026-11-18T08:00:00Z").promise).toBeNull();
    expect(marks({ status: "unknown", checkpoints: [] }, null).here).toBeNull();
  });
});
