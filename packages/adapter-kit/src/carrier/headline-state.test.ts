import type { Checkpoint, DeliveryStatus } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { createCheckpoint } from "./checkpoint.ts";
import { stateByHeadline } from "./headline-state.ts";

const now = Date.parse("2026-11-21T18:00:00Z");

const scan = (status: DeliveryStatus, at: string, more: Partial<Checkpoint> = {}): Checkpoint => ({
  ...createCheckpoint({
    idParts: [status, at],
    time: { at, zone: null, assumed: [], original: at },
    reading: { status, exceptions: [], leg: "forward" },
    rawStatus: `raw ${status}`,
  }),
  ...more,
});
const says = (status: DeliveryStatus, more: object = {}) => ({
  reading: { status, exceptions: [], leg: "forward" as const, ...more },
  rawStatus: "word",
});
const moving = [scan("in_transit", "2026-11-20T08:00:00Z"), scan("handed_over", "2026-11-19T08:00:00Z")];

describe("stateByHeadline", () => {
  it("believes the headline, and dates it from the newest scan when the scans say something else", () => {
    expect(stateByHeadline(says("delivered"), moving, now)).toEqual({
      status: "delivered",
      leg: "forward",
      exceptions: [],
      rawStatus: "word",
      statusAt: "2026-11-20T08:00:00Z",
      deliveredAt: "2026-11-20T08:00:00Z",
    });
    expect(stateByHeadline({ ...says("delivered"), deliveredAt: "2026-11-20T09:30:00Z" }, moving, now).deliveredAt).toBe(
      "2026-11-20T09:30:00Z",
    );
  });

  it("takes the time of delivery from the scan that says it before any other", () => {
    const scans = [scan("delivered", "2026-11-20T10:00:00Z"), ...moving];
    const state = stateByHeadline({ ...says("delivered"), deliveredAt: "2026-11-20T09:30:00Z" }, scans, now);
    expect([state.statusAt, state.deliveredAt]).toEqual(["2026-11-20T10:00:00Z", "2026-11-20T10:00:00Z"]);
  });

  it("drops what was wrong at the scans when the headline is somewhere else, and keeps it when it agrees", () => {
    const held = [scan("on_hold", "2026-11-20T08:00:00Z", { exceptions: ["address_issue"] })];
    expect(stateByHeadline(says("out_for_delivery"), held, now).exceptions).toEqual([]);
    expect(stateByHeadline(says("on_hold", { exceptions: ["carrier_hold"] }), held, now).exceptions).toEqual([
      "address_issue",
      "carrier_hold",
    ]);
  });

  it("follows the scans when the headline says nothing of where the parcel is, and adds what it says is wrong", () => {
    const state = stateByHeadline(says("unknown", { exceptions: ["stalled"] }), moving, now);
    expect(state).toMatchObject({ status: "in_transit", exceptions: ["stalled"], statusAt: "2026-11-20T08:00:00Z", deliveredAt: null });
    expect(stateByHeadline({ reading: null, rawStatus: null }, moving, now)).toMatchObject({
      status: "in_transit",
      rawStatus: "raw in_transit",
    });
  });

  it("calls delivered on the way back returned, whoever says that it goes back", () => {
    const back = [scan("in_transit", "2026-11-20T08:00:00Z", { leg: "return", status: "returning" })];
    for (const state of [
      stateByHeadline({ ...says("delivered"), isReturn: true }, moving, now),
      stateByHeadline(says("delivered", { leg: "return" }), moving, now),
      stateByHeadline(says("delivered"), back, now),
    ])
      expect(state).toMatchObject({ status: "returned", leg: "return", deliveredAt: null });
  });

  it("is unknown without headline and scans", () => {
    expect(stateByHeadline({ reading: null, rawStatus: null }, [], now)).toMatchObject({
      status: "unknown",
      statusAt: null,
      rawStatus: null,
    });
  });
});
