import { describe, expect, it } from "vitest";
import { checkpoint, life, report, reported, situation, tracked } from "./__fixtures__/parcels.ts";
import { foldParcel, isSettled } from "./parcel-state.ts";

const fold = (...given: Parameters<typeof situation>) => foldParcel(situation(...given));
/** The status after these checkpoints, newest first. */
const statusAfter = (...checkpoints: ReturnType<typeof checkpoint>[]) => fold([report(tracked(checkpoints))]).parcel.status;

describe("status", () => {
  it("is the newest event's, with everything that follows from the checkpoints", () => {
    const { parcel, delivery } = fold([report(tracked(life))]);
    expect(parcel).toMatchObject({
      id: "parcel",
      status: "delivered",
      rawStatus: "DELIVERED",
      leg: "forward",
      deliveredAt: "2026-11-19T10:00:00Z",
      lastScanAt: "2026-11-19T10:00:00Z",
      shippedAt: "2026-11-16T10:00:00Z",
      source: "shop-plugin",
    });
    expect(parcel.checkpoints).toEqual(life);
    expect(delivery).toMatchObject({ contradictory: false, uncounted: [], pickup: null, pieces: [], exceptions: [] });
    expect(delivery.sources).toEqual([
      {
        source: "courier",
        by: "carrier",
        status: "delivered",
        rawStatus: "DELIVERED",
        at: "2026-11-19T10:00:00Z",
        fetchedAt: "2026-11-20T12:00:00Z",
        problem: null,
      },
      {
        source: "shop",
        by: "storefront",
        status: "label_created",
        rawStatus: "fulfilled",
        at: "2026-11-16T10:00:00Z",
        fetchedAt: "2026-11-20T11:00:00Z",
        problem: null,
      },
    ]);
  });

  it("may go back while nothing is over", () => {
    expect(statusAfter(checkpoint("in_transit", "2026-11-19T18:00:00Z"), checkpoint("out_for_delivery", "2026-11-19T06:00:00Z"))).toBe(
      "in_transit",
    );
  });

  it("takes a list in the wrong order as if it were in the right one", () => {
    expect(fold([report(tracked([...life].reverse(), { status: "delivered", statusAt: "2026-11-19T10:00:00Z" }))]).parcel).toMatchObject({
      status: "delivered",
      checkpoints: life,
    });
  });

  it("is not undone by an announcement", () => {
    expect(statusAfter(checkpoint("label_created", "2026-11-18T10:00:00Z"), checkpoint("in_transit", "2026-11-18T02:00:00Z"))).toBe(
      "in_transit",
    );
    expect(statusAfter(checkpoint("label_created", "2026-11-19T12:00:00Z"), ...life)).toBe("delivered");
  });

  it("is not changed by an unknown code, which is shown and not counted", () => {
    const odd = checkpoint("unknown", "2026-11-19T12:00:00Z", { rawStatus: "X99" });
    const { parcel, delivery } = fold([report(tracked([odd, ...life.slice(2)], { unknownCodes: ["status:X99"] }))]);
    expect(parcel).toMatchObject({ status: "in_transit", rawStatus: "IN_TRANSIT", lastScanAt: "2026-11-18T02:00:00Z" });
    expect(parcel.checkpoints[0]).toEqual(odd);
    expect(delivery.uncounted).toEqual([{ checkpointId: odd.id, reason: "unknown_code" }]);
  });

  it("is unknown with the source's word when nobody understands it", () => {
    const odd = report(tracked([], { status: "unknown", rawStatus: "X99" }));
    const { parcel } = fold([odd], { reported: reported({ status: "unknown", rawStatus: null, shippedAt: null }) });
    expect(parcel).toMatchObject({ status: "unknown", rawStatus: "X99" });
  });

  it("breaks ties by the place in the source's list and by arrival", () => {
    const at = "2026-11-19T10:00:00Z";
    const [later, earlier] = [checkpoint("out_for_delivery", at), checkpoint("in_transit", at)];
    expect(statusAfter(later, earlier)).toBe("out_for_delivery");
    expect(statusAfter(earlier, later)).toBe("in_transit");
    const first = report(tracked([earlier]), { fetchedAt: "2026-11-19T10:05:00Z" });
    const second = report(tracked([later]), { fetchedAt: "2026-11-19T10:10:00Z" });
    expect(fold([first, second]).parcel.status).toBe("out_for_delivery");
    expect(fold([second, first]).parcel.status).toBe("out_for_delivery");
    // Whichever came later: its name and its rank mean nothing.
    const [early, late] = [
      report(tracked([later]), { fetchedAt: first.fetchedAt }),
      report(tracked([earlier]), { fetchedAt: second.fetchedAt }),
    ];
    expect(fold([early, late]).parcel.status).toBe("in_transit");
    expect(fold([late, early]).parcel.status).toBe("in_transit");
  });

  it("takes a status without checkpoints, with or without a time", () => {
    expect(fold([report(tracked([], { status: "in_transit", statusAt: "2026-11-18T02:00:00Z", rawStatus: "T" }))]).parcel).toMatchObject({
      status: "in_transit",
      rawStatus: "T",
      lastScanAt: "2026-11-18T02:00:00Z",
      checkpoints: [],
    });
    expect(fold([report(tracked([], { status: "in_transit", rawStatus: "T" }))]).parcel).toMatchObject({
      status: "in_transit",
      lastScanAt: null,
    });
  });

  it("believes a source's own summary where its list says less", () => {
    const summary = { status: "delivered", rawStatus: "DONE", statusAt: null, deliveredAt: "2026-11-19T10:00:00Z" } as const;
    expect(fold([report(tracked(life.slice(1), summary))]).parcel).toMatchObject({
      status: "delivered",
      rawStatus: "DONE",
      deliveredAt: "2026-11-19T10:00:00Z",
    });
  });
});

