import { describe, expect, it } from "vitest";
import { toInstant } from "../platform/instants.ts";
import { quietUntil } from "./quiet-hours.ts";

const night = { from: "21:00", until: "08:00" };
const end = (now: string, quiet = night, zone = "Europe/Bucharest") => {
  const until = quietUntil(Date.parse(now), quiet, zone);
  return until === null ? null : toInstant(until);
};

describe("quiet hours", () => {
  it("are the recipient's own", () => {
    expect(end("2026-11-16T18:59:59Z")).toBeNull();
    expect(end("2026-11-16T19:00:00Z")).toBe("2026-11-17T06:00:00.000Z");
    expect(end("2026-11-17T05:59:59Z")).toBe("2026-11-17T06:00:00.000Z");
    expect(end("2026-11-17T06:00:00Z")).toBeNull();
    expect(end("2026-11-16T19:30:00Z", night, "Europe/Rome")).toBeNull();
    expect(end("2026-11-16T06:30:00Z", night, "Europe/Rome")).toBe("2026-11-16T07:00:00.000Z");
  });

  it("end on the clock in the nights in which it is changed", () => {
    // Bucharest puts the clock back on 25 October 2026 and forward on 28 March 2027.
    expect(end("2026-10-24T20:00:00Z")).toBe("2026-10-25T06:00:00.000Z");
    expect(end("2027-03-27T20:00:00Z")).toBe("2027-03-28T05:00:00.000Z");
  });

  it("may lie within a day, or not be at all", () => {
    const siesta = { from: "13:00", until: "15:30" };
    expect(end("2026-11-16T12:59:00Z", siesta)).toBe("2026-11-16T13:30:00.000Z");
    expect(end("2026-11-16T10:59:00Z", siesta)).toBeNull();
    expect(end("2026-11-16T23:00:00Z", { from: "00:00", until: "00:00" })).toBeNull();
  });
});
