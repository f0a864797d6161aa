import { describe, expect, it } from "vitest";
import { checkpoint, life, piece, report, situation, tracked } from "./__fixtures__/parcels.ts";
import { foldParcel } from "./parcel-state.ts";

const fold = (...given: Parameters<typeof situation>) => foldParcel(situation(...given));

describe("boxes of one number", () => {
  const inTransit = [checkpoint("in_transit", "2026-11-18T02:00:00Z")];
  const two = (second: ReturnType<typeof piece>) => fold([report(tracked(life, { pieces: [piece("T1-1", life), second] }))]);

  it("roll up to the least advanced one, and say that only a part came", () => {
    const { parcel, delivery } = two(piece("T1-2", inTransit));
    expect(parcel).toMatchObject({ status: "in_transit", rawStatus: "IN_TRANSIT", deliveredAt: null, lastScanAt: "2026-11-19T10:00:00Z" });
    expect(delivery.pieces).toMatchObject([
      { trackingNumber: "T1-1", status: "delivered", deliveredAt: "2026-11-19T10:00:00Z" },
      { trackingNumber: "T1-2", status: "in_transit", deliveredAt: null },
    ]);
    expect(delivery.exceptions).toEqual([{ kind: "partial_delivery", by: "derived", since: "2026-11-19T10:00:00Z", clearedAt: null }]);
  });

  it("are delivered when the last one is", () => {
    const last = [checkpoint("delivered", "2026-11-20T09:00:00Z")];
    expect(two(piece("T1-2", last)).parcel).toMatchObject({ status: "delivered", deliveredAt: "2026-11-20T09:00:00Z" });
  });

  it("are where the number is when nothing is known of one", () => {
    expect(two(piece("T1-2", []))).toMatchObject({ parcel: { status: "delivered" }, delivery: { exceptions: [] } });
  });

  it("show their history when the number has none", () => {
    const { parcel } = fold([report(tracked([], { pieces: [piece("T1-1", life.slice(3)), piece("T1-2", inTransit)] }))]);
    expect(parcel.status).toBe("handed_over");
    expect(parcel.checkpoints.map(({ id }) => id.slice(0, 5))).toEqual(["T1-2:", "T1-1:", "T1-1:"]);
  });
});
