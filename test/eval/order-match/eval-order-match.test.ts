import { describe, expect, it } from "vitest";
import { evalOrderMatch, orderMatchDefects } from "./eval-order-match.ts";

const shipped = { file: null, half: "test" } as const;

describe("the evaluation of the order a message is about", () => {
  it("holds its limits on the half that rules were not tuned on, and beats both baselines", () => {
    const result = evalOrderMatch(shipped, null);
    expect(result.failures).toEqual([]);
    expect(result.right + result.wrong).toBeLessThan(result.n);
    for (const baseline of Object.values(result.baselines)) {
      expect(baseline.wrong).toBeGreaterThan(result.wrong * 5);
      expect(baseline.right).toBeLessThan(result.right);
    }
  });

  it.each(orderMatchDefects)("fails with a matcher that %s", (broken) => {
    const { ok, failures } = evalOrderMatch(shipped, broken);
    expect(ok).toBe(false);
    expect(failures.join()).toContain({ "takes-the-latest-when-open": "wrong answers", "answers-numbers-only": "is right" }[broken]);
  });
});
