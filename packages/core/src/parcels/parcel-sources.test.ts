import { describe, expect, it } from "vitest";
import { checkpoint, life, report, reported, situation, tracked } from "./__fixtures__/parcels.ts";
import { foldParcel, isSettled } from "./parcel-state.ts";

const fold = (...given: Parameters<typeof situation>) => foldParcel(situation(...given));

describe("sources that disagree", () => {
  const shops = (fetchedAt: string, deliveredAt = "2026-11-19T10:00:00Z") => ({
    reported: reported({ status: "delivered", rawStatus: "delivered", deliveredAt }),
    reportedBy: { source: "shop", fetchedAt },
  });

  it("stand side by side", () => {
    const { parcel, delivery } = fold([report(tracked(life.slice(2)))], shops("2026-11-20T11:00:00Z"));
    expect(parcel.status).toBe("delivered");
    expect(delivery.contradictory).toBe(true);
    expect(delivery.sources.map(({ source, status }) => [source, status])).toEqual([
      ["courier", "in_transit"],
      ["shop", "delivered"],
    ]);
    expect(isSettled({ parcel, delivery })).toBe(false);
  });

  it("do not when one was only asked earlier, or could not be asked", () => {
    const earlier = report(tracked(life.slice(2)), { fetchedAt: "2026-11-19T09:00:00Z" });
    expect(fold([earlier], shops("2026-11-20T11:00:00Z")).delivery.contradictory).toBe(false);
    const failed = report(tracked(life.slice(2)), { problem: "ADAPTER_UNAVAILABLE" });
    const { delivery } = fold([failed], shops("2026-11-20T11:00:00Z"));
    expect(delivery.contradictory).toBe(false);
    expect(delivery.sources[0]?.problem).toBe("ADAPTER_UNAVAILABLE");
    const nothing = report(null, { problem: "ADAPTER_UNAVAILABLE" });
    expect(fold([nothing]).delivery.sources[0]).toMatchObject({ status: "unknown", rawStatus: null, at: null });
  });

  it("contradict each other by ending in different ways", () => {
    const other = report(tracked([checkpoint("failed", "2026-11-19T08:00:00Z", { exceptions: ["lost"] })]), { source: "aggregator" });
    const { delivery } = fold([report(tracked(life)), other]);
    expect(delivery.contradictory).toBe(true);
  });

  it("tell the same scan once, and scans that share an id apart", () => {
    const twice = checkpoint("in_transit", "2026-11-18T02:00:00.400Z", { id: "9", rawStatus: "TRANSIT" });
    const other = checkpoint("on_hold", "2026-11-18T09:00:00Z", { id: life[3]?.id ?? "" });
    const { parcel } = fold([report(tracked(life.slice(1))), report(tracked([other, twice]), { source: "aggregator" })]);
    const ids = parcel.checkpoints.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(parcel.checkpoints.map(({ status }) => status)).toEqual([
      "out_for_delivery",
      "on_hold",
      "in_transit",
      "handed_over",
      "label_created",
    ]);
  });

  it("keeps at most 200 checkpoints, the newest", () => {
    const many = Array.from({ length: 250 }, (_, index) =>
      checkpoint("in_transit", new Date(Date.parse("2026-11-19T10:00:00Z") - index * 60_000).toISOString()),
    );
    expect(fold([report(tracked(many))]).parcel.checkpoints).toEqual(many.slice(0, 200));
  });
});
