import type { Checkpoint, CustomerPromise, DeliveryStatus, Lateness } from "@askonce/spec";
import { deliveryStatuses } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { calendarFor } from "../calendars/country-calendar.ts";
import { seededRandom } from "../parcels/__fixtures__/seeded-random.ts";
import { latenessOf, nextLatenessChange } from "./lateness.ts";
import { latenessExceptions } from "./lateness-exceptions.ts";
import type { LatenessInput } from "./lateness-plan.ts";
import { yardstick } from "./yardstick.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const destination = calendarFor("RO", { shopZone: "Europe/Bucharest" });
const at = (instant: string) => Date.parse(instant);

function promise(more: Partial<CustomerPromise> = {}): CustomerPromise {
  return {
    id: "p1",
    ticketId: null,
    orderRef: "shop:1",
    parcelId: null,
    kind: "delivery",
    source: "checkout",
    madeBy: "shop",
    madeAt: "2026-11-16T08:00:00Z",
    // Wednesday, the end of the day in Bucharest.
    dueAt: "2026-11-18T21:59:59Z",
    dueDate: "2026-11-18",
    zone: "Europe/Bucharest",
    shownToBuyer: true,
    state: "open",
    settledAt: null,
    ...more,
  };
}

function checkpoint(status: DeliveryStatus, instant: string, more: Partial<Checkpoint> = {}): Checkpoint {
  return {
    id: `${status}-${instant}`,
    at: instant,
    zone: null,
    status,
    leg: "forward",
    exceptions: [],
    rawStatus: null,
    text: null,
    city: null,
    countryCode: null,
    by: "carrier",
    ...more,
  };
}

/** A parcel as its checkpoints (newest first) make it. */
function parcel(
  status: DeliveryStatus,
  checkpoints: Checkpoint[] = [],
  more: Partial<LatenessInput["parcel"]> = {},
): LatenessInput["parcel"] {
  const scanned = checkpoints.find((one) => one.status !== "label_created" && one.status !== "unknown");
  const deliveredAt = status === "delivered" ? (checkpoints.find((one) => one.status === "delivered")?.at ?? null) : null;
  return { id: "a", status, checkpoints, shippedAt: null, estimatedAt: null, deliveredAt, lastScanAt: scanned?.at ?? null, ...more };
}

function input(now: string, of: LatenessInput["parcel"], more: Partial<LatenessInput> = {}): LatenessInput {
  return { promises: [promise()], placedAt: "2026-11-16T08:00:00Z", parcel: of, destination, now: at(now), ...more };
}

const moving = parcel("in_transit", [checkpoint("in_transit", "2026-11-17T06:00:00Z")]);

describe("yardstick", () => {
  it("is the first date the buyer saw, whatever was said later", () => {
    const first = promise({ id: "first", source: "carrier", madeAt: "2026-11-16T09:00:00Z", state: "superseded" });
    const later = promise({ id: "later", madeAt: "2026-11-17T09:00:00Z" });
    const unseen = promise({ id: "unseen", source: "carrier", madeAt: "2026-11-15T09:00:00Z", shownToBuyer: false });
    expect(yardstick([later, unseen, first])?.id).toBe("first");
  });

  it("believes the better source of two made at the same time, and any order gives the same", () => {
    const agent = promise({ id: "agent", source: "agent" });
    const checkout = promise({ id: "checkout" });
    expect(yardstick([agent, checkout])?.id).toBe("checkout");
    expect(yardstick([checkout, agent])?.id).toBe("checkout");
    expect(yardstick([promise({ id: "b" }), promise({ id: "a" })])?.id).toBe("a");
  });

  it("falls back to the courier's first date and then to the table of services", () => {
    const table = promise({ id: "table", source: "service_table", shownToBuyer: false, madeAt: "2026-11-15T09:00:00Z" });
    const booked = promise({ id: "booked", source: "carrier", shownToBuyer: false });
    const guess = promise({ id: "guess", source: "carrier", shownToBuyer: false, madeAt: "2026-11-17T09:00:00Z" });
    expect(yardstick([table, guess, booked])?.id).toBe("booked");
    expect(yardstick([table])?.id).toBe("table");
  });

  it("leaves out what was withdrawn, what is about something else, and what nobody was told", () => {
    expect(yardstick([promise({ state: "withdrawn" }), promise({ kind: "reply" })])).toBeNull();
    expect(yardstick([promise({ source: "agent", shownToBuyer: false })])).toBeNull();
    expect(yardstick([promise({ parcelId: "b" })], "a")).toBeNull();
    expect(yardstick([promise({ parcelId: "a" })], "a")?.id).toBe("p1");
  });
});

