import { describe, expect, it } from "vitest";
import { learnedTail, poissonTail } from "./count-tail.ts";

/** The same sums, added up plainly with factorials. */
function plainPoissonTail(count: number, mean: number): number {
  let below = 0;
  for (let k = 0, term = Math.exp(-mean); k < count; k += 1, term *= mean / k) below += term;
  return 1 - below;
}
function plainConditionalTail(count: number, seen: number, windows: number): number {
  const all = seen + count;
  const chance = 1 / (windows + 1);
  let sum = 0;
  for (let k = count; k <= all; k += 1) {
    let ways = 1;
    for (let i = 1; i <= k; i += 1) ways *= (all - k + i) / i;
    sum += ways * chance ** k * (1 - chance) ** (all - k);
  }
  return sum;
}

describe("the upper tail", () => {
  it.each([
    [0, 3],
    [1, 0.1],
    [5, 1],
    [5, 9],
    [12, 6.5],
    [30, 20],
  ])("of a Poisson count: at least %d of %d", (count, mean) => {
    expect(poissonTail(count, mean)).toBeCloseTo(plainPoissonTail(count, mean), 12);
  });

  it("agrees with values worked out by hand", () => {
    expect(poissonTail(1, 2)).toBeCloseTo(1 - Math.exp(-2), 14);
    expect(poissonTail(2, 2)).toBeCloseTo(1 - 3 * Math.exp(-2), 14);
    expect(learnedTail(1, 0, 1)).toBeCloseTo(1 / 2, 14);
    expect(learnedTail(3, 0, 28)).toBeCloseTo((1 / 29) ** 3, 14);
  });

  it("stays exact where plain sums end", () => {
    // Summed with sixty decimal digits.
    expect(poissonTail(200, 20) / 4.663501789078793e-124).toBeCloseTo(1, 10);
    expect(poissonTail(1_000, 1_000)).toBeCloseTo(0.5, 1);
    expect(poissonTail(1_200, 1_000)).toBeGreaterThan(0);
    expect(poissonTail(1_200, 1_000)).toBeLessThan(1e-8);
    expect(poissonTail(5, 0)).toBe(0);
    expect(poissonTail(0, 0)).toBe(1);
  });

  it.each([
    [5, 0, 28],
    [6, 14, 28],
    [12, 60, 28],
    [2, 60, 28],
    [9, 3, 4],
  ])("of two counts is the exact conditional test: %d after %d in %d windows", (count, seen, windows) => {
    expect(learnedTail(count, seen, windows) / plainConditionalTail(count, seen, windows)).toBeCloseTo(1, 9);
  });

  it("nears the Poisson tail the more was seen", () => {
    expect(learnedTail(9, 3e6, 1e6) / poissonTail(9, 3)).toBeCloseTo(1, 4);
    expect(learnedTail(9, 83, 28)).toBeGreaterThan(poissonTail(9, 3));
  });
});
