import { describe, expect, it } from "vitest";
import { evalAskOnce } from "./eval-ask-once.ts";
import { askOnceDefects } from "./watchers.ts";

const shipped = { file: null, half: "test" } as const;

describe("the evaluation of the guard", () => {
  it("holds its limits on the half that rules were not tuned on, and beats both baselines", () => {
    const result = evalAskOnce(shipped, null);
    expect(result.failures).toEqual([]);
    expect(result.n).toBeGreaterThanOrEqual(300);
    expect(Object.keys(result.byLanguage)).toEqual(["en", "it", "ro"]);
    for (const baseline of Object.values(result.baselines)) expect(baseline.precision).toBeLessThan(result.precision);
  });

  it.each(askOnceDefects)("fails with a guard that %s", (broken) => {
    const { ok, failures } = evalAskOnce(shipped, broken);
    expect(ok).toBe(false);
    expect(failures.join()).toContain({ "warns-of-every-question": "precision", "warns-of-nothing": "recall" }[broken]);
  });
});