describe("latenessOf", () => {
  const states: [string, string, LatenessInput["parcel"], Partial<Lateness>][] = [
    ["more than a day before", "2026-11-17T10:00:00Z", moving, { state: "on_time", risk: null, lateByMs: 0 }],
    ["24 hours before to the second", "2026-11-17T21:59:59Z", moving, { state: "on_time" }],
    ["within 24 hours and not on the van", "2026-11-17T22:00:00Z", moving, { state: "at_risk", risk: "not_on_the_van" }],
    [
      "on the van",
      "2026-11-18T10:00:00Z",
      parcel("out_for_delivery", [checkpoint("out_for_delivery", "2026-11-18T06:00:00Z")]),
      { state: "on_time" },
    ],
    ["the last second", "2026-11-18T21:59:59Z", moving, { state: "at_risk" }],
    ["one second after", "2026-11-18T22:00:00Z", moving, { state: "late", lateByMs: 1000, risk: null }],
    ["two working days after", "2026-11-20T21:59:59Z", moving, { state: "late" }],
    ["more than two working days after", "2026-11-20T22:00:00Z", moving, { state: "very_late" }],
    [
      "delivered in the last second",
      "2026-11-30T10:00:00Z",
      parcel("delivered", [checkpoint("delivered", "2026-11-18T21:59:59Z")]),
      { state: "on_time", stoppedAt: "2026-11-18T21:59:59Z", lateByMs: 0 },
    ],
    [
      "delivered late",
      "2026-11-30T10:00:00Z",
      parcel("delivered", [checkpoint("delivered", "2026-11-19T10:00:00Z")]),
      { state: "delivered_late", lateByMs: 12 * hourMs + 1000 },
    ],
  ];
  it.each(states)("%s", (_, now, of, expected) => {
    expect(latenessOf(input(now, of))).toMatchObject(expected);
  });

  it("measures very late by half of the promised transit when that is longer", () => {
    const transitMs = 10 * dayMs;
    expect(latenessOf(input("2026-11-23T21:59:00Z", moving, { transitMs })).state).toBe("late");
    expect(latenessOf(input("2026-11-23T22:00:00Z", moving, { transitMs })).state).toBe("very_late");
  });

  it("does not count days without work towards very late", () => {
    // Due on Friday; Saturday to Tuesday are free, so that the second working day is Thursday.
    const promises = [promise({ dueAt: "2026-11-27T21:59:59Z" })];
    expect(latenessOf(input("2026-12-03T21:59:59Z", moving, { promises })).state).toBe("late");
    expect(latenessOf(input("2026-12-03T22:00:00Z", moving, { promises })).state).toBe("very_late");
  });

  it.each(["delivery_attempted", "ready_for_pickup"] as const)("stops at the first %s: what follows is the recipient's time", (status) => {
    const checkpoints = [checkpoint("delivered", "2026-11-21T10:00:00Z"), checkpoint(status, "2026-11-18T10:00:00Z")];
    const expected = { state: "on_time", stoppedAt: "2026-11-18T10:00:00Z", lateByMs: 0 };
    expect(latenessOf(input("2026-11-20T10:00:00Z", parcel(status, checkpoints.slice(1))))).toMatchObject(expected);
    expect(latenessOf(input("2026-11-30T10:00:00Z", parcel("delivered", checkpoints)))).toMatchObject(expected);
    const late = [checkpoint("delivered", "2026-11-21T10:00:00Z"), checkpoint(status, "2026-11-18T23:00:00Z")];
    expect(latenessOf(input("2026-11-30T10:00:00Z", parcel("delivered", late)))).toMatchObject({
      state: "delivered_late",
      lateByMs: hourMs + 1000,
    });
  });

  it("stops at an attempt although the parcel went back to the depot", () => {
    const checkpoints = [checkpoint("in_transit", "2026-11-19T10:00:00Z"), checkpoint("delivery_attempted", "2026-11-18T10:00:00Z")];
    expect(latenessOf(input("2026-11-20T10:00:00Z", parcel("in_transit", checkpoints)))).toMatchObject({ state: "on_time" });
  });

  it("does not stop for an attempt on the way back, nor for one that is not counted", () => {
    const back = checkpoint("delivery_attempted", "2026-11-18T10:00:00Z", { leg: "return" });
    expect(latenessOf(input("2026-11-19T10:00:00Z", parcel("in_transit", [back]))).state).toBe("late");
    const future = checkpoint("delivery_attempted", "2026-11-18T10:00:00Z");
    const uncounted = [{ checkpointId: future.id }];
    expect(latenessOf(input("2026-11-19T10:00:00Z", parcel("in_transit", [future]), { uncounted })).state).toBe("late");
  });

  it("does not believe a delivery that the courier took back", () => {
    const checkpoints = [checkpoint("in_transit", "2026-11-19T10:00:00Z"), checkpoint("delivered", "2026-11-18T10:00:00Z")];
    expect(latenessOf(input("2026-11-20T10:00:00Z", parcel("in_transit", checkpoints))).state).toBe("late");
    const refused = [checkpoint("returning", "2026-11-19T10:00:00Z", { leg: "return" }), checkpoint("delivered", "2026-11-18T10:00:00Z")];
    expect(latenessOf(input("2026-11-20T10:00:00Z", parcel("returning", refused)))).toMatchObject({
      state: "on_time",
      stoppedAt: "2026-11-18T10:00:00Z",
    });
  });

  it("makes nobody late by an hour that was not given", () => {
    const dayOnly = checkpoint("delivered", "2026-11-18T21:59:59Z", { assumed: ["time_of_day"] });
    const promises = [promise({ dueAt: "2026-11-18T19:00:00Z" })];
    expect(latenessOf(input("2026-11-30T10:00:00Z", parcel("delivered", [dayOnly]), { promises })).state).toBe("on_time");
    const nextDay = checkpoint("delivered", "2026-11-19T21:59:59Z", { assumed: ["time_of_day"] });
    expect(latenessOf(input("2026-11-30T10:00:00Z", parcel("delivered", [nextDay]), { promises })).state).toBe("delivered_late");
  });

  it.each(["returned", "cancelled", "failed"] as const)("runs no clock for what is %s", (status) => {
    const ended = parcel(status, [checkpoint(status, "2026-11-25T10:00:00Z")]);
    expect(latenessOf(input("2027-02-01T10:00:00Z", ended))).toMatchObject({ state: "on_time", lateByMs: 0, legalOverdue: false });
  });

  it("never guesses a promise", () => {
    expect(latenessOf(input("2026-12-10T10:00:00Z", moving, { promises: [] }))).toMatchObject({
      state: "unknown_promise",
      promiseId: null,
      dueAt: null,
      lateByMs: 0,
      stalledSince: "2026-11-20T06:00:00Z",
      legalOverdue: false,
    });
  });

  it("flags thirty days whatever was promised", () => {
    const now = "2026-12-16T08:00:00.001Z";
    expect(latenessOf(input("2026-12-16T08:00:00Z", moving, { promises: [] })).legalOverdue).toBe(false);
    expect(latenessOf(input(now, moving, { promises: [] })).legalOverdue).toBe(true);
    const later = [promise({ dueAt: "2027-01-31T21:59:59Z" })];
    expect(latenessOf(input(now, moving, { promises: later })).legalOverdue).toBe(true);
    const delivered = parcel("delivered", [checkpoint("delivered", "2026-11-20T10:00:00Z")]);
    expect(latenessOf(input(now, delivered)).legalOverdue).toBe(false);
  });

  // From a Monday morning, in a fortnight without holidays: 168 hours go over one weekend and end on the second Wednesday.
  const stalls: [DeliveryStatus, string | null][] = [
    ["label_created", "2026-11-04T06:00:00Z"],
    ["handed_over", "2026-11-04T06:00:00Z"],
    ["in_transit", "2026-11-05T06:00:00Z"],
    ["out_for_delivery", "2026-11-02T20:00:00Z"],
    ["on_hold", "2026-11-04T06:00:00Z"],
    ["returning", "2026-11-11T06:00:00Z"],
    ["delivery_attempted", null],
    ["ready_for_pickup", null],
    ["delivered", null],
    ["unknown", null],
  ];
  it.each(stalls)("misses a scan of %s from %s on", (status, limit) => {
    const since = "2026-11-02T06:00:00Z";
    const promises = [promise({ dueAt: "2027-01-31T21:59:59Z" })];
    const stalledSince = (now: number) =>
      latenessOf({ ...input(since, parcel(status, [checkpoint(status, since)]), { promises }), now }).stalledSince;
    expect(stalledSince(limit === null ? at("2026-12-31T00:00:00Z") : at(limit))).toBeNull();
    if (limit !== null) expect(stalledSince(at(limit) + 1)).toBe(limit);
  });

  it("does not count days without work towards a stall", () => {
    // Scanned on Friday noon; Saturday to Tuesday are free.
    const scanned = parcel("out_for_delivery", [checkpoint("out_for_delivery", "2026-11-27T10:00:00Z")]);
    const promises = [promise({ dueAt: "2026-12-31T21:59:59Z" })];
    expect(latenessOf(input("2026-12-01T21:00:00Z", scanned, { promises })).stalledSince).toBeNull();
    expect(latenessOf(input("2026-12-02T00:00:01Z", scanned, { promises }))).toMatchObject({
      state: "at_risk",
      risk: "stalled",
      stalledSince: "2026-12-02T00:00:00Z",
    });
  });

  it("counts a label's stall from the label, or from what the shop said", () => {
    const promises = [promise({ dueAt: "2026-12-31T21:59:59Z" })];
    const label = parcel("label_created", [], { shippedAt: "2026-11-16T10:00:00Z" });
    expect(latenessOf(input("2026-11-18T10:00:01Z", label, { promises })).stalledSince).toBe("2026-11-18T10:00:00Z");
    expect(latenessOf(input("2026-12-18T10:00:01Z", parcel("label_created"), { promises })).stalledSince).toBeNull();
  });

  it("is at risk when the courier's own estimate is after the promise, and not for another hour of the promised day", () => {
    const promises = [promise({ dueAt: "2026-11-18T19:00:00Z" })];
    const now = "2026-11-17T10:00:00Z";
    const estimated = (estimatedAt: string) => latenessOf(input(now, { ...moving, estimatedAt }, { promises }));
    expect(estimated("2026-11-19T21:59:59Z")).toMatchObject({ state: "at_risk", risk: "carrier_estimate" });
    expect(estimated("2026-11-18T20:00:00Z")).toMatchObject({ state: "at_risk", risk: "carrier_estimate" });
    expect(estimated("2026-11-18T21:59:59Z")).toMatchObject({ state: "on_time", risk: null });
  });

  it("has nothing to say about a delivery whose time nobody told", () => {
    expect(latenessOf(input("2026-12-30T10:00:00Z", parcel("delivered")))).toMatchObject({
      state: "on_time",
      stoppedAt: null,
      legalOverdue: false,
    });
  });

  it("derives exceptions from the clock", () => {
    expect(latenessExceptions(latenessOf(input("2026-11-25T10:00:00Z", moving)))).toEqual([
      { kind: "late", by: "derived", since: "2026-11-18T21:59:59Z", clearedAt: null },
      { kind: "stalled", by: "derived", since: "2026-11-20T06:00:00Z", clearedAt: null },
    ]);
    const late = parcel("delivered", [checkpoint("delivered", "2026-11-19T10:00:00Z")]);
    expect(latenessExceptions(latenessOf(input("2026-11-25T10:00:00Z", late)))).toMatchObject([
      { kind: "late", clearedAt: "2026-11-19T10:00:00Z" },
    ]);
    expect(latenessExceptions(latenessOf(input("2026-11-17T10:00:00Z", moving)))).toEqual([]);
  });
});

