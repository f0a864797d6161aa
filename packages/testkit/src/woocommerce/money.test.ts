import { expect, test } from "vitest";
import { allocate, currencySymbol, decimalText, minorAmount } from "./money.ts";

test("decimal texts and back", () => {
  expect([decimalText(18900, "RON"), decimalText(-5, "EUR"), decimalText(-0, "EUR"), decimalText(300, "JPY")]).toEqual([
    "189.00",
    "-0.05",
    "0.00",
    "300.00",
  ]);
  expect([minorAmount("189.00", "RON"), minorAmount("19.99", "EUR"), minorAmount("300.00", "JPY")]).toEqual([18900, 1999, 300]);
});

test("parts sum up exactly, the largest remainder first", () => {
  expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
  expect(allocate(5, [0, 3, 7])).toEqual([0, 2, 3]);
  expect(allocate(7, [0, 0])).toEqual([7, 0]);
  expect(allocate(0, [])).toEqual([]);
});

test("a currency without a symbol in the table shows its code", () => {
  expect([currencySymbol("RON"), currencySymbol("MDL")]).toEqual(["lei", "MDL"]);
});
