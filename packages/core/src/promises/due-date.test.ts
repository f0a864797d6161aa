import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { calendarFor } from "../calendars/country-calendar.ts";
import { dueDate } from "./due-date.ts";

interface Vector {
  name: string;
  origin: string;
  dest: string;
  cutoff: string;
  handlingDays: number;
  transitDays: number;
  weekend: number[];
  dueTime?: string;
  carrierWeekend?: number[];
  placedAt: string;
  expected: { ship: string; dueDate: string; dueAt: string };
}

const fixture = new URL("./__fixtures__/due-date-vectors.json", import.meta.url);
const { vectors } = JSON.parse(readFileSync(fixture, "utf8")) as { vectors: Vector[] };
const shopZone = "Europe/Bucharest";

function answer(vector: Vector) {
  return dueDate({
    placedAt: vector.placedAt,
    service: {
      handlingDays: vector.handlingDays,
      transitDays: vector.transitDays,
      cutOff: vector.cutoff,
      dueTime: vector.dueTime ?? null,
      carrierWeekend: vector.carrierWeekend ?? null,
    },
    origin: calendarFor(vector.origin, { shopZone, weekend: vector.weekend }),
    destination: calendarFor(vector.dest, { shopZone, weekend: vector.weekend }),
  });
}

describe("dueDate", () => {
  it.each(vectors)("$name", (vector) => {
    expect(answer(vector)).toEqual(vector.expected);
  });

  it.each(["UTC", "America/New_York", "Europe/Bucharest", "Pacific/Kiritimati"])("gives the same in a process of %s", async (zone) => {
    const program = `
      const { dueDate } = await import(${JSON.stringify(new URL("./due-date.ts", import.meta.url).href)});
      const { calendarFor } = await import(${JSON.stringify(new URL("../calendars/country-calendar.ts", import.meta.url).href)});
      const { readFileSync } = await import("node:fs");
      const shopZone = ${JSON.stringify(shopZone)};
      const { vectors } = JSON.parse(readFileSync(new URL(${JSON.stringify(fixture.href)}), "utf8"));
      const answer = ({ placedAt, origin, dest, weekend, cutoff, ...service }) =>
        dueDate({
          placedAt,
          service: { ...service, cutOff: cutoff },
          origin: calendarFor(origin, { shopZone, weekend }),
          destination: calendarFor(dest, { shopZone, weekend }),
        });
      console.log(JSON.stringify({ offset: new Date("2026-11-17T12:00:00Z").getTimezoneOffset(), answers: vectors.map(answer) }));`;
    // Not inherited: a test runner's options mean nothing to a plain node.
    const environment = { TZ: zone, PATH: process.env.PATH ?? "", NODE_NO_WARNINGS: "1" };
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--conditions=@askonce/source", "--input-type=module", "--eval", program],
      { env: environment },
    );
    const { offset, answers } = JSON.parse(stdout) as { offset: number; answers: unknown[] };
    const offsets: Record<string, number> = { UTC: 0, "America/New_York": 300, "Europe/Bucharest": -120, "Pacific/Kiritimati": -840 };
    expect(offset).toBe(offsets[zone]);
    expect(answers).toEqual(vectors.map(({ expected }) => expected));
  });

  const romania = calendarFor("RO", { shopZone });
  const italy = calendarFor("IT", { shopZone });
  const service = { handlingDays: 0, transitDays: 1, cutOff: "16:00" };

  it("counts handling days in the origin's calendar", () => {
    // Friday before the long weekend of 30 November and 1 December.
    const placedAt = "2026-11-27T09:00:00Z";
    expect(dueDate({ placedAt, service: { ...service, handlingDays: 1 }, origin: romania, destination: italy })).toEqual({
      ship: "2026-12-02",
      dueDate: "2026-12-03",
      dueAt: "2026-12-03T22:59:59Z",
    });
    expect(dueDate({ placedAt, service: { ...service, handlingDays: 1 }, origin: italy, destination: romania })).toMatchObject({
      ship: "2026-11-30",
      dueDate: "2026-12-02",
    });
  });

  it("does not move an order of a free day twice: the cut-off is one of working days", () => {
    const placedAt = "2026-11-21T20:00:00Z";
    expect(dueDate({ placedAt, service, origin: romania, destination: romania }).ship).toBe("2026-11-23");
  });

  it("places the order on the origin's date, not on the one of UTC", () => {
    // Already Wednesday in Bucharest.
    expect(dueDate({ placedAt: "2026-11-17T22:30:00Z", service, origin: romania, destination: romania }).ship).toBe("2026-11-18");
  });

  it("takes the courier's weekend unless the service has one of its own", () => {
    const placedAt = "2026-11-20T10:00:00Z";
    const given = { placedAt, origin: romania, destination: romania, carrierWeekend: [7] };
    expect(dueDate({ ...given, service }).dueDate).toBe("2026-11-21");
    expect(dueDate({ ...given, service: { ...service, carrierWeekend: [6, 7] } }).dueDate).toBe("2026-11-23");
  });

  it("does not promise a same-day service for a holiday of the destination", () => {
    const placedAt = "2026-11-30T09:00:00Z";
    const sameDay = { ...service, transitDays: 0 };
    expect(dueDate({ placedAt, service: sameDay, origin: italy, destination: romania })).toMatchObject({
      ship: "2026-11-30",
      dueDate: "2026-12-02",
    });
  });

  it("refuses a cut-off that is no time", () => {
    const placedAt = "2026-11-17T12:00:00Z";
    expect(() => dueDate({ placedAt, service: { ...service, cutOff: "4pm" }, origin: romania, destination: romania })).toThrow(RangeError);
  });
});