describe("nextLatenessChange", () => {
  it("names the next limit", () => {
    const next = (now: string, of = moving) => {
      const change = nextLatenessChange(input(now, of));
      return change === null ? null : new Date(change).toISOString();
    };
    expect(next("2026-11-17T10:00:00Z")).toBe("2026-11-17T21:59:59.001Z");
    expect(next("2026-11-17T22:00:00Z")).toBe("2026-11-18T21:59:59.001Z");
    expect(next("2026-11-18T22:00:00Z")).toBe("2026-11-20T06:00:00.001Z");
    expect(next("2026-11-20T22:00:00Z")).toBe("2026-12-16T08:00:00.001Z");
    expect(next("2026-12-20T22:00:00Z")).toBeNull();
    expect(next("2026-11-17T10:00:00Z", parcel("delivered", [checkpoint("delivered", "2026-11-17T09:00:00Z")]))).toBeNull();
  });

  it("is never after a change: until then nothing but the age of a delay changes", () => {
    const random = seededRandom(20261122);
    let changes = 0;
    for (let round = 0; round < 3000; round += 1) {
      const example = randomInput(random);
      const now = example.now;
      const next = nextLatenessChange(example);
      const before = { ...latenessOf(example), lateByMs: 0 };
      const end = next ?? now + 90 * dayMs;
      for (const moment of [now, end - 1, ...Array.from({ length: 8 }, () => now + Math.floor(random() * (end - now)))]) {
        if (moment < now || moment >= end) continue;
        expect({ ...latenessOf({ ...example, now: moment }), lateByMs: 0 }).toEqual(before);
      }
      if (next !== null) {
        expect(next).toBeGreaterThan(now);
        const after = { ...latenessOf({ ...example, now: next }), lateByMs: 0 };
        if (JSON.stringify(after) !== JSON.stringify(before)) changes += 1;
      }
    }
    // Able to fail: most of the moments it names are real changes.
    expect(changes).toBeGreaterThan(1000);
  });
});

