import { describe, expect, it } from "vitest";
import { lateness, parcelDelivery, promise } from "../__fixtures__/deliveries.ts";
import { fixtureNowMs, parcel } from "../__fixtures__/parts.ts";
import { calendarDay, zoneCalendar } from "../language/calendar-day.ts";
import { daysAfterDue } from "./known-delivery.ts";
import { punctuality } from "./punctuality.ts";

const dayIn = (zone: string) => (instant: string) => calendarDay(Date.parse(instant), zoneCalendar(zone));
const due = { promiseId: "prm_1", dueAt: "2026-11-18T21:59:59Z" };
const known = (state: Parameters<typeof lateness>[0], extra: Parameters<typeof lateness>[1] = {}, yardstick = promise("prm_1")) => ({
  state: parcelDelivery("p", { lateness: lateness(state, { ...due, ...extra }) }),
  yardstick,
});
const at = (state: ReturnType<typeof known>, extra: Parameters<typeof parcel>[1] = {}) =>
  punctuality(parcel("p", extra), fixtureNowMs, dayIn("Europe/Bucharest"), state);

describe("a parcel that the server measured", () => {
  it("counts days where it is delivered, wherever the agent sits", () => {
    const night = "2026-11-19T21:30:00Z"; // The 19th in Bucharest, the 20th in Tokyo.
    expect(daysAfterDue(known("late"), night, dayIn("Asia/Tokyo"))).toBe(1);
    expect(daysAfterDue(known("late", {}, promise("prm_1", { dueDate: null, zone: null })), night, dayIn("Asia/Tokyo"))).toBe(1);
    expect(daysAfterDue(known("on_time"), "2026-11-17T10:00:00Z", dayIn("UTC"))).toBe(-1);
    expect(daysAfterDue(known("unknown_promise", { dueAt: null }), night, dayIn("UTC"))).toBeNull();
  });
  it("is late when it says so, whatever the parcel's own dates say", () => {
    expect(at(known("very_late"))).toEqual({ kind: "late", days: 3, since: "promise" });
    expect(at(known("on_time"), { promisedAt: "2026-11-01T10:00:00Z" })).toEqual({ kind: "onTime" });
  });
  it("counts a late arrival to the moment at which the clock stopped", () => {
    const late = known("delivered_late", { stoppedAt: "2026-11-20T07:00:00Z" });
    expect(at(late, { status: "delivered", deliveredAt: "2026-11-21T09:00:00Z" })).toEqual({ kind: "deliveredLate", days: 2 });
  });
  it("tells the courier's later day from any other risk", () => {
    expect(at(known("at_risk", { risk: "carrier_estimate" }), { estimatedAt: "2026-11-20T12:00:00Z" })).toEqual({
      kind: "willBeLate",
      days: 2,
    });
    expect(at(known("at_risk", { risk: "stalled" }))).toEqual({ kind: "atRisk" });
  });
  it("calls no end on time that was no arrival", () => {
    expect(at(known("on_time"), { status: "returned" })).toEqual({ kind: "unknown" });
    expect(at(known("on_time"), { status: "delivered" })).toEqual({ kind: "unknown" });
  });
  it("does not guess where nothing was promised", () => {
    expect(at(known("unknown_promise", { dueAt: null }))).toEqual({ kind: "unknown" });
  });
});
