import { describe, expect, it } from "vitest";
import { differenceOfShares, wilsonInterval } from "./wilson.ts";

describe("the Wilson interval", () => {
  it.each([
    // Newcombe, Statistics in Medicine 17 (1998) 857, table I.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [4, 4, 0.5101, 1],
  ])("of %d in %d", (hits, of, low, high) => {
    const interval = wilsonInterval(hits, of);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it("of nothing says nothing", () => {
    expect(wilsonInterval(0, 0)).toEqual({ share: 0, low: 0, high: 1 });
  });
});

describe("the difference of two shares", () => {
  it.each([
    // Newcombe, Statistics in Medicine 17 (1998) 873, table II, method 10.
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 10, 0.6075, 1],
    [5, 56, 0, 29, -0.0381, 0.1926],
  ])("of %d in %d and %d in %d", (hits, of, otherHits, otherOf, low, high) => {
    const found = differenceOfShares(wilsonInterval(hits, of), wilsonInterval(otherHits, otherOf));
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });
});
