import type { Checkpoint } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { createCheckpoint, sortCheckpoints } from "./checkpoint.ts";
import { latestOf } from "./latest-state.ts";

/** Checkpoints a minute apart, given oldest first. */
function history(...events: Partial<Pick<Checkpoint, "status" | "leg" | "exceptions">>[]): Checkpoint[] {
  const checkpoints = events.map(({ status = "unknown", leg = "forward", exceptions = [] }, index) => {
    const time = { at: new Date(Date.UTC(2026, 10, 20, 10, index)).toISOString(), zone: null, assumed: [], original: "" };
    return createCheckpoint({ idParts: [index], time, reading: { status, leg, exceptions }, rawStatus: `code ${index}` });
  });
  return sortCheckpoints(checkpoints);
}

const latest = (checkpoints: readonly Checkpoint[]) => latestOf(checkpoints, Date.UTC(2026, 10, 21));

describe("latestOf", () => {
  it("is the newest checkpoint", () => {
    expect(latest(history({ status: "label_created" }, { status: "in_transit", exceptions: ["rescheduled"] }))).toEqual({
      status: "in_transit",
      leg: "forward",
      exceptions: ["rescheduled"],
      rawStatus: "code 1",
      statusAt: "2026-11-20T10:01:00.000Z",
      deliveredAt: null,
    });
  });

  it("is unknown without any, and keeps the raw word of an unknown one", () => {
    expect(latest([])).toMatchObject({ status: "unknown", rawStatus: null, statusAt: null });
    expect(latest(history({}))).toMatchObject({ status: "unknown", rawStatus: "code 0" });
  });

  it("is not changed by an unknown code", () => {
    expect(latest(history({ status: "delivered" }, {}))).toMatchObject({ status: "delivered", rawStatus: "code 0" });
  });

  it("forgets an exception that is over and keeps damage", () => {
    const checkpoints = history({ status: "on_hold", exceptions: ["damaged", "address_issue"] }, { status: "out_for_delivery" });
    expect(latest(checkpoints).exceptions).toEqual(["damaged"]);
  });

  it("calls delivered on the way back returned", () => {
    const returning = { status: "returning", leg: "return", exceptions: ["refused"] } as const;
    expect(latest(history({ status: "in_transit" }, { ...returning, exceptions: ["refused"] }, { status: "delivered" }))).toMatchObject({
      status: "returned",
      leg: "return",
      exceptions: ["refused"],
      deliveredAt: null,
    });
    expect(latest(history({ ...returning, exceptions: [] }, { status: "out_for_delivery" })).status).toBe("returning");
  });

  it("counts the first of several deliveries in a row", () => {
    expect(latest(history({ status: "out_for_delivery" }, { status: "delivered" }, { status: "delivered" }))).toMatchObject({
      status: "delivered",
      deliveredAt: "2026-11-20T10:01:00.000Z",
      statusAt: "2026-11-20T10:01:00.000Z",
    });
  });

  it("does not count what lies ahead", () => {
    const checkpoints = history({ status: "in_transit" }, { status: "delivered" });
    expect(latestOf(checkpoints, Date.UTC(2026, 10, 20, 9, 45))).toMatchObject({ status: "in_transit", deliveredAt: null });
    expect(latestOf(checkpoints, Date.UTC(2026, 10, 20, 9, 46)).status).toBe("delivered");
  });

  it("leaves the life of an earlier parcel of the same number alone", () => {
    const earlier = [{ status: "label_created" }, { status: "returning", leg: "return" }, { status: "returned", leg: "return" }] as const;
    expect(latest(history(...earlier, { status: "label_created" }, { status: "delivered" }))).toMatchObject({
      status: "delivered",
      leg: "forward",
      exceptions: [],
    });
  });
});
