import { testNow, underEveryZone } from "@askonce/testkit/carrier";
import { describe, expect, test } from "vitest";
import { event, number, provider, tracked } from "../test-support/number.ts";
import { trackedNumberSchema } from "./answer-schema.ts";
import { mapNumber } from "./map-number.ts";

const map = (given: unknown, timeZone = "UTC") => mapNumber(trackedNumberSchema.parse(given), timeZone, testNow);
const travelled = [
  event("2026-11-19T03:00:00+02:00", "InTransit_Departure"),
  event("2026-11-18T18:00:00+02:00", "InTransit_PickedUp"),
  event("2026-11-18T12:00:00+02:00", "InfoReceived"),
];
const delivered = event("2026-11-19T14:20:00+02:00", "Delivered_Other");

describe("a parcel", () => {
  test("has its events newest first, in our words beside 17TRACK's", () => {
    const parcel = map(tracked([delivered, ...travelled]));
    expect(parcel).toMatchObject({
      trackingNumber: number,
      status: "delivered",
      leg: "forward",
      exceptions: [],
      rawStatus: "Delivered_Other",
      statusAt: "2026-11-19T12:20:00Z",
      deliveredAt: "2026-11-19T12:20:00Z",
      unknownCodes: [],
    });
    expect(parcel?.checkpoints.map(({ at, status }) => [at, status])).toEqual([
      ["2026-11-19T12:20:00Z", "delivered"],
      ["2026-11-19T01:00:00Z", "in_transit"],
      ["2026-11-18T16:00:00Z", "handed_over"],
      ["2026-11-18T10:00:00Z", "label_created"],
    ]);
    expect(parcel?.checkpoints[0]).toMatchObject({
      zone: "+02:00",
      city: "Bucharest",
      countryCode: "RO",
      text: "Description of Delivered_Other",
    });
  });

  test.each([
    ["NotFound_Other", null],
    ["NotFound_InvalidCode", ["data_issue"]],
  ])("without events, %s", (subStatus, exceptions) => {
    const parcel = map(tracked([], { latest_status: { status: "NotFound", sub_status: subStatus }, tracking: { providers: [] } }));
    expect(parcel?.exceptions ?? null).toEqual(exceptions);
  });

  test("without any information is null", () => {
    expect(map({ number, carrier: 0, track_info: null })).toBeNull();
    expect(map({ number })).toBeNull();
  });

  test("is the same whatever the order of its events, and each event once", () => {
    const right = map(tracked([delivered, ...travelled]));
    const headline = { latest_status: { status: "Delivered", sub_status: "Delivered_Other" } };
    expect(map(tracked([...travelled.toReversed(), delivered, delivered], headline))).toEqual(right);
  });

  test("of two couriers on one way has the events of both in one line", () => {
    const last = event("2026-11-19T09:00:00+02:00", "OutForDelivery_Other");
    const headline = { status: "OutForDelivery", sub_status: "OutForDelivery_Other" };
    const parcel = map(tracked([], { latest_status: headline, tracking: { providers: [provider(travelled), provider([last], 3011)] } }));
    expect(parcel?.checkpoints.map(({ status }) => status)).toEqual(["out_for_delivery", "in_transit", "handed_over", "label_created"]);
    expect(parcel?.status).toBe("out_for_delivery");
  });

  test("keeps no street and nothing else of the customer", () => {
    expect(JSON.stringify(map(tracked([delivered, ...travelled])))).not.toMatch(/canary|010101/i);
  });

  test("is read although one of its events cannot be", () => {
    const headline = { latest_status: { status: "InTransit", sub_status: "InTransit_Departure" } };
    expect(map(tracked([event(null, "InTransit_Other"), 7 as never, ...travelled], headline))?.checkpoints).toHaveLength(3);
  });
});

