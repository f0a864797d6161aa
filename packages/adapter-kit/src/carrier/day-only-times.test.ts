import { expect, it } from "vitest";
import { settleDayOnlyTimes } from "./day-only-times.ts";
import { readLocalTime } from "./local-time.ts";

const now = Date.parse("2026-11-21T10:00:00Z");
const settle = (...texts: string[]) =>
  settleDayOnlyTimes(
    texts.map((text) => readLocalTime(text, "day_first", "Europe/Rome")),
    now,
  ).map((time) => time?.at ?? null);

it("leaves a day without a time at its end, when nothing speaks against it", () => {
  expect(settle("19.11.2026", "20.11.2026 08.00")).toEqual(["2026-11-19T22:59:59Z", "2026-11-20T07:00:00Z"]);
});

it("puts it no later than what followed on the same day, also through several", () => {
  expect(settle("20.11.2026", "20.11.2026", "20.11.2026 08.00")).toEqual([
    "2026-11-20T07:00:00Z",
    "2026-11-20T07:00:00Z",
    "2026-11-20T07:00:00Z",
  ]);
});

it("puts today's no later than now, and leaves a coming day on its day", () => {
  expect(settle("21.11.2026")).toEqual(["2026-11-21T10:00:00Z"]);
  expect(settle("23.11.2026")).toEqual(["2026-11-22T23:00:00Z"]);
});

it("lets a list out of order not pull an event onto another day", () => {
  expect(settle("20.11.2026", "18.11.2026 08.00")).toEqual(["2026-11-20T22:59:59Z", "2026-11-18T07:00:00Z"]);
});

it("keeps given times and what could not be read", () => {
  expect(settle("20.11.2026 09.00", "nonsense", "20.11.2026 08.00")).toEqual(["2026-11-20T08:00:00Z", null, "2026-11-20T07:00:00Z"]);
});
