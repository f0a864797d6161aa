import { describe, expect, it } from "vitest";
import { createDates } from "./dates.ts";

const now = Date.parse("2026-11-21T12:00:00Z");

describe("a time as people say it", () => {
  it.each([
    ["2026-11-21T11:59:30Z", "now", "now"],
    ["2026-11-21T11:55:00Z", "5 minutes ago", "5 min"],
    ["2026-11-21T09:00:00Z", "3 hours ago", "3 hr"],
    ["2026-11-20T11:00:00Z", "yesterday", "1 day"],
    ["2026-11-14T11:00:00Z", "Nov 14", "Nov 14"],
    ["2024-11-14T11:00:00Z", "Nov 14, 2024", "Nov 14, 2024"],
    // A clock that runs ahead is not an error.
    ["2026-11-21T12:00:30Z", "now", "now"],
  ])("%s is %s, in short %s", (instant, ago, short) => {
    const dates = createDates("en", "UTC");
    expect(dates.ago(instant, now)).toBe(ago);
    expect(dates.short(instant, now)).toBe(short);
  });

  it("is in the reader's language and zone", () => {
    expect(createDates("ro", "Europe/Bucharest").ago("2026-11-21T11:40:00Z", now)).toBe("acum 20 de minute");
    expect(createDates("it", "Europe/Rome").time("2026-07-01T20:30:00Z")).toBe("22:30");
    expect(createDates("it", "Europe/Rome").full("2026-07-01T20:30:00Z")).toContain("22:30:00 CEST");
  });
});