describe("words", () => {
  test.each([
    ["Exception_Damage", "on_hold", ["damaged"]],
    ["Exception_Lost", "failed", ["lost"]],
    ["DeliveryFailure_Rejected", "delivery_attempted", ["refused"]],
    ["InTransit_CustomsRequiringInformation", "on_hold", ["customs_hold"]],
    ["AvailableForPickup_Other", "ready_for_pickup", ["locker_ready"]],
  ])("%s is %s", (subStatus, status, exceptions) => {
    expect(map(tracked([event("2026-11-19T14:20:00+02:00", subStatus), ...travelled]))).toMatchObject({ status, exceptions });
  });

  test("an older version's milestone is read, and an event without any word changes nothing and is no unknown code", () => {
    const wordless = event("2026-11-19T16:20:00+02:00", null);
    const milestone = event("2026-11-19T14:20:00+02:00", null, { stage: "OutForDelivery" });
    const headline = { latest_status: { status: "OutForDelivery", sub_status: null } };
    const parcel = map(tracked([wordless, milestone, ...travelled], headline));
    expect(parcel?.checkpoints.slice(0, 2).map(({ status, rawStatus }) => [status, rawStatus])).toEqual([
      ["unknown", null],
      ["out_for_delivery", "OutForDelivery"],
    ]);
    expect(parcel).toMatchObject({ status: "out_for_delivery", statusAt: "2026-11-19T12:20:00Z", unknownCodes: [] });
  });

  test("two events without a word in one minute stay two", () => {
    const both = ["Arrived", "Weighed"].map((description) => event("2026-11-19T16:20:00+02:00", null, { description }));
    expect(
      map(tracked([...both, ...travelled], { latest_status: { status: "InTransit", sub_status: "InTransit_Other" } }))?.checkpoints,
    ).toHaveLength(5);
  });

  test("an unknown sub-status of a known status is reported, and only the status is believed", () => {
    const parcel = map(tracked([event("2026-11-19T14:20:00+02:00", "InTransit_Teleported"), ...travelled]));
    expect(parcel).toMatchObject({ status: "in_transit", exceptions: [], unknownCodes: ["sub_status:InTransit_Teleported"] });
    expect(parcel?.checkpoints[0]).toMatchObject({ status: "in_transit", rawStatus: "InTransit_Teleported" });
  });

  test("an unknown exception and an unknown word are left open, not guessed", () => {
    for (const subStatus of ["Exception_Held", "Teleported_Other"]) {
      const parcel = map(tracked([event("2026-11-19T14:20:00+02:00", subStatus), ...travelled]));
      expect(parcel?.checkpoints[0]).toMatchObject({ status: "unknown", exceptions: [], rawStatus: subStatus });
      expect(parcel).toMatchObject({ status: "in_transit", exceptions: [] });
      expect(parcel?.unknownCodes).toContain(`sub_status:${subStatus}`);
    }
  });

  test("'no news for long' leaves the parcel where it was seen last", () => {
    const parcel = map(tracked(travelled, { latest_status: { status: "Expired", sub_status: "Expired_Other" } }));
    expect(parcel).toMatchObject({ status: "in_transit", exceptions: ["stalled"], statusAt: "2026-11-19T01:00:00Z" });
  });

  test("on the way back moving is returning, and handed back is returned", () => {
    const turned = event("2026-11-19T14:20:00+02:00", "Exception_Returning");
    const moving = event("2026-11-19T18:20:00+02:00", "InTransit_Other");
    expect(map(tracked([moving, turned, ...travelled]))).toMatchObject({ status: "returning", leg: "return" });
    for (const home of ["Exception_Returned", "Delivered_Other"]) {
      const parcel = map(tracked([event("2026-11-21T10:00:00+02:00", home), moving, turned, ...travelled]));
      expect(parcel).toMatchObject({ status: "returned", leg: "return", deliveredAt: null });
      expect(parcel?.checkpoints[0]).toMatchObject({ status: "returned", leg: "return" });
    }
  });
});

describe("times", () => {
  const timeOf = (more: Readonly<Record<string, unknown>>, zone = "UTC") =>
    underEveryZone(() => map(tracked([event("2026-11-19T00:00:00+02:00", "InTransit_Other", more)]), zone)?.checkpoints[0]);

  test("of a day only are the day's end, not the midnight that 17TRACK makes of it", () => {
    for (const checkpoint of timeOf({ time_raw: { date: "2026-11-19", time: null, timezone: null } })) {
      expect(checkpoint).toMatchObject({ at: "2026-11-19T21:59:59Z", zone: "+02:00", assumed: ["time_of_day"], atOriginal: "2026-11-19" });
    }
  });

  test("without an offset are read in the assumed zone, and say so", () => {
    const raw = { time_iso: null, time_utc: null, time_raw: { date: "2026-11-19", time: "14:20:00", timezone: null } };
    for (const checkpoint of timeOf(raw, "Europe/Bucharest")) {
      expect(checkpoint).toMatchObject({ at: "2026-11-19T12:20:00Z", zone: "Europe/Bucharest", assumed: ["zone"] });
    }
    for (const checkpoint of timeOf({ time_iso: "2026-11-19T14:20:00", time_utc: null, time_raw: null }, "Europe/Bucharest")) {
      expect(checkpoint).toMatchObject({ at: "2026-11-19T12:20:00Z", assumed: ["zone"] });
    }
  });

  test("a real midnight stays one, and UTC is taken where it is all there is", () => {
    for (const checkpoint of timeOf({})) expect(checkpoint).toMatchObject({ at: "2026-11-18T22:00:00Z", zone: "+02:00" });
    for (const checkpoint of timeOf({ time_iso: null, time_raw: null }))
      expect(checkpoint).toMatchObject({ at: "2026-11-18T22:00:00Z", zone: null });
  });
});

describe("estimates", () => {
  const estimatesOf = (from: string | null, to: string | null) =>
    map(tracked(travelled, { time_metrics: { estimated_delivery_date: { source: "Official", from, to } } }))?.estimates;

  test("are estimated, whole days as days and hours as hours", () => {
    expect(estimatesOf("2026-11-20T00:00:00+02:00", "2026-11-22T23:59:59+02:00")).toEqual([
      {
        kind: "estimated",
        date: "2026-11-22",
        from: null,
        until: null,
        statedAt: null,
        original: "2026-11-20T00:00:00+02:00 - 2026-11-22T23:59:59+02:00",
      },
    ]);
    expect(estimatesOf("2026-11-20T09:00:00+02:00", "2026-11-20T18:00:00+02:00")).toMatchObject([
      { kind: "estimated", date: null, from: "2026-11-20T07:00:00Z", until: "2026-11-20T16:00:00Z" },
    ]);
    expect(estimatesOf("2026-11-20T00:00:00", null)).toMatchObject([{ date: "2026-11-20", until: null }]);
  });

  test("are none when there is none", () => {
    expect(estimatesOf(null, null)).toEqual([]);
    expect(estimatesOf("soon", null)).toEqual([]);
  });
});