describe("the way back", () => {
  it("makes delivered returned, in the list too", () => {
    const back = checkpoint("delivered", "2026-11-20T10:00:00Z", { leg: "return" });
    const { parcel } = fold([report(tracked([back, checkpoint("returning", "2026-11-19T12:00:00Z")]))]);
    expect(parcel).toMatchObject({ status: "returned", leg: "return", deliveredAt: null });
    expect(parcel.checkpoints.map(({ status }) => status)).toEqual(["returned", "returning"]);
  });

  it.each(["in_transit", "out_for_delivery", "ready_for_pickup", "delivery_attempted"] as const)("makes %s returning", (status) => {
    const { parcel, delivery } = fold([report(tracked([checkpoint(status, "2026-11-19T12:00:00Z", { leg: "return" })]))], {
      pickupHoldMs: 48 * 3_600_000,
    });
    expect(parcel).toMatchObject({ status: "returning", leg: "return" });
    expect(delivery.pickup).toBeNull();
  });
});

describe("what is over", () => {
  const delivered = checkpoint("delivered", "2026-11-19T10:00:00Z");

  it("is reopened by a courier's newer event", () => {
    const returning = checkpoint("returning", "2026-11-19T12:00:00Z", { exceptions: ["refused"] });
    const { parcel } = fold([report(tracked([returning, ...life]))]);
    expect(parcel).toMatchObject({ status: "returning", leg: "return", deliveredAt: null });
  });

  it("is not reopened by an event of the same time or before", () => {
    expect(statusAfter(checkpoint("in_transit", "2026-11-19T10:00:00Z"), delivered)).toBe("delivered");
    expect(statusAfter(delivered, checkpoint("in_transit", "2026-11-19T09:59:59Z"))).toBe("delivered");
  });

  it("is not reopened by anybody else", () => {
    const shops = checkpoint("in_transit", "2026-11-19T12:00:00Z", { by: "storefront" });
    expect(statusAfter(shops, delivered)).toBe("delivered");
  });

  it("is reopened for everybody when the customer says that nothing came, and the courier's word stands beside it", () => {
    const claim = { kind: "delivered_not_received", by: "customer", at: "2026-11-19T18:00:00Z", clearedAt: null } as const;
    const denied = fold([report(tracked(life))], { claims: [claim] });
    expect(denied.parcel).toMatchObject({
      status: "delivered",
      exceptions: [{ kind: "delivered_not_received", by: "customer", at: claim.at }],
    });
    expect(denied.delivery.contradictory).toBe(true);
    expect(denied.delivery.sources.at(-1)).toMatchObject({ source: "customer", by: "customer", status: "unknown", at: claim.at });
    expect(isSettled(denied)).toBe(false);

    const found = checkpoint("out_for_delivery", "2026-11-20T07:00:00Z", { by: "storefront" });
    expect(fold([report(tracked([found, ...life]))], { claims: [claim] }).parcel.status).toBe("out_for_delivery");
    const taken = fold([report(tracked(life))], { claims: [{ ...claim, clearedAt: "2026-11-20T08:00:00Z" }] });
    expect(taken.delivery.contradictory).toBe(false);
    expect(taken.delivery.exceptions).toEqual([{ kind: claim.kind, by: "customer", since: claim.at, clearedAt: "2026-11-20T08:00:00Z" }]);
    expect(isSettled(taken)).toBe(true);
  });

  it("keeps the time of the first telling", () => {
    const signed = checkpoint("delivered", "2026-11-19T16:00:00Z", { rawStatus: "POD" });
    expect(fold([report(tracked([signed, ...life]))]).parcel).toMatchObject({ deliveredAt: "2026-11-19T10:00:00Z", rawStatus: "POD" });
  });

  it("is not undone by a day without an hour that may have come before it", () => {
    const sameDay = checkpoint("in_transit", "2026-11-19T21:59:59Z", { assumed: ["time_of_day"] });
    expect(statusAfter(sameDay, delivered)).toBe("delivered");
    const nextDay = checkpoint("in_transit", "2026-11-20T21:59:59Z", { assumed: ["time_of_day"] });
    expect(statusAfter(nextDay, delivered)).toBe("in_transit");
  });
});

