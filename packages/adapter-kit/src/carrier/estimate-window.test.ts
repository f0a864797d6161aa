import { describe, expect, it } from "vitest";
import { readEstimateWindow } from "./estimate-window.ts";

const zone = "Europe/Bucharest";

describe("readEstimateWindow", () => {
  it.each(["2026-11-22", "2026-11-22T00:00", "2026-11-22 00:00:00", "2026-11-22T00:00:00.000Z", "2026-11-22T00:00:00+02:00"])(
    "keeps the day of %s",
    (until) => {
      expect(readEstimateWindow("booked", { from: null, until }, zone)).toEqual({
        kind: "booked",
        date: "2026-11-22",
        from: null,
        until: null,
        statedAt: null,
        original: until,
      });
    },
  );

  it("reads a window of times, and says what it assumed", () => {
    expect(readEstimateWindow("estimated", { from: "2026-11-22T09:00:00", until: "2026-11-22T18:00:00" }, zone)).toEqual({
      kind: "estimated",
      date: null,
      from: "2026-11-22T07:00:00Z",
      until: "2026-11-22T16:00:00Z",
      statedAt: null,
      original: "2026-11-22T09:00:00 - 2026-11-22T18:00:00",
      assumed: ["zone"],
    });
  });

  it("lets the end decide, and the beginning stand for both when there is no end", () => {
    expect(readEstimateWindow("estimated", { from: "2026-11-22", until: "2026-11-23T18:00:00Z" }, zone)).toMatchObject({
      date: null,
      from: null,
      until: "2026-11-23T18:00:00Z",
    });
    expect(readEstimateWindow("estimated", { from: "2026-11-22", until: null }, zone)).toMatchObject({
      date: "2026-11-22",
      original: "2026-11-22",
    });
  });

  it("takes a day's last second for a time, unless the vendor writes days so", () => {
    const window = { from: "2026-11-22T00:00:00Z", until: "2026-11-22T23:59:59Z" };
    expect(readEstimateWindow("estimated", window, zone)).toMatchObject({ date: null, until: "2026-11-22T23:59:59Z" });
    expect(readEstimateWindow("estimated", window, zone, { lastSecondIsDay: true })).toMatchObject({ date: "2026-11-22", until: null });
  });

  it("is null for nothing and for nonsense", () => {
    expect(readEstimateWindow("booked", { from: null, until: null }, zone)).toBeNull();
    expect(readEstimateWindow("booked", { from: null, until: "soon" }, zone)).toBeNull();
  });
});
