import { describe, expect, it } from "vitest";
import { normalizeOrderNumber } from "./order-number.ts";

describe("normalizeOrderNumber", () => {
  it.each([
    ["1042", "1042"],
    ["#1042", "1042"],
    [" # 1042 ", "1042"],
    ["##1042", "1042"],
    ["no. 1042", "1042"],
    ["No.1042", "1042"],
    ["nr. 1042", "1042"],
    ["Nr 1042", "1042"],
    ["num. #1042", "1042"],
    ["n° 1042", "1042"],
    ["nº1042", "1042"],
    ["№1042", "1042"],
    ["№ 1042", "1042"],
    ["n. 1042", "1042"],
    ["10 42", "1042"],
    ["１０４２", "1042"],
    ["\u00a01042\u00a0", "1042"],
    ["ro-1042", "RO-1042"],
    ["#RO-1042", "RO-1042"],
    ["1042-a", "1042-A"],
    ["2026/000123", "2026/000123"],
    ["00042", "00042"],
  ])("%j is %j", (text, expected) => {
    expect(normalizeOrderNumber(text)).toBe(expected);
  });

  it("takes a shop's own prefix for a part of the number, with and without the hash", () => {
    for (const number of ["N1042", "NO1042", "NR1042", "NUM1042", "NO-1042", "NUMB3R"]) {
      expect(normalizeOrderNumber(number)).toBe(number);
      expect(normalizeOrderNumber(`#${number.toLowerCase()}`)).toBe(number);
    }
  });

  it.each(["", "   ", "#", "# #", "1".repeat(121)])("nothing is left of %j", (text) => {
    expect(normalizeOrderNumber(text)).toBeNull();
  });

  it("gives the same for what it gave", () => {
    for (const text of ["no. 1042", "№1042", "#ro-1042", "n. #7", "nr 10 42"]) {
      const once = normalizeOrderNumber(text) ?? "";
      expect(normalizeOrderNumber(once)).toBe(once);
    }
  });
});
