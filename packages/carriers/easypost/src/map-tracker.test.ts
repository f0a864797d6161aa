import { testNow, underEveryZone } from "@askonce/testkit/carrier";
import { describe, expect, test } from "vitest";
import { number, scan, tracker } from "../test-support/tracker.ts";
import { mapTracker } from "./map-tracker.ts";
import { trackerSchema } from "./tracker-schema.ts";

const map = (given: unknown, timeZone = "UTC") => mapTracker(trackerSchema.parse(given), timeZone, testNow);
const travelled = [
  scan("2026-11-18T17:54:00Z", "pre_transit", "label_created"),
  scan("2026-11-18T22:01:00Z", "in_transit", "received_at_origin_facility"),
  scan("2026-11-19T06:02:17Z", "in_transit", "departed_origin_facility"),
];
const door = scan("2026-11-19T15:00:00Z", "out_for_delivery", "out_for_delivery");
const delivered = scan("2026-11-19T19:30:00Z", "delivered", "arrived_at_destination");

describe("a parcel", () => {
  test("has its scans newest first, in our words beside EasyPost's", () => {
    const parcel = map(tracker([...travelled, door, delivered]));
    expect(parcel).toMatchObject({
      trackingNumber: number,
      status: "delivered",
      leg: "forward",
      exceptions: [],
      rawStatus: "arrived_at_destination",
      statusAt: "2026-11-19T19:30:00Z",
      deliveredAt: "2026-11-19T19:30:00Z",
      unknownCodes: [],
    });
    expect(parcel?.checkpoints.map(({ at, status }) => [at, status])).toEqual([
      ["2026-11-19T19:30:00Z", "delivered"],
      ["2026-11-19T15:00:00Z", "out_for_delivery"],
      ["2026-11-19T06:02:17Z", "in_transit"],
      ["2026-11-18T22:01:00Z", "handed_over"],
      ["2026-11-18T17:54:00Z", "label_created"],
    ]);
    expect(parcel?.checkpoints[0]).toMatchObject({
      zone: null,
      text: "Message of arrived_at_destination",
      city: "Oceanside",
      countryCode: "US",
    });
  });

  test("that the courier does not know is null", () => {
    expect(map(tracker([]))).toBeNull();
  });

  test("is the same whatever the order of its scans, and each scan once", () => {
    const right = map(tracker([...travelled, door]));
    expect(
      map(tracker([door, ...travelled.toReversed(), ...travelled], { status: door.status, status_detail: door.status_detail })),
    ).toEqual(right);
  });

  test("keeps nothing of the customer", () => {
    expect(JSON.stringify(map(tracker([...travelled, delivered])))).not.toMatch(/canary/i);
  });

  test("is read although one of its scans cannot be", () => {
    const parcel = map(tracker([null as never, scan("soon", "in_transit", "in_transit"), ...travelled]));
    expect(parcel?.checkpoints).toHaveLength(3);
  });
});

describe("the two words together", () => {
  const cases: [string, string, string, string[]][] = [
    ["in_transit", "arrived_at_destination", "in_transit", []],
    ["delivered", "damaged", "delivered", ["damaged"]],
    ["return_to_sender", "refused", "returning", ["returned_to_sender", "refused"]],
    ["in_transit", "damaged", "on_hold", ["damaged"]],
    ["failure", "delayed", "on_hold", ["late"]],
    ["failure", "address_correction", "on_hold", ["address_issue"]],
    ["failure", "delivery_exception", "delivery_attempted", []],
    ["failure", "lost", "failed", ["lost"]],
    ["failure", "status_update", "failed", ["undeliverable"]],
    ["failure", "arrived_at_destination", "failed", ["undeliverable"]],
    ["in_transit", "status_update", "in_transit", []],
    ["available_for_pickup", "arrived_at_pickup_location", "ready_for_pickup", ["locker_ready"]],
  ];

  test.each(cases)("%s with %s is %s", (status, detail, ours, exceptions) => {
    const parcel = map(tracker([...travelled, scan("2026-11-19T15:00:00Z", status, detail)]));
    expect(parcel?.checkpoints[0]).toMatchObject({ status: ours });
    expect(parcel).toMatchObject({ status: ours, unknownCodes: [] });
    expect(parcel?.exceptions.toSorted()).toEqual(exceptions.toSorted());
  });

  test("news without a place ('arriving early') changes nothing", () => {
    const parcel = map(
      tracker([...travelled, scan("2026-11-19T15:00:00Z", "unknown", "status_update")], {
        status: "in_transit",
        status_detail: "departed_origin_facility",
      }),
    );
    expect(parcel?.checkpoints[0]?.status).toBe("unknown");
    expect(parcel).toMatchObject({ status: "in_transit", statusAt: "2026-11-19T06:02:17Z", unknownCodes: [] });
  });

  test("a parcel that failed a delivery and went on is not failed", () => {
    const failure = scan("2026-11-19T21:06:30Z", "failure", "delayed", { message: "Delivery exception (Customer not available)" });
    const again = scan("2026-11-20T12:09:00Z", "out_for_delivery", "out_for_delivery");
    expect(map(tracker([...travelled, door, failure, again]))).toMatchObject({ status: "out_for_delivery", exceptions: [] });
  });

  test("only the first depot's scan is the handing over", () => {
    const hub = scan("2026-11-19T11:25:00Z", "in_transit", "received_at_origin_facility");
    const parcel = map(tracker([...travelled, hub]));
    expect(parcel?.checkpoints.map(({ status }) => status)).toEqual(["in_transit", "in_transit", "handed_over", "label_created"]);
    expect(parcel?.status).toBe("in_transit");
  });

  test("a word nobody has heard of is unknown, kept and reported", () => {
    const parcel = map(tracker([...travelled, scan("2026-11-19T15:00:00Z", "teleported", "beamed_up")]));
    expect(parcel?.checkpoints[0]).toMatchObject({ status: "unknown", exceptions: [], rawStatus: "beamed_up" });
    expect(parcel).toMatchObject({ status: "in_transit", unknownCodes: ["status:teleported", "status_detail:beamed_up"] });
    const known = map(tracker([...travelled, scan("2026-11-19T15:00:00Z", "in_transit", "beamed_up")]));
    expect(known).toMatchObject({ status: "in_transit", unknownCodes: ["status_detail:beamed_up"] });
  });
});

