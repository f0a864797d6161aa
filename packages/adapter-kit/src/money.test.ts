import { minorUnitDigits } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { parseMoney, shopMoneyOnly } from "./money.ts";

describe("minorUnitDigits", () => {
  it.each([
    ["EUR", 2],
    ["RON", 2],
    ["JPY", 0],
    ["KRW", 0],
    ["KWD", 3],
    ["BHD", 3],
    ["XXZ", 2],
    ["nonsense", 2],
  ])("%s has %i", (currency, digits) => {
    expect(minorUnitDigits(currency)).toBe(digits);
  });
});

describe("parseMoney", () => {
  it.each([
    ["189.00", "RON", 18900],
    ["10.0", "EUR", 1000],
    ["7", "EUR", 700],
    ["7.", "EUR", 700],
    ["-3.5", "EUR", -350],
    ["+3.50", "EUR", 350],
    [" 12.34\n", "EUR", 1234],
    ["0.00", "EUR", 0],
    ["007.10", "EUR", 710],
    ["1200", "JPY", 1200],
    ["1200.4", "JPY", 1200],
    ["1200.5", "JPY", 1201],
    ["1.234", "KWD", 1234],
    ["1.2", "KWD", 1200],
    // Rounded half away from zero, also below it.
    ["0.005", "EUR", 1],
    ["0.0049999", "EUR", 0],
    ["-0.005", "EUR", -1],
    ["1.995", "EUR", 200],
    // Where a float would be wrong: 1.005 * 100 is 100.49999999999999, 0.29 * 100 is 28.999999999999996.
    ["1.005", "EUR", 101],
    ["0.29", "EUR", 29],
    ["1234567890123.45", "EUR", 123456789012345],
    [19.99, "EUR", 1999],
    [0.29, "EUR", 29],
    [-2.5, "EUR", -250],
    [1e-7, "EUR", 0],
  ])("%j %s is %i", (decimal, currency, amountMinor) => {
    expect(parseMoney(decimal, currency)).toEqual({ amountMinor, currency });
  });

  it("has no negative zero", () => {
    expect(Object.is(parseMoney("-0.00", "EUR").amountMinor, 0)).toBe(true);
    expect(Object.is(parseMoney("-0.001", "EUR").amountMinor, 0)).toBe(true);
  });

  it("writes the currency in capitals", () => {
    expect(parseMoney("1.5", "jpy")).toEqual({ amountMinor: 2, currency: "JPY" });
  });

  it.each([
    "",
    " ",
    "abc",
    "1,50",
    "1.234,50",
    "1 000",
    "1.2.3",
    ".",
    "--1",
    "1e3",
    "0x10",
    "€5",
    "NaN",
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e21,
  ])("refuses %j without repeating it", (decimal) => {
    expect(() => parseMoney(decimal, "EUR")).toThrow(
      expect.objectContaining({ code: "ADAPTER_BAD_RESPONSE", message: "An amount is not a decimal number" }),
    );
  });

  it("refuses what does not fit a number exactly", () => {
    expect(parseMoney("90071992547409.91", "EUR").amountMinor).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => parseMoney("90071992547409.92", "EUR")).toThrow(expect.objectContaining({ code: "ADAPTER_BAD_RESPONSE" }));
  });

  it("knows shop money without another currency", () => {
    expect(shopMoneyOnly(parseMoney("5", "EUR"))).toEqual({ shop: { amountMinor: 500, currency: "EUR" }, presentment: null });
  });
});