function randomInput(random: () => number): LatenessInput {
  const start = at("2026-11-02T08:00:00Z");
  const instant = (spanMs: number) => new Date(start + Math.floor(random() * spanMs)).toISOString();
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new Error("nothing to pick from");
    return value;
  };
  const checkpoints = Array.from({ length: Math.floor(random() * 5) }, () =>
    checkpoint(pick(deliveryStatuses), instant(20 * dayMs), {
      leg: random() < 0.1 ? "return" : "forward",
      ...(random() < 0.2 ? { assumed: ["time_of_day" as const] } : {}),
    }),
  ).sort((one, other) => at(other.at) - at(one.at));
  const status = random() < 0.7 ? (checkpoints[0]?.status ?? "in_transit") : pick(deliveryStatuses);
  return {
    promises: random() < 0.1 ? [] : [promise({ dueAt: instant(25 * dayMs) })],
    placedAt: new Date(start - Math.floor(random() * 10 * dayMs)).toISOString(),
    parcel: parcel(status, checkpoints, {
      shippedAt: random() < 0.5 ? instant(5 * dayMs) : null,
      estimatedAt: random() < 0.3 ? instant(25 * dayMs) : null,
    }),
    destination: random() < 0.5 ? destination : calendarFor("IT", { shopZone: "Europe/Bucharest" }),
    now: start + Math.floor(random() * 40 * dayMs),
    transitMs: random() < 0.5 ? Math.floor(random() * 10 * dayMs) : null,
  };
}
