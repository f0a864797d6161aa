import { testNow, underEveryZone } from "@askonce/testkit/carrier";
import { describe, expect, test } from "vitest";
import { number, scan, tracking } from "../test-support/tracking.ts";
import { mapTracking } from "./map-tracking.ts";
import { trackingSchema } from "./tracking-schema.ts";

const map = (given: unknown, timeZone = "UTC") => mapTracking(trackingSchema.parse(given), timeZone, testNow);
const travelled = [
  scan("2026-11-18T12:00:00+02:00", "InfoReceived_001"),
  scan("2026-11-18T18:00:00+02:00", "InTransit_002"),
  scan("2026-11-19T03:00:00+02:00", "InTransit_003"),
];

describe("a parcel", () => {
  test("has its scans newest first, in our words beside AfterShip's", () => {
    const parcel = map(tracking([...travelled, scan("2026-11-19T14:20:00+02:00", "Delivered_003")]));
    expect(parcel).toMatchObject({
      trackingNumber: number,
      status: "delivered",
      leg: "forward",
      exceptions: [],
      rawStatus: "Delivered_003",
      statusAt: "2026-11-19T12:20:00Z",
      deliveredAt: "2026-11-19T12:20:00Z",
      pieces: [],
      unknownCodes: [],
    });
    expect(parcel?.checkpoints.map(({ at, status, rawStatus }) => [at, status, rawStatus])).toEqual([
      ["2026-11-19T12:20:00Z", "delivered", "Delivered_003"],
      ["2026-11-19T01:00:00Z", "in_transit", "InTransit_003"],
      ["2026-11-18T16:00:00Z", "handed_over", "InTransit_002"],
      ["2026-11-18T10:00:00Z", "label_created", "InfoReceived_001"],
    ]);
    expect(parcel?.checkpoints[0]).toMatchObject({
      zone: "+02:00",
      text: "Message of Delivered_003",
      city: "Bucharest",
      countryCode: "RO",
      by: "carrier",
    });
  });

  test("that AfterShip knows nothing of is null", () => {
    expect(map(tracking([]))).toBeNull();
  });

  test("is the same whatever the order of its scans, and each scan once", () => {
    const right = map(tracking(travelled));
    const shuffled = tracking([...travelled.toReversed(), ...travelled], { tag: "InTransit", subtag: "InTransit_003" });
    expect(map(shuffled)).toEqual(right);
  });

  test("is read although one of its scans cannot be", () => {
    const parcel = map(
      tracking([...travelled, { ...scan("soon", "InTransit_007") }, null as never], { tag: "InTransit", subtag: "InTransit_003" }),
    );
    expect(parcel?.checkpoints).toHaveLength(3);
    expect(parcel?.status).toBe("in_transit");
  });

  test("keeps nothing of the customer", () => {
    expect(JSON.stringify(map(tracking(travelled)))).not.toMatch(/canary/i);
  });
});

describe("exceptions", () => {
  test.each([
    ["Exception_012", "on_hold", "damaged"],
    ["Exception_013", "failed", "lost"],
    ["Exception_003", "on_hold", "refused"],
    ["Exception_007", "on_hold", "address_issue"],
    ["AttemptFail_002", "delivery_attempted", "recipient_absent"],
    ["Exception_008", "ready_for_pickup", "pickup_expired"],
  ])("%s is %s, %s", (subtag, status, exception) => {
    const parcel = map(tracking([...travelled, scan("2026-11-19T14:20:00+02:00", subtag)]));
    expect(parcel).toMatchObject({ status, exceptions: [exception] });
  });

  test("are over when the headline is already elsewhere", () => {
    const held = scan("2026-11-19T14:20:00+02:00", "Exception_006");
    const parcel = map(tracking([...travelled, held], { tag: "OutForDelivery", subtag: "OutForDelivery_001" }));
    expect(parcel).toMatchObject({ status: "out_for_delivery", exceptions: [] });
  });

  test("'no news for 30 days' leaves the parcel where it was seen last", () => {
    const parcel = map(tracking(travelled, { tag: "Expired", subtag: "Expired_001" }));
    expect(parcel).toMatchObject({ status: "in_transit", exceptions: ["stalled"], statusAt: "2026-11-19T01:00:00Z" });
  });
});

describe("words nobody has heard of", () => {
  test("an unknown subtag of a known tag is reported, and only the tag is believed", () => {
    const parcel = map(tracking([...travelled, scan("2026-11-19T14:20:00+02:00", "InTransit_099")]));
    expect(parcel).toMatchObject({
      status: "in_transit",
      exceptions: [],
      rawStatus: "InTransit_099",
      unknownCodes: ["subtag:InTransit_099"],
    });
  });

  test("an unknown exception is left open, not guessed to be a hold", () => {
    const parcel = map(tracking([...travelled, scan("2026-11-19T14:20:00+02:00", "Exception_099")]));
    expect(parcel?.checkpoints[0]).toMatchObject({ status: "unknown", exceptions: [], rawStatus: "Exception_099" });
    expect(parcel).toMatchObject({ status: "in_transit", exceptions: [], unknownCodes: ["subtag:Exception_099"] });
  });

  test("an unknown tag is left open, too", () => {
    const parcel = map(tracking([...travelled, scan("2026-11-19T14:20:00+02:00", "Teleported_001")]));
    expect(parcel).toMatchObject({ status: "in_transit", unknownCodes: ["subtag:Teleported_001", "tag:Teleported"] });
  });

  test("what is no code does not become one", () => {
    const parcel = map(tracking([...travelled, scan("2026-11-19T14:20:00+02:00", "x", { tag: "left with Ana, call 0722 000 000" })]));
    expect(parcel?.unknownCodes.join()).not.toMatch(/Ana|0722/);
  });
});

