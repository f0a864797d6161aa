import { describe, expect, it } from "vitest";
import { normalizePhone } from "./phone.ts";

describe("normalizePhone", () => {
  it.each([
    ["+40722123456", undefined, "+40722123456"],
    ["+40 722 123 456", undefined, "+40722123456"],
    ["0040 722-123-456", undefined, "+40722123456"],
    ["(0040) 722.123.456", undefined, "+40722123456"],
    ["0722 123 456", "RO", "+40722123456"],
    ["0722/123.456", "ro", "+40722123456"],
    ["722123456", "RO", "+40722123456"],
    ["021 310 0000", "RO", "+40213100000"],
    // Italian numbers keep their zero, mobile ones have none.
    ["06 6982 1234", "IT", "+390669821234"],
    ["333 123 4567", "IT", "+393331234567"],
    ["+39 (0)6 6982 1234", undefined, "+390669821234"],
    ["020 7946 0958", "GB", "+442079460958"],
    ["+44 (0)20 7946 0958", undefined, "+442079460958"],
    ["0044 (0) 20 7946 0958", "GB", "+442079460958"],
    ["030 1234567", "DE", "+49301234567"],
    ["01 23 45 67 89", "FR", "+33123456789"],
    ["612 345 678", "ES", "+34612345678"],
    ["(202) 555-0123", "US", "+12025550123"],
    ["1-202-555-0123", "US", "+12025550123"],
    ["+40\u00a0722\u2013123\u2013456", undefined, "+40722123456"],
    ["\u202a+40 722 123 456\u202c", undefined, "+40722123456"],
  ])("%j in %s is %s", (text, countryCode, expected) => {
    expect(normalizePhone(text, countryCode)).toBe(expected);
  });

  it.each([
    ["", "RO"],
    ["0722", "RO"],
    ["123456", "RO"],
    ["0722 123 456", undefined],
    ["0722 123 456", "XX"],
    ["07221234567", "RO"],
    ["+4072", undefined],
    ["+0722123456", undefined],
    ["0000000000", undefined],
    ["+12345678901234567", undefined],
    ["0722 123 456 int. 12", "RO"],
    ["call me", "RO"],
    ["+40 722 ABC 456", undefined],
    ["++40722123456", undefined],
  ])("%j in %s is no whole number", (text, countryCode) => {
    expect(normalizePhone(text, countryCode)).toBeNull();
  });
});