describe("what is shown and not counted", () => {
  it("lies more than 15 minutes ahead", () => {
    const ahead = (at: string) => fold([report(tracked([checkpoint("delivered", at), ...life.slice(1)]))]);
    expect(ahead("2026-11-20T12:15:00Z").parcel.status).toBe("delivered");
    const future = ahead("2026-11-20T12:15:01Z");
    expect(future.parcel).toMatchObject({ status: "out_for_delivery", deliveredAt: null });
    expect(future.parcel.checkpoints[0]?.status).toBe("delivered");
    expect(future.delivery.uncounted).toEqual([{ checkpointId: "delivered@2026-11-20T12:15:01Z", reason: "future" }]);
  });

  it("is not today's event without an hour, which is read as the end of the day", () => {
    const today = checkpoint("delivered", "2026-11-20T21:59:59Z", { assumed: ["time_of_day"] });
    expect(fold([report(tracked([today, ...life.slice(1)]))]).parcel.status).toBe("delivered");
    const tomorrow = checkpoint("delivered", "2026-11-21T21:59:59Z", { assumed: ["time_of_day"] });
    expect(fold([report(tracked([tomorrow, ...life.slice(1)]))]).parcel.status).toBe("out_for_delivery");
  });

  it("is another parcel's: more than two days before the order", () => {
    const old = checkpoint("delivered", "2024-05-02T10:00:00Z");
    const { parcel, delivery } = fold([report(tracked([old]))]);
    expect(parcel).toMatchObject({ status: "label_created", deliveredAt: null, lastScanAt: null });
    expect(delivery.uncounted).toEqual([{ checkpointId: old.id, reason: "before_order" }]);
    expect(delivery.sources[0]).toMatchObject({ source: "courier", status: "unknown", rawStatus: "DELIVERED" });
    expect(delivery.contradictory).toBe(false);
    expect(statusAfter(checkpoint("handed_over", "2026-11-14T08:00:00Z"))).toBe("handed_over");
    expect(statusAfter(checkpoint("handed_over", "2026-11-14T07:59:59Z"))).toBe("label_created");
  });
});

describe("the storefront", () => {
  it.each([
    ["fulfilled", "delivered"],
    ["COMPLETED", "delivered"],
    ["MARKED_AS_FULFILLED", "in_transit"],
    ["Shipped", "handed_over"],
  ] as const)("says with %s at most that there is a label", (rawStatus, status) => {
    const { parcel } = fold([], { reported: reported({ status, rawStatus, deliveredAt: "2026-11-19T10:00:00Z" }) });
    expect(parcel).toMatchObject({ status: "label_created", rawStatus, deliveredAt: null, lastScanAt: null });
  });

  it("passes on what a courier told it", () => {
    const shops = reported({ status: "delivered", rawStatus: "DELIVERED", deliveredAt: "2026-11-19T10:00:00Z", checkpoints: life });
    expect(fold([], { reported: shops }).parcel).toMatchObject({
      status: "delivered",
      deliveredAt: "2026-11-19T10:00:00Z",
      checkpoints: life,
    });
  });

  it("is believed without a time only where there is no scan", () => {
    const shops = reported({ status: "delivered", rawStatus: "delivered", shippedAt: null });
    expect(fold([], { reported: shops }).parcel).toMatchObject({ status: "delivered", deliveredAt: null });
    const carried = fold([report(tracked(life.slice(2)))], { reported: shops });
    expect(carried.parcel.status).toBe("in_transit");
    expect(carried.delivery.contradictory).toBe(true);
    expect(fold([report(tracked(life.slice(4)))], { reported: shops }).parcel.status).toBe("label_created");
  });

  it("may void what never moved, and nothing that did", () => {
    const shops = reported({ status: "cancelled", rawStatus: "cancelled" });
    expect(fold([report(tracked(life.slice(4)))], { reported: shops }).parcel.status).toBe("cancelled");
    expect(fold([report(tracked(life.slice(4)))], { reported: shops }).delivery.contradictory).toBe(false);
    const moving = fold([report(tracked(life.slice(2)))], { reported: shops });
    expect(moving.parcel.status).toBe("in_transit");
    expect(moving.delivery.contradictory).toBe(true);
  });
});