describe("the way back", () => {
  const back = [
    ...travelled,
    scan("2026-11-19T10:00:00+02:00", "Exception_003"),
    scan("2026-11-19T12:00:00+02:00", "Exception_010"),
    scan("2026-11-20T12:00:00+02:00", "InTransit_007"),
  ];

  test("moving is returning, delivered is returned", () => {
    expect(map(tracking(back))).toMatchObject({ status: "returning", leg: "return" });
    const handedBack = map(tracking([...back, scan("2026-11-21T12:00:00+02:00", "Delivered_001")], { return_to_sender: true }));
    expect(handedBack).toMatchObject({ status: "returned", leg: "return", deliveredAt: null });
    expect(handedBack?.checkpoints[0]).toMatchObject({ status: "returned", leg: "return" });
  });

  test("AfterShip's flag alone turns the parcel", () => {
    const parcel = map(tracking([...travelled, scan("2026-11-19T14:20:00+02:00", "Delivered_001")], { return_to_sender: true }));
    expect(parcel).toMatchObject({ status: "returned", leg: "return", deliveredAt: null });
  });

  test("a label for a return is on the way back from the start, and the other way's label tells its number", () => {
    const parcel = map(tracking(travelled, { shipment_direction: "return" }));
    expect(parcel).toMatchObject({ status: "returning", leg: "return" });
    expect(parcel?.checkpoints.every(({ leg }) => leg === "return")).toBe(true);
    const there = map(tracking(travelled, { return_shipment: { tracking_number: "AS0000000002", slug: "fan-courier" } }));
    expect(there?.returnTrackingNumber).toBe("AS0000000002");
  });
});

describe("times", () => {
  test("without an offset are local to the assumed zone, and say so", () => {
    const read = () => map(tracking([scan("2026-11-19T14:20:00", "InTransit_003")]), "Europe/Bucharest")?.checkpoints[0];
    for (const checkpoint of underEveryZone(read)) {
      expect(checkpoint).toMatchObject({
        at: "2026-11-19T12:20:00Z",
        zone: "Europe/Bucharest",
        assumed: ["zone"],
        atOriginal: "2026-11-19T14:20:00",
      });
    }
    expect(map(tracking([scan("2026-11-19T14:20:00", "InTransit_003")]))?.checkpoints[0]).toMatchObject({
      at: "2026-11-19T14:20:00Z",
      zone: "UTC",
    });
  });

  test("with an offset need no assumption", () => {
    const [checkpoint] = map(tracking([scan("2026-11-19T14:20:00+02:00", "InTransit_003")]), "Asia/Tokyo")?.checkpoints ?? [];
    expect(checkpoint?.at).toBe("2026-11-19T12:20:00Z");
    expect(checkpoint).not.toHaveProperty("assumed");
  });

  test("a scan that a person made by hand is no scan of the courier", () => {
    const parcel = map(tracking([...travelled, scan("2026-11-19T14:20:00+02:00", "Delivered_001", { source: "user" })]));
    expect(parcel?.checkpoints[0]?.by).toBe("agent");
  });
});

describe("estimates", () => {
  test("what was promised is booked, the guesses are estimated, and none is there twice", () => {
    const parcel = map(
      tracking(travelled, {
        order_promised_delivery_date: {
          promised_delivery_date: "2026-11-20",
          promised_delivery_date_min: null,
          promised_delivery_date_max: null,
        },
        courier_estimated_delivery_date: { estimated_delivery_date: "2026-11-21T17:00:00+02:00" },
        latest_estimated_delivery: {
          type: "specific",
          source: "Carrier EDD",
          datetime: "2026-11-21T17:00:00+02:00",
          datetime_min: null,
          datetime_max: null,
        },
        aftership_estimated_delivery_date: {
          estimated_delivery_date: "2026-11-22",
          confidence_code: 1,
          estimated_delivery_date_min: "2026-11-22",
          estimated_delivery_date_max: "2026-11-24",
        },
      }),
    );
    expect(parcel?.estimates).toEqual([
      { kind: "booked", date: "2026-11-20", from: null, until: null, statedAt: null, original: "2026-11-20" },
      { kind: "estimated", date: null, from: null, until: "2026-11-21T15:00:00Z", statedAt: null, original: "2026-11-21T17:00:00+02:00" },
      { kind: "estimated", date: "2026-11-24", from: null, until: null, statedAt: null, original: "2026-11-22 - 2026-11-24" },
    ]);
  });

  test("a promise that AfterShip repeats as its latest estimate stays a promise", () => {
    const latest = { type: "specific", source: "Order EDD", datetime: "2026-11-20" };
    expect(map(tracking(travelled, { latest_estimated_delivery: latest }))?.estimates).toMatchObject([
      { kind: "booked", date: "2026-11-20" },
    ]);
  });

  test("a midnight is the day, and a window without offset is read in the assumed zone", () => {
    const midnight = map(tracking(travelled, { courier_estimated_delivery_date: { estimated_delivery_date: "2026-11-21T00:00:00" } }));
    expect(midnight?.estimates).toMatchObject([{ date: "2026-11-21", until: null }]);
    const custom = { type: "range", datetime: null, datetime_min: "2026-11-21T09:00:00", datetime_max: "2026-11-21T18:00:00" };
    const window = map(tracking(travelled, { custom_estimated_delivery_date: custom }), "Europe/Bucharest");
    expect(window?.estimates).toMatchObject([
      { date: null, from: "2026-11-21T07:00:00Z", until: "2026-11-21T16:00:00Z", assumed: ["zone"] },
    ]);
  });

  test("what is no date is no estimate", () => {
    expect(map(tracking(travelled, { courier_estimated_delivery_date: { estimated_delivery_date: "in a few days" } }))?.estimates).toEqual(
      [],
    );
  });
});