describe("the way back", () => {
  test("of a return label delivered is returned, and moving is returning", () => {
    expect(map(tracker([...travelled, door, delivered], { is_return: true }))).toMatchObject({
      status: "returned",
      leg: "return",
      deliveredAt: null,
    });
    expect(map(tracker(travelled, { is_return: true }))).toMatchObject({ status: "returning", leg: "return" });
  });

  test("once turned round a parcel stays on it", () => {
    const turned = scan("2026-11-19T20:00:00Z", "return_to_sender", "return");
    const home = scan("2026-11-21T10:00:00Z", "delivered", "arrived_at_destination");
    const parcel = map(tracker([...travelled, door, turned, home]));
    expect(parcel).toMatchObject({ status: "returned", leg: "return", deliveredAt: null });
    expect(parcel?.checkpoints[0]).toMatchObject({ status: "returned", leg: "return" });
  });
});

describe("times", () => {
  test("in UTC without a place are the courier's local ones, as EasyPost documents, and say so", () => {
    const nowhere = { tracking_location: { object: "TrackingLocation", city: null, state: null, country: "US", zip: null } };
    const read = () => map(tracker([scan("2026-11-19T14:20:00Z", "in_transit", "in_transit", nowhere)]))?.checkpoints[0];
    for (const checkpoint of underEveryZone(read)) {
      expect(checkpoint).toMatchObject({ at: "2026-11-19T14:20:00Z", zone: "UTC", assumed: ["zone"], atOriginal: "2026-11-19T14:20:00Z" });
    }
  });

  test("with an offset or a place need no assumption, without an offset are read in the assumed zone", () => {
    const [there] = map(tracker([scan("2026-11-19T06:20:00-08:00", "in_transit", "in_transit")]))?.checkpoints ?? [];
    expect(there).toMatchObject({ at: "2026-11-19T14:20:00Z", zone: "-08:00" });
    expect(there).not.toHaveProperty("assumed");
    const [local] = map(tracker([scan("2026-11-19T14:20:00", "in_transit", "in_transit")]), "Europe/Bucharest")?.checkpoints ?? [];
    expect(local).toMatchObject({ at: "2026-11-19T12:20:00Z", zone: "Europe/Bucharest", assumed: ["zone"] });
  });
});

describe("estimates", () => {
  test("a guarantee is booked, the rest is estimated, the local day before the one in UTC", () => {
    const parcel = map(
      tracker(travelled, {
        est_delivery_date: "2026-11-21T04:00:00Z",
        carrier_detail: {
          guaranteed_delivery_date: "2026-11-20T17:00:00Z",
          est_delivery_date_local: "2026-11-20",
          est_delivery_time_local: "20:00:00",
        },
      }),
    );
    expect(parcel?.estimates).toEqual([
      { kind: "booked", date: null, from: null, until: "2026-11-20T17:00:00Z", statedAt: null, original: "2026-11-20T17:00:00Z" },
      { kind: "estimated", date: "2026-11-20", from: null, until: null, statedAt: null, original: "2026-11-20 20:00:00" },
    ]);
  });

  test("a midnight in UTC is a day, another hour is an instant", () => {
    expect(map(tracker(travelled, { est_delivery_date: "2026-11-21T00:00:00Z" }))?.estimates).toMatchObject([
      { date: "2026-11-21", until: null },
    ]);
    expect(map(tracker(travelled, { est_delivery_date: "2026-11-21T23:30:00Z" }))?.estimates).toMatchObject([
      { date: null, until: "2026-11-21T23:30:00Z" },
    ]);
  });

  test("what is no date is no estimate", () => {
    expect(map(tracker(travelled, { est_delivery_date: "soon" }))?.estimates).toEqual([]);
  });
});
