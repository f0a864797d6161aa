import { describe, expect, it } from "vitest";
import { normalizePostcode } from "./postcode.ts";
import { normalizeTrackingNumber } from "./tracking-number.ts";

describe("normalizePostcode", () => {
  it.each([
    ["010101", "010101"],
    [" 01 01 01 ", "010101"],
    ["sw1a 1aa", "SW1A1AA"],
    ["00-950", "00950"],
    ["20121", "20121"],
    ["ＳＷ１Ａ", "SW1A"],
  ])("%j is %j", (text, expected) => {
    expect(normalizePostcode(text)).toBe(expected);
  });

  it.each(["", " - ", "1".repeat(21)])("%j is none", (text) => {
    expect(normalizePostcode(text)).toBeNull();
  });
});

describe("normalizeTrackingNumber", () => {
  it.each([
    ["1z 999 aa1 0123 4567 84", "1Z999AA10123456784"],
    ["RR-123456785-RO", "RR123456785RO"],
    ["4EMG32 00123456", "4EMG3200123456"],
  ])("%j is %j", (text, expected) => {
    expect(normalizeTrackingNumber(text)).toBe(expected);
  });

  it.each(["", " -- ", "1".repeat(121)])("%j is none", (text) => {
    expect(normalizeTrackingNumber(text)).toBeNull();
  });
});
