import { type Checkpoint, deliveryExceptions, deliveryStatuses, deliveryStatusRules } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { report, situation, tracked } from "./__fixtures__/parcels.ts";
import { seededRandom } from "./__fixtures__/seeded-random.ts";
import { mergeTracked } from "./merge-tracked.ts";
import type { ParcelReport } from "./parcel-reports.ts";
import { foldParcel } from "./parcel-state.ts";

const hourMs = 3_600_000;
const start = Date.parse("2026-11-16T08:00:00Z");
const rounds = 600;

function pick<Value>(random: () => number, values: readonly Value[]): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error("nothing to pick from");
  return value;
}

function shuffled<Value>(random: () => number, values: readonly Value[]): Value[] {
  const rest = [...values];
  return values.map(() => {
    const [taken] = rest.splice(Math.floor(random() * rest.length), 1);
    if (taken === undefined) throw new Error("nothing left to take");
    return taken;
  });
}

/** Events at different times, some of another parcel, some in the future, some of unknown codes. */
function randomEvents(random: () => number, more: Partial<Checkpoint> = {}): Checkpoint[] {
  const hours = shuffled(
    random,
    Array.from({ length: 160 }, (_, index) => index - 60),
  ).slice(0, 2 + Math.floor(random() * 12));
  return hours.map((hour) => ({
    id: `event-${hour}`,
    at: new Date(start + hour * hourMs).toISOString(),
    zone: null,
    status: pick(random, deliveryStatuses),
    leg: random() < 0.15 ? "return" : "forward",
    exceptions: random() < 0.3 ? [pick(random, deliveryExceptions)] : [],
    rawStatus: `CODE-${hour}`,
    text: null,
    city: null,
    countryCode: null,
    by: random() < 0.8 ? "carrier" : "storefront",
    ...(random() < 0.1 ? { assumed: ["time_of_day" as const] } : {}),
    ...more,
  }));
}

/** Each event in a report of its own, arriving one after the other. */
function arriving(events: readonly Checkpoint[]): ParcelReport[] {
  return events.map((event, index) => report(tracked([event]), { fetchedAt: new Date(start + 97 * hourMs + index * 1000).toISOString() }));
}

const now = start + 98 * hourMs;
/** What does not depend on when we heard of it. */
function truth(reports: readonly ParcelReport[]) {
  const { parcel, delivery } = foldParcel(situation(reports, { now }));
  return { parcel, delivery: { ...delivery, sources: delivery.sources.map(({ fetchedAt: _, ...source }) => source) } };
}

describe("foldParcel, for any events", () => {
  it("gives the same for every order of arrival", () => {
    const random = seededRandom(1);
    const seen = new Set<string>();
    for (let round = 0; round < rounds; round += 1) {
      const events = randomEvents(random);
      const expected = truth(arriving(events));
      seen.add(expected.parcel.status);
      expect(truth(arriving(shuffled(random, events)))).toEqual(expected);
      expect(truth(shuffled(random, arriving(events)))).toEqual(expected);
    }
    // Able to fail: the examples reach every status but "unknown", because the shop made a label.
    expect(seen.size).toBe(deliveryStatuses.length - 1);
  });

  it("gives the same when it is told again", () => {
    const random = seededRandom(2);
    for (let round = 0; round < rounds; round += 1) {
      const reports = arriving(randomEvents(random));
      const again = [...reports, ...reports.filter(() => random() < 0.5)];
      expect(truth(shuffled(random, again))).toEqual(truth(reports));
    }
  });

  it("gives the same for a full list, its parts, and the parts joined before", () => {
    const random = seededRandom(3);
    for (let round = 0; round < rounds; round += 1) {
      const events = randomEvents(random).sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
      const cut = Math.floor(random() * events.length);
      const [newer, older] = [tracked(events.slice(0, cut)), tracked(events.slice(cut))];
      const whole = truth([report(tracked(events))]);
      const withoutWord = ({ parcel, delivery }: typeof whole) => ({ ...parcel, exceptions: delivery.exceptions });
      expect(withoutWord(truth([report(newer), report(older, { fetchedAt: "2026-11-20T11:00:00Z" })]))).toEqual(withoutWord(whole));
      // Of a delivery after the turn a part does not say which way it went, and is read another way.
      const turnsAndArrives =
        older.leg === "return" && newer.checkpoints.some((one) => one.status === "delivered" && one.leg === "forward");
      if (!turnsAndArrives) expect(withoutWord(truth([report(mergeTracked(older, newer))]))).toEqual(withoutWord(whole));
    }
  });

  it("is not changed by an older event of a courier", () => {
    const random = seededRandom(4);
    let reached = 0;
    for (let round = 0; round < rounds; round += 1) {
      const events = randomEvents(random, { by: "carrier", assumed: [] });
      const before = truth(arriving(events)).parcel;
      // The event that decided; an announcement or a state that nobody scanned is no state to keep.
      const deciding = events.find(({ rawStatus }) => rawStatus === before.rawStatus);
      if (deciding === undefined || deciding.status === "label_created") continue;
      reached += 1;
      const older = { ...pick(random, randomEvents(random, { by: "carrier", assumed: [] })), id: "older" };
      const at = new Date(Date.parse(deciding.at) - 1 - Math.floor(random() * 40 * hourMs)).toISOString();
      const after = truth(arriving([...events, { ...older, at }])).parcel;
      expect([after.status, after.leg]).toEqual([before.status, before.leg]);
    }
    expect(reached).toBeGreaterThan(rounds / 2);
  });

  it("is never lowered by an older event of anybody", () => {
    const random = seededRandom(5);
    for (let round = 0; round < rounds; round += 1) {
      const events = randomEvents(random);
      const before = truth(arriving(events)).parcel;
      const deciding = events.find(({ rawStatus }) => rawStatus === before.rawStatus);
      if (deciding === undefined) continue;
      const older = { ...pick(random, randomEvents(random)), id: "older" };
      const at = new Date(Date.parse(deciding.at) - 1 - Math.floor(random() * 40 * hourMs)).toISOString();
      const after = truth(arriving([...events, { ...older, at }])).parcel;
      const [was, is] = [deliveryStatusRules[before.status], deliveryStatusRules[after.status]];
      // What is over has no order of its own: it only stays over.
      if (was.terminal) expect(is.terminal).toBe(true);
      else expect(is.rank).toBeGreaterThanOrEqual(was.rank);
    }
  });

  it("is never delivered on the way back, and delivered only when a source says so", () => {
    const random = seededRandom(6);
    for (let round = 0; round < rounds; round += 1) {
      const events = randomEvents(random);
      const { parcel } = truth(arriving(events));
      if (parcel.status !== "delivered") {
        expect(parcel.deliveredAt).toBeNull();
        continue;
      }
      expect(parcel.leg).toBe("forward");
      expect(events.some(({ status, leg }) => status === "delivered" && leg === "forward")).toBe(true);
      expect(parcel.checkpoints.every(({ status, leg }) => status !== "delivered" || leg === "forward")).toBe(true);
    }
  });
});
