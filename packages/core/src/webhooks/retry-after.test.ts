import { describe, expect, it } from "vitest";
import { parseRetryAfter } from "./retry-after.ts";

const now = Date.parse("2026-11-21T12:00:00Z");

describe("parseRetryAfter", () => {
  it.each([
    ["0", 0],
    ["120", 120_000],
    [" 7 ", 7_000],
    ["Sat, 21 Nov 2026 12:05:00 GMT", 300_000],
    ["Sat, 21 Nov 2026 11:00:00 GMT", 0],
  ])("reads %j", (value, expected) => {
    expect(parseRetryAfter(value, now)).toBe(expected);
  });

  it.each([
    undefined,
    "",
    "soon",
    "-5",
    "1.5",
    "1e9",
    "99999999999",
    "5, 7",
    "2026-11-21T12:05:00Z",
    "Sat, 99 Nov 2026 12:05:00 GMT",
    "Xyz, 21 Nov 2026 12:05:00 GMT",
  ])("takes %j for nothing", (value) => {
    expect(parseRetryAfter(value, now)).toBeNull();
  });
});
