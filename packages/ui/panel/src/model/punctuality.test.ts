import { describe, expect, it } from "vitest";
import { checkpoint, parcel } from "../__fixtures__/parts.ts";
import { calendarDay, zoneCalendar } from "../language/calendar-day.ts";
import { punctuality } from "./punctuality.ts";

const bucharest = zoneCalendar("Europe/Bucharest");
const dayOf = (instant: string) => calendarDay(Date.parse(instant), bucharest);
const at = (now: string, extra: Parameters<typeof parcel>[1]) => punctuality(parcel("p", extra), Date.parse(now), dayOf);
const promisedAt = "2026-11-18T21:59:59Z";

describe("punctuality", () => {
  it("is on time to the last second of the promised day, late after it", () => {
    expect(at("2026-11-18T21:59:59Z", { promisedAt })).toEqual({ kind: "onTime" });
    expect(at("2026-11-18T22:00:00Z", { promisedAt })).toEqual({ kind: "late", days: 1, since: "promise" });
  });
  it("counts days on the calendar of the zone", () => {
    expect(at("2026-11-21T10:00:00Z", { promisedAt })).toEqual({ kind: "late", days: 3, since: "promise" });
    expect(at("2026-11-18T15:00:00Z", { promisedAt: "2026-11-18T12:00:00Z" })).toEqual({ kind: "late", days: 0, since: "promise" });
  });
  it("takes the estimate as the due day only where nothing was promised", () => {
    expect(at("2026-11-20T10:00:00Z", { estimatedAt: promisedAt })).toEqual({ kind: "late", days: 2, since: "estimate" });
    expect(at("2026-11-18T10:00:00Z", { promisedAt, estimatedAt: "2026-11-17T10:00:00Z" })).toEqual({ kind: "onTime" });
  });
  it("foresees lateness from an estimate behind the promise", () => {
    expect(at("2026-11-17T10:00:00Z", { promisedAt, estimatedAt: "2026-11-20T10:00:00Z" })).toEqual({ kind: "willBeLate", days: 2 });
  });
  it("believes somebody who says late without a date", () => {
    expect(at("2026-11-17T10:00:00Z", { exceptions: [{ kind: "late", by: "carrier", at: null }] })).toEqual({
      kind: "late",
      days: 0,
      since: "said",
    });
  });
  it("compares a delivery with the promise", () => {
    const status = "delivered";
    expect(at("2026-12-01T10:00:00Z", { status, promisedAt, deliveredAt: "2026-11-18T12:00:00Z" })).toEqual({ kind: "onTime" });
    expect(at("2026-12-01T10:00:00Z", { status, promisedAt, deliveredAt: "2026-11-20T12:00:00Z" })).toEqual({
      kind: "deliveredLate",
      days: 2,
    });
    expect(at("2026-12-01T10:00:00Z", { status, promisedAt })).toEqual({ kind: "unknown" });
  });
  it("stops the clock at the first attempt: what follows is the recipient's time", () => {
    const checkpoints = [
      checkpoint("b", "2026-11-20T08:00:00Z", "in_transit"),
      checkpoint("a", "2026-11-18T08:00:00Z", "delivery_attempted"),
    ];
    expect(at("2026-11-21T10:00:00Z", { promisedAt, checkpoints })).toEqual({ kind: "onTime" });
    expect(at("2026-11-21T10:00:00Z", { promisedAt, status: "ready_for_pickup" })).toEqual({ kind: "unknown" });
  });
  it("calls nothing late on the way back or at a bad end", () => {
    expect(at("2026-11-21T10:00:00Z", { promisedAt, leg: "return" })).toEqual({ kind: "unknown" });
    for (const status of ["returning", "returned", "cancelled", "failed"] as const) {
      expect(at("2026-11-21T10:00:00Z", { promisedAt, status })).toEqual({ kind: "unknown" });
    }
  });
});
