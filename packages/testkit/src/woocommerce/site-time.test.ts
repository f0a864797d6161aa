import { expect, test } from "vitest";
import { dateParameterMs, gmtText, siteInstantMs, siteOffsetMs, siteText } from "./site-time.ts";

const zone = "Europe/Bucharest";

test("site-local and GMT texts are those of the recorded orders", () => {
  const instant = Date.parse("2026-11-21T17:17:05.999Z");
  expect([siteText(instant, zone), gmtText(instant)]).toEqual(["2026-11-21T19:17:05", "2026-11-21T17:17:05"]);
});

test("summer time and a fixed offset", () => {
  expect(siteOffsetMs(Date.parse("2026-07-01T00:00:00Z"), zone)).toBe(3 * 3_600_000);
  expect(siteText(Date.parse("2026-07-01T22:30:00Z"), "+02:00")).toBe("2026-07-02T00:30:00");
});

test.each([
  ["2026-11-21T19:17:05", "2026-11-21T17:17:05Z"],
  ["2026-07-01T03:00:00", "2026-07-01T00:00:00Z"],
  ["2026-10-25T03:30:00", "2026-10-25T00:30:00Z"],
  ["2026-03-29T03:30:00", "2026-03-29T01:30:00Z"],
])("the site's clock shows %s at %s", (text, instant) => {
  expect(siteInstantMs(text, zone)).toBe(Date.parse(instant));
});

test.each([
  ["site-local without offset", "2026-11-21T19:00:00", false, "2026-11-21T17:00:00Z"],
  ["UTC with Z alone", "2026-11-21T17:00:00Z", false, "2026-11-21T17:00:00Z"],
  ["UTC with dates_are_gmt alone", "2026-11-21T17:00:00", true, "2026-11-21T17:00:00Z"],
  ["converted twice with both", "2026-11-21T17:00:00Z", true, "2026-11-21T19:00:00Z"],
  ["what its offset says", "2026-11-21T18:00:00+01:00", false, "2026-11-21T17:00:00Z"],
  ["cut to whole seconds", "2026-11-21T17:00:00.900Z", false, "2026-11-21T17:00:00Z"],
])("a date parameter is %s", (_, text, datesAreGmt, expected) => {
  expect(dateParameterMs(text, datesAreGmt, zone)).toBe(Date.parse(expected));
});

test.each(["2026-11-21", "yesterday", "", "2026-13-41T00:00:00"])("%j is no date", (text) => {
  expect(dateParameterMs(text, false, zone)).toBeNull();
});
