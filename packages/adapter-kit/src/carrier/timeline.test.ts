import { describe, expect, it } from "vitest";
import { createCheckpoint } from "./checkpoint.ts";
import type { StatusReading } from "./status-table.ts";
import { readDayAndTime, readTimeline } from "./timeline.ts";

const zone = "Europe/Rome";
const now = Date.parse("2026-11-21T18:00:00Z");

interface Event {
  day: string;
  time: string;
  reading: StatusReading;
}
const event = (day: string, time: string, status: StatusReading["status"], leg: StatusReading["leg"] = "forward"): Event => ({
  day,
  time,
  reading: { status, exceptions: [], leg },
});
const reader = {
  timeOf: ({ day, time }: Event) => readDayAndTime(day, time, "day_first", zone),
  checkpointOf: ({ day, time, reading }: Event, at: NonNullable<ReturnType<typeof readDayAndTime>>) =>
    createCheckpoint({ idParts: [day, time, reading.status], time: at, reading, rawStatus: reading.status }),
};

describe("readTimeline", () => {
  it("keeps the courier's order on a day without times, and leaves out what has no day", () => {
    const events = [event("20.11.2026", "", "in_transit"), event("20.11.2026", "10.00", "delivered"), event("soon", "", "failed")];
    const timeline = readTimeline(events, reader, now);
    expect(timeline.map(({ status, at }) => [status, at])).toEqual([
      ["delivered", "2026-11-20T09:00:00Z"],
      ["in_transit", "2026-11-20T09:00:00Z"],
    ]);
  });

  it("keeps what follows the beginning of the way back on the way back, and lists nothing twice", () => {
    const back = [event("18.11.2026", "10.00", "returning", "return"), event("20.11.2026", "10.00", "delivered")];
    const timeline = readTimeline([...back, ...back.slice(1)], reader, now);
    expect(timeline.map(({ status, leg }) => [status, leg])).toEqual([
      ["returned", "return"],
      ["returning", "return"],
    ]);
  });
});

describe("readDayAndTime", () => {
  it("takes the day alone when the time is none", () => {
    expect(readDayAndTime("20.11.2026", "10.30", "day_first", zone)).toMatchObject({ at: "2026-11-20T09:30:00Z", assumed: ["zone"] });
    for (const time of [null, "", "later"]) expect(readDayAndTime("20.11.2026", time, "day_first", zone)?.assumed).toContain("time_of_day");
    expect(readDayAndTime(null, "10.30", "day_first", zone)).toBeNull();
  });
});
